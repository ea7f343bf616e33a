import type { IdentityFeature, IdentityGuards } from '../../../../engine/index.ts';
import { identityFeatures } from '../../../../engine/index.ts';
import { Field, IconButton, NumberInput, Select } from '../../../ui/index.ts';
import { fieldTitle, inReadingOrder } from '../parts/field-words.ts';

interface GuardsFormProps {
  guards: IdentityGuards;
  disabled: boolean;
  onChange: (guards: IdentityGuards) => void;
}

const newLimit = 3;

/** What keeps records apart whatever they weigh. */
export function GuardsForm({ guards, disabled, onChange }: GuardsFormProps) {
  const { neverTogether, limits, maxBlockSize } = guards;
  const limited = inReadingOrder(Object.keys(limits)) as IdentityFeature[];
  const setLimit = (feature: IdentityFeature, most: number | null) => {
    const { [feature]: _, ...others } = limits;
    onChange({ ...guards, limits: most === null ? others : { ...others, [feature]: most } });
  };
  return (
    <div className="id-guards">
      <div className="id-guard-group" role="group" aria-labelledby="id-never">
        <h3 id="id-never">Two different values are never one customer</h3>
        <ul className="id-guard-list">
          {neverTogether.map((feature) => (
            <li key={feature}>
              <span>{fieldTitle(feature)}</span>
              {!disabled && (
                <IconButton
                  icon="x"
                  size="s"
                  label={`Take away ${fieldTitle(feature)}`}
                  onClick={() => onChange({ ...guards, neverTogether: neverTogether.filter((one) => one !== feature) })}
                />
              )}
            </li>
          ))}
        </ul>
        {!disabled && (
          <FeatureAdder
            label="Add a field that keeps records apart"
            taken={neverTogether}
            onAdd={(feature) => onChange({ ...guards, neverTogether: [...neverTogether, feature] })}
          />
        )}
      </div>
      <div className="id-guard-group" role="group" aria-labelledby="id-limits">
        <h3 id="id-limits">The most different values of one customer</h3>
        <ul className="id-guard-list">
          {limited.map((feature) => (
            <li key={feature}>
              <span>{fieldTitle(feature)}</span>
              <NumberInput
                aria-label={`Most different values of ${fieldTitle(feature)}`}
                className="id-small-number"
                size="s"
                value={limits[feature] ?? null}
                integer
                min={1}
                max={1_000}
                disabled={disabled}
                onChange={(most) => most !== null && most >= 1 && setLimit(feature, most)}
              />
              {!disabled && (
                <IconButton
                  icon="x"
                  size="s"
                  label={`No limit for ${fieldTitle(feature)}`}
                  onClick={() => setLimit(feature, null)}
                />
              )}
            </li>
          ))}
        </ul>
        {!disabled && (
          <FeatureAdder label="Add a limit" taken={limited} onAdd={(feature) => setLimit(feature, newLimit)} />
        )}
      </div>
      <Field
        label="The largest block"
        hint="Records that share a key are compared with one another. Larger blocks are split by further keys, and what cannot be split is reported."
        className="id-block"
      >
        <NumberInput
          value={maxBlockSize}
          integer
          min={2}
          max={1_000_000}
          step={100}
          unit="records"
          disabled={disabled}
          onChange={(most) => most !== null && most >= 2 && onChange({ ...guards, maxBlockSize: most })}
        />
      </Field>
    </div>
  );
}

interface FeatureAdderProps {
  label: string;
  taken: readonly IdentityFeature[];
  onAdd: (feature: IdentityFeature) => void;
}

function FeatureAdder({ label, taken, onAdd }: FeatureAdderProps) {
  const left = identityFeatures.filter((feature) => !taken.includes(feature));
  if (left.length === 0) return null;
  return (
    <Select<IdentityFeature>
      aria-label={label}
      size="s"
      className="id-adder"
      value={null}
      placeholder="Add a field …"
      options={left.map((value) => ({ value, label: fieldTitle(value) }))}
      onChange={onAdd}
    />
  );
}

import type { DecisionTable } from '../../../../engine/index.ts';
import { Field, Segmented, TextInput } from '../../../ui/index.ts';
import { AllowedValues } from './AllowedValues.tsx';
import { limitsOf, type ColumnDraft, type ColumnLimits } from './column-draft.ts';
import type { ErrorAt } from './ColumnDialog.tsx';

const titles: Record<ColumnLimits, string> = { none: 'Any', values: 'Only these', range: 'Within limits' };

interface ColumnLimitsFieldsProps {
  table: DecisionTable;
  kind: 'input' | 'output';
  draft: ColumnDraft;
  onChange(part: Partial<ColumnDraft>): void;
  errorAt: ErrorAt;
}

/** Which values may occur. What the analysis calls a gap depends on it. */
export function ColumnLimitsFields({ table, kind, draft, onChange, errorAt }: ColumnLimitsFieldsProps) {
  const choices = limitsOf(draft.type, kind);
  if (choices.length === 1) return null;
  const limits = choices.includes(draft.limits) ? draft.limits : 'none';
  const ranks = kind === 'output' && (table.hitPolicy === 'priority' || table.hitPolicy === 'output-order');
  const error = errorAt('allowed');
  return (
    <fieldset className="jn-limits">
      <legend>Values that may occur</legend>
      <Segmented
        label="Values that may occur"
        size="s"
        value={limits}
        onChange={(next) => onChange({ limits: next })}
        options={choices.map((value) => ({ value, label: titles[value] }))}
      />
      {limits === 'values' && (
        <>
          <p className="jn-quiet">
            {ranks
              ? 'The order is the ranking: the first is the best. Alt with the arrows moves a value.'
              : kind === 'output'
                ? 'The grid offers them, in this order.'
                : 'The grid offers them; any other value stops a customer with an error.'}
          </p>
          <AllowedValues
            values={draft.allowed}
            ranked={kind === 'output'}
            onChange={(allowed) => onChange({ allowed })}
          />
          {error !== undefined && (
            <p className="jn-bad" role="alert">
              {error}
            </p>
          )}
        </>
      )}
      {limits === 'range' && (
        <Field
          label="Limits"
          hideLabel
          error={errorAt('range')}
          hint="A condition, written as in a cell. Any value outside of it stops a customer with an error."
        >
          <TextInput value={draft.range} mono onChange={(range) => onChange({ range })} placeholder="[18..120]" />
        </Field>
      )}
    </fieldset>
  );
}

import type { DecisionTable } from '../../../../engine/index.ts';
import { Combobox, Field, Select } from '../../../ui/index.ts';
import { shortValue } from '../parts/short-value.ts';
import { sampleFields } from '../simulate/sample-fields.ts';
import { useDocument, useSimulation } from '../store/session.ts';
import type { ColumnDraft } from './column-draft.ts';
import type { ErrorAt } from './ColumnDialog.tsx';
import { valueSources } from './used-tables.ts';

interface ValueSourceFieldsProps {
  table: DecisionTable;
  draft: ColumnDraft;
  onChange(part: Partial<ColumnDraft>): void;
  errorAt: ErrorAt;
}

/** Where a condition's value comes from: a field of the customer's data, or a result of another table. */
export function ValueSourceFields({ table, draft, onChange, errorAt }: ValueSourceFieldsProps) {
  const journey = useDocument((state) => state.journey);
  const customers = useSimulation((state) => state.samples?.customers) ?? [];
  const sources = valueSources(table, journey);
  const from = sources.find(({ id }) => id === draft.from);
  return (
    <>
      <Field label="Comes from">
        <Select
          value={draft.from}
          onChange={(id) => {
            if (id === draft.from) return;
            const outputs = sources.find((source) => source.id === id)?.table?.outputs ?? [];
            const [only] = outputs;
            onChange(
              only === undefined
                ? { from: id, path: '' }
                : {
                    from: id,
                    path: outputs.length === 1 ? only.id : '',
                    ...(outputs.length === 1 && { type: only.type }),
                  },
            );
          }}
          options={sources.map(({ id, title, detail }) => ({ value: id, label: title, detail }))}
        />
      </Field>
      {draft.from === '' ? (
        <Field label="Field" required error={errorAt('path')} hint="Where the value is in the customer’s data.">
          <Combobox
            value={draft.path}
            mono
            placeholder="order.amount"
            onChange={(path) => onChange({ path })}
            options={sampleFields(customers).map((field) => ({ value: field.path, detail: shortValue(field.example) }))}
          />
        </Field>
      ) : (
        <Field label="Result" required error={errorAt('path')} hint="Of that table. It is decided before this one.">
          <Select
            value={draft.path === '' ? null : draft.path}
            placeholder="Choose a result"
            onChange={(path) => {
              const type = from?.table?.outputs.find(({ id }) => id === path)?.type;
              onChange({ path, ...(type !== undefined && { type }) });
            }}
            options={(from?.table?.outputs ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
    </>
  );
}

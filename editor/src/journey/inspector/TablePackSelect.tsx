import { tablePacks } from '../../../../rules/index.ts';
import { Select } from '../../../ui/index.ts';

/** One of the rule packs that come with Steward. */
export function TablePackSelect({ value, onChange }: { value: string; onChange(value: string): void }) {
  const options = Object.values(tablePacks)
    .map(({ id, title, summary }) => ({ value: id, label: title, detail: summary }))
    .toSorted((left, right) => left.label.localeCompare(right.label));
  return (
    <Select
      value={value === '' ? null : value}
      onChange={onChange}
      placeholder="Choose a rule pack"
      options={options}
    />
  );
}

import { Select } from '../../../ui/index.ts';
import { tableOfStep } from '../simulate/explain-step.ts';
import { useStepContext } from '../store/derived.ts';
import { useInspectedStep } from './inspected-step.ts';

interface TableColumnSelectProps {
  kind: 'input' | 'output';
  value: string;
  onChange(value: string): void;
}

/** One of the conditions or results of the table that the inspected step decides by. */
export function TableColumnSelect({ kind, value, onChange }: TableColumnSelectProps) {
  const step = useInspectedStep();
  const context = useStepContext();
  const table = step === null ? null : tableOfStep(step, context);
  const options =
    kind === 'input'
      ? (table?.inputs ?? []).map(({ id, name, path }) => ({ value: id, label: name, detail: path }))
      : (table?.outputs ?? []).map(({ id, name, allowed }) => ({
          value: id,
          label: name,
          ...(allowed !== undefined && { detail: allowed.join(', ') }),
        }));
  return (
    <Select
      value={value === '' ? null : value}
      onChange={onChange}
      placeholder={kind === 'input' ? 'Choose an input' : 'Choose a result'}
      options={options}
    />
  );
}

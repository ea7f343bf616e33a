import { Select } from '../../../ui/index.ts';
import { tableOfStep } from '../simulate/explain-step.ts';
import { useStepContext } from '../store/derived.ts';
import { useInspectedStep } from './inspected-step.ts';

/** One of the inputs of the table that the inspected step decides by. */
export function TableInputSelect({ value, onChange }: { value: string; onChange(value: string): void }) {
  const step = useInspectedStep();
  const context = useStepContext();
  const inputs = (step === null ? null : tableOfStep(step, context))?.inputs ?? [];
  return (
    <Select
      value={value === '' ? null : value}
      onChange={onChange}
      placeholder="Choose an input"
      options={inputs.map((input) => ({ value: input.id, label: input.name, detail: input.path }))}
    />
  );
}

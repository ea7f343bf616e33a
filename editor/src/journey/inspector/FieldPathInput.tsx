import { useMemo } from 'react';
import { Combobox } from '../../../ui/index.ts';
import { useSimulation } from '../store/session.ts';
import { sampleFields } from '../simulate/sample-fields.ts';
import { shortValue } from '../parts/short-value.ts';
import { useItemsAtStep } from '../simulate/use-trace.ts';
import { useInspectedStep } from './inspected-step.ts';

interface FieldPathInputProps {
  value: string;
  placeholder: string | undefined;
  onChange(value: string): void;
}

/** A path into the data, with the fields that sample customers have when they reach this step. */
export function FieldPathInput({ value, placeholder, onChange }: FieldPathInputProps) {
  const step = useInspectedStep();
  const items = useItemsAtStep(step?.id ?? null);
  const customers = useSimulation((state) => state.samples?.customers);
  const options = useMemo(() => {
    const fields = items.length > 0 ? sampleFields(items) : sampleFields(customers ?? [], 'body');
    return fields.map((field) => ({ value: field.path, detail: shortValue(field.example) }));
  }, [items, customers]);
  return (
    <Combobox
      value={value}
      mono
      options={options}
      placeholder={placeholder}
      onChange={onChange}
      emptyText="No sample customer has a field of that name."
    />
  );
}

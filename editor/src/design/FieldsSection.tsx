import { useState } from 'react';
import { Checkbox, Chip, Combobox, Field, NumberInput, Select, Switch, TextArea, TextInput } from '../../ui/index.ts';
import { Sample } from './Sample.tsx';

const packs = [
  {
    value: 'pack',
    label: 'automated-decision-risk',
    detail: 'AI Act, GDPR and reputation',
    aside: <Chip size="s">v3</Chip>,
  },
  { value: 'own', label: 'A table of this journey' },
  { value: 'old', label: 'refunds-2024', detail: 'No longer kept up', disabled: true },
];
const fields = [
  { value: 'order.amount', detail: 'number' },
  { value: 'order.currency', detail: 'text' },
  { value: 'customer.lifetimeValue', detail: 'number' },
  { value: 'customer.vulnerable', detail: 'yes or no' },
];

export function FieldsSection() {
  const [name, setName] = useState('Refund triage');
  const [text, setText] = useState('Refunds under 250 EUR are paid at once.');
  const [amount, setAmount] = useState<number | null>(250);
  const [pack, setPack] = useState('pack');
  const [field, setField] = useState('order.amount');
  const [on, setOn] = useState(true);
  const [some, setSome] = useState<boolean | 'mixed'>('mixed');
  return (
    <>
      <Sample title="Text">
        <div className="ds-fields">
          <Field label="Name" hint="What the customer goes through.">
            <TextInput value={name} onChange={setName} />
          </Field>
          <Field label="Path" error="Use letters, digits and hyphens." required>
            <TextInput value="refund triage" onChange={() => undefined} mono />
          </Field>
          <Field label="Search" hideLabel>
            <TextInput value="" onChange={() => undefined} icon="search" placeholder="Search steps" size="s" />
          </Field>
          <Field label="Locked" aside={<Chip size="s">locked by template</Chip>}>
            <TextInput value="order.amount" onChange={() => undefined} mono readOnly />
          </Field>
          <Field label="Switched off">
            <TextInput value="Nothing to set here" onChange={() => undefined} disabled />
          </Field>
          <Field label="Note" optional>
            <TextArea value={text} onChange={setText} grow />
          </Field>
        </div>
      </Sample>
      <Sample title="Number, choice, suggestion">
        <div className="ds-fields">
          <Field label="Amount at stake" hint="Arrow keys count; with Shift by ten.">
            <NumberInput value={amount} onChange={setAmount} min={0} unit="EUR" />
          </Field>
          <Field label="Rule pack" hint="24 rows, owner Legal">
            <Select value={pack} onChange={setPack} options={packs} />
          </Field>
          <Field label="Oversight from level" error="Choose a level.">
            <Select<string> value={null} onChange={() => undefined} options={[{ value: 'high', label: 'High' }]} />
          </Field>
          <Field label="Field" hint="Any path; what was seen is suggested.">
            <Combobox
              value={field}
              onChange={setField}
              options={fields}
              mono
              emptyText="Nothing like it was seen yet"
            />
          </Field>
        </div>
      </Sample>
      <Sample title="On and off">
        <div className="ds-fields">
          <Switch label="Treat no match as high risk" hint="Otherwise the item fails." checked={on} onChange={setOn} />
          <Switch label="Switched off for good" checked={false} onChange={() => undefined} disabled />
          <Checkbox label="Legal" checked={on} onChange={setOn} />
          <Checkbox label="All boards" hint="Some of them are chosen." checked={some} onChange={setSome} />
        </div>
      </Sample>
    </>
  );
}

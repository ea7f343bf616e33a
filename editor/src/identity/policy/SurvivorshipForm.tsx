import { useState } from 'react';
import { identityFields, rankingTable, type Survivorship, type SurvivorshipRule } from '../../../../engine/index.ts';
import { Button, Combobox, IconButton, Select, Table, TextInput, type SelectOption } from '../../../ui/index.ts';
import { fieldTitle, inReadingOrder } from '../parts/field-words.ts';
import { RankingTable } from './RankingTable.tsx';

interface SurvivorshipFormProps {
  survivorship: Survivorship;
  disabled: boolean;
  onChange: (survivorship: Survivorship) => void;
}

type By = SurvivorshipRule['by'];

const choices: readonly SelectOption<By>[] = [
  { value: 'most-recent', label: 'The most recent' },
  { value: 'most-frequent', label: 'The most frequent' },
  { value: 'longest', label: 'The longest' },
  { value: 'most-trusted', label: 'Of the most trusted source', detail: 'Sources, the most trusted first' },
  { value: 'conservative', label: 'The most cautious', detail: 'Values, the most cautious first' },
  { value: 'table', label: 'As a table ranks it', detail: 'A decision table with a result “rank”, the least first' },
];

/** Which value of several holds, field by field. */
export function SurvivorshipForm({ survivorship, disabled, onChange }: SurvivorshipFormProps) {
  const { fields, otherwise } = survivorship;
  const [added, setAdded] = useState('');
  const name = added.trim();
  const canAdd = name !== '' && !Object.hasOwn(fields, name);
  const setField = (field: string, rule: SurvivorshipRule | null) => {
    const { [field]: _, ...others } = fields;
    onChange({ ...survivorship, fields: rule === null ? others : { ...others, [field]: rule } });
  };
  const add = () => {
    if (!canAdd) return;
    setField(name, { by: 'most-recent' });
    setAdded('');
  };
  return (
    <>
      <Table label="Which value holds" cards dense className="id-survivors">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Which value holds</th>
            <th scope="col">In this order</th>
            <th scope="col">
              <span className="st-visually-hidden">Take away</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inReadingOrder(Object.keys(fields)).map((field) => {
            const rule = fields[field];
            if (!rule) return null;
            return (
              <tr key={field}>
                <th scope="row">{fieldTitle(field)}</th>
                <RuleCells
                  title={fieldTitle(field)}
                  rule={rule}
                  disabled={disabled}
                  onChange={(next) => setField(field, next)}
                />
                <td className="id-take">
                  {!disabled && (
                    <IconButton
                      icon="x"
                      size="s"
                      label={`${fieldTitle(field)} as all other fields`}
                      onClick={() => setField(field, null)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">All other fields</th>
            <RuleCells
              title="All other fields"
              rule={otherwise}
              disabled={disabled}
              onChange={(next) => onChange({ ...survivorship, otherwise: next })}
            />
            <td />
          </tr>
        </tbody>
      </Table>
      {!disabled && (
        <form
          className="id-add-field"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Combobox
            aria-label="Field with a choice of its own"
            value={added}
            onChange={setAdded}
            placeholder="Field, such as marketing_consent"
            options={identityFields
              .filter((field) => !Object.hasOwn(fields, field))
              .map((value) => ({ value, label: fieldTitle(value) }))}
          />
          <Button type="submit" icon="plus" disabled={!canAdd}>
            Add
          </Button>
        </form>
      )}
    </>
  );
}

interface RuleCellsProps {
  title: string;
  rule: SurvivorshipRule;
  disabled: boolean;
  onChange: (rule: SurvivorshipRule) => void;
}

function RuleCells({ title, rule, disabled, onChange }: RuleCellsProps) {
  return (
    <>
      <td>
        <Select<By>
          aria-label={`Which value of ${title}`}
          size="s"
          value={rule.by}
          options={choices}
          disabled={disabled}
          onChange={(by) => onChange(ruleBy(by, orderOf(rule)))}
        />
      </td>
      <td>
        {(rule.by === 'most-trusted' || rule.by === 'conservative') && (
          <OrderInput
            title={title}
            order={orderOf(rule)}
            placeholder={rule.by === 'conservative' ? 'no, unknown, yes' : 'crm, erp, shop'}
            disabled={disabled}
            onChange={(order) => onChange(ruleBy(rule.by, order))}
          />
        )}
        {rule.by === 'table' && (
          <RankingTable
            title={title}
            table={rule.table}
            disabled={disabled}
            onChange={(table) => onChange({ by: 'table', table })}
          />
        )}
      </td>
    </>
  );
}

interface OrderInputProps {
  title: string;
  order: readonly string[];
  placeholder: string;
  disabled: boolean;
  onChange: (order: string[]) => void;
}

/** Words with commas between them; what is typed stays as it was typed. */
function OrderInput({ title, order, placeholder, disabled, onChange }: OrderInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      aria-label={`Order for ${title}, with commas`}
      size="s"
      value={typed ?? order.join(', ')}
      placeholder={placeholder}
      disabled={disabled}
      onChange={(text) => {
        setTyped(text);
        onChange(wordsOf(text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function wordsOf(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

function orderOf(rule: SurvivorshipRule): readonly string[] {
  if (rule.by === 'most-trusted') return rule.sources;
  return rule.by === 'conservative' ? rule.order : [];
}

function ruleBy(by: By, order: readonly string[]): SurvivorshipRule {
  if (by === 'most-trusted') return { by, sources: order };
  if (by === 'table') return { by, table: rankingTable() };
  return by === 'conservative' ? { by, order } : { by };
}

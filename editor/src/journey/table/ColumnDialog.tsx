import { useState } from 'react';
import {
  valueTypes,
  type DecisionTable,
  type TableInput,
  type TableOutput,
  type ValueType,
} from '../../../../engine/index.ts';
import { Button, Combobox, Dialog, Field, IconButton, Select, TextInput } from '../../../ui/index.ts';
import { useSession, useSimulation } from '../store/session.ts';
import { sampleFields } from '../simulate/sample-fields.ts';
import { shortValue } from '../parts/short-value.ts';
import { columnFrom, columnProblem, draftOf, type ColumnDraft } from './column-draft.ts';

/** The column that is edited; `id` null: a new one. */
export interface ColumnPlace {
  kind: 'input' | 'output';
  id: string | null;
}

interface ColumnDialogProps {
  table: DecisionTable;
  tableKey: string;
  place: ColumnPlace;
  onClose(): void;
}

const typeTitles: Record<ValueType, string> = {
  number: 'Number',
  string: 'Text',
  boolean: 'Yes or no',
  date: 'Date',
  time: 'Time',
  'date-time': 'Date and time',
  'day-time-duration': 'Duration in days and time',
  'year-month-duration': 'Duration in years and months',
  list: 'List',
};

/** Name, place, type and allowed values of one column. */
export function ColumnDialog({ table, tableKey, place, onClose }: ColumnDialogProps) {
  const { tableEdits } = useSession();
  const columns: readonly (TableInput | TableOutput)[] = place.kind === 'input' ? table.inputs : table.outputs;
  const at = columns.findIndex((column) => column.id === place.id);
  const [draft, setDraft] = useState<ColumnDraft>(() => draftOf(columns[at]));
  const [tried, setTried] = useState(false);
  const problem = columnProblem(draft, place.kind);
  const customers = useSimulation((state) => state.samples?.customers) ?? [];
  const change = (part: Partial<ColumnDraft>) => setDraft({ ...draft, ...part });
  const errorAt = (member: keyof ColumnDraft) => (tried && problem?.member === member ? problem.message : undefined);

  const keep = () => {
    setTried(true);
    if (problem !== null) return;
    const column = columnFrom(
      draft,
      place.id,
      columns.map((entry) => entry.id),
    );
    if (place.kind === 'input') {
      const input: TableInput = { ...column, path: draft.path.trim() };
      if (place.id === null) tableEdits.addInput(tableKey, input);
      else tableEdits.editInput(tableKey, place.id, input);
    } else if (place.id === null) tableEdits.addOutput(tableKey, column);
    else tableEdits.editOutput(tableKey, place.id, column);
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onSubmit={keep}
      size="s"
      title={place.id === null ? (place.kind === 'input' ? 'New input' : 'New result') : `Column ${draft.name}`}
      footer={
        <>
          {place.id !== null && (
            <span className="jn-column-tools">
              <IconButton
                icon="arrow-left"
                label="Move to the left"
                disabled={at <= 0}
                onClick={() => tableEdits.moveColumn(tableKey, place.kind, place.id ?? '', at - 1)}
              />
              <IconButton
                icon="arrow-right"
                label="Move to the right"
                disabled={at >= columns.length - 1}
                onClick={() => tableEdits.moveColumn(tableKey, place.kind, place.id ?? '', at + 1)}
              />
              <IconButton
                icon="trash-2"
                label="Delete the column"
                disabled={columns.length === 1 && place.kind === 'output'}
                onClick={() => {
                  tableEdits.removeColumn(tableKey, place.kind, place.id ?? '');
                  onClose();
                }}
              />
            </span>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            {place.id === null ? 'Add' : 'Keep'}
          </Button>
        </>
      }
    >
      <Field label="Name" required error={errorAt('name')}>
        <TextInput value={draft.name} autoFocus onChange={(name) => change({ name })} placeholder="Amount" />
      </Field>
      {place.kind === 'input' && (
        <Field label="Field" required error={errorAt('path')} hint="Where the value is in the customer’s data.">
          <Combobox
            value={draft.path}
            mono
            placeholder="order.amount"
            onChange={(path) => change({ path })}
            options={sampleFields(customers).map((field) => ({ value: field.path, detail: shortValue(field.example) }))}
          />
        </Field>
      )}
      <Field label="Type">
        <Select
          value={draft.type}
          onChange={(type) => change({ type })}
          options={valueTypes.map((type) => ({ value: type, label: typeTitles[type] }))}
        />
      </Field>
      <Field label="Unit" optional hint="For people: EUR, days.">
        <TextInput value={draft.unit} onChange={(unit) => change({ unit })} />
      </Field>
      {draft.type !== 'boolean' && (
        <Field
          label="Allowed values"
          optional
          error={errorAt('allowed')}
          hint="Separated by commas. The grid then offers them."
        >
          <TextInput
            value={draft.allowed}
            onChange={(allowed) => change({ allowed })}
            placeholder="gold, silver, basic"
          />
        </Field>
      )}
    </Dialog>
  );
}

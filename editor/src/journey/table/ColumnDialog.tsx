import { useState } from 'react';
import {
  valueTypeTitles,
  valueTypes,
  type DecisionTable,
  type TableEdit,
  type TableInput,
  type TableOutput,
} from '../../../../engine/index.ts';
import { Button, Dialog, Field, Select, Switch, TextInput } from '../../../ui/index.ts';
import { useDocument, useSession } from '../store/session.ts';
import {
  columnProblem,
  draftOf,
  inputFrom,
  outputFrom,
  settled,
  type ColumnDraft,
  type ColumnProblem,
} from './column-draft.ts';
import { ColumnTools } from './ColumnTools.tsx';
import { ColumnLimitsFields } from './ColumnLimitsFields.tsx';
import { sourceEdits, valueSources } from './used-tables.ts';
import { ValueSourceFields } from './ValueSourceFields.tsx';

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

/** Everything about one column: its name, where its value comes from, its type, which values may occur. */
export function ColumnDialog({ table, tableKey, place, onClose }: ColumnDialogProps) {
  const { tableEdits } = useSession();
  const journey = useDocument((state) => state.journey);
  const columns: readonly (TableInput | TableOutput)[] = place.kind === 'input' ? table.inputs : table.outputs;
  const at = columns.findIndex((column) => column.id === place.id);
  const [draft, setDraft] = useState<ColumnDraft>(() => draftOf(columns[at]));
  const [tried, setTried] = useState(false);
  const problem = columnProblem(draft, place.kind);
  const change = (part: Partial<ColumnDraft>) => setDraft((before) => ({ ...before, ...part }));
  const errorAt: ErrorAt = (member) => (tried && problem?.member === member ? problem.message : undefined);

  const keep = () => {
    setTried(true);
    if (problem !== null) return;
    const source = valueSources(table, journey).find(({ id }) => id === draft.from);
    const taken = columns.map((entry) => entry.id);
    const edits: TableEdit[] =
      place.kind === 'input'
        ? [...sourceEdits(source), inputEdit(inputFrom(draft, place.id, taken), place.id)]
        : [outputEdit(outputFrom(draft, place.id, taken), place.id)];
    if (tableEdits.keepColumn(tableKey, place.id === null ? `Add ${draft.name.trim()}` : 'Change a column', edits))
      onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onSubmit={keep}
      size="m"
      className="jn-column"
      title={place.id === null ? (place.kind === 'input' ? 'New input' : 'New result') : `Column ${draft.name}`}
      footer={
        <>
          {place.id !== null && (
            <ColumnTools
              tableKey={tableKey}
              kind={place.kind}
              id={place.id}
              at={at}
              count={columns.length}
              onClose={onClose}
            />
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
      {place.kind === 'input' && <ValueSourceFields table={table} draft={draft} onChange={change} errorAt={errorAt} />}
      <div className="jn-pair">
        <Field label="Type">
          <Select
            value={draft.type}
            onChange={(type) => change({ type })}
            options={valueTypes.map((type) => ({ value: type, label: valueTypeTitles[type] }))}
          />
        </Field>
        <Field label="Unit" optional>
          <TextInput value={draft.unit} onChange={(unit) => change({ unit })} placeholder="EUR, days" />
        </Field>
      </div>
      <ColumnLimitsFields table={table} kind={place.kind} draft={draft} onChange={change} errorAt={errorAt} />
      {place.kind === 'input' ? (
        <Switch
          label="Required"
          hint="A customer without this value stops with an error, instead of matching rows that do not ask for it."
          checked={draft.required}
          onChange={(required) => change({ required })}
        />
      ) : (
        <Field
          label="When no row matches"
          optional
          error={errorAt('default')}
          hint="The result then. Leave it empty if a case without a row shall be noticed."
        >
          <TextInput value={draft.default} onChange={(text) => change({ default: text })} />
        </Field>
      )}
      <Field label="What it means" optional>
        <TextInput value={draft.description} onChange={(description) => change({ description })} />
      </Field>
    </Dialog>
  );
}

/** What is wrong with a member of the draft, once somebody tried to keep it. */
export type ErrorAt = (member: ColumnProblem['member']) => string | undefined;

function inputEdit(input: ReturnType<typeof inputFrom>, id: string | null): TableEdit {
  return id === null
    ? { kind: 'add-input', input: settled(input) as TableInput }
    : { kind: 'edit-input', input: id, change: input };
}

function outputEdit(output: ReturnType<typeof outputFrom>, id: string | null): TableEdit {
  return id === null
    ? { kind: 'add-output', output: settled(output) as TableOutput }
    : { kind: 'edit-output', output: id, change: output };
}

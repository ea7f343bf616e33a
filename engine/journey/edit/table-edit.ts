import { errorIssue, type Result } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { kebabCase } from '../table-shape.ts';
import type { DecisionTable, TableInput, TableOutput, TableRow } from '../../decision/model.ts';

/** A change of a decision table, as data. Ids of new rows and columns come in with it. */
export type TableEdit =
  /** An empty cell matches anything. */
  | { kind: 'set-cell'; row: string; input: string; cell: string }
  /** Null (or nothing) leaves the output null. */
  | { kind: 'set-output'; row: string; output: string; value: JsonValue }
  | { kind: 'set-row'; row: string; reason?: string; source?: string; disabled?: boolean }
  /** `at` counts from 0; without it, at the end. */
  | { kind: 'add-row'; row: TableRow; at?: number }
  | { kind: 'duplicate-row'; row: string; newRowId: string }
  | { kind: 'remove-rows'; rows: string[] }
  /** `to` is the place afterwards, counted from 0. */
  | { kind: 'move-row'; row: string; to: number }
  | { kind: 'add-input'; input: TableInput; at?: number }
  | { kind: 'edit-input'; input: string; change: Partial<Omit<TableInput, 'id'>> }
  | { kind: 'move-input'; input: string; to: number }
  | { kind: 'remove-input'; input: string }
  | { kind: 'add-output'; output: TableOutput; at?: number }
  | { kind: 'edit-output'; output: string; change: Partial<Omit<TableOutput, 'id'>> }
  | { kind: 'move-output'; output: string; to: number }
  | { kind: 'remove-output'; output: string }
  /** Everything about the table but its columns and rows. An empty text, or an empty list, removes an optional member. */
  | { kind: 'set-meta'; change: Partial<TableMeta> };

/** What a table says about itself. */
export type TableMeta = Required<
  Pick<DecisionTable, 'id' | 'name' | 'version' | 'description' | 'owner' | 'assumptions' | 'sources' | 'tests'>
>;

/**
 * Applies an edit to a table; rows and columns that it does not touch keep their identity.
 *
 * @returns the table, or `row_unknown`, `column_unknown`, `row_id_taken`, `column_id_taken`; and for what `parseTable` could
 *   not read again `table_member_empty`, `column_member_empty`, `last_output`, `wrong_pattern` (the table's id).
 * @example editTable(table, { kind: 'set-cell', row: 'r1', input: 'amount', cell: '< 50' })
 */
export function editTable(table: DecisionTable, edit: TableEdit): Result<DecisionTable> {
  switch (edit.kind) {
    case 'set-cell':
      if (!has(table.inputs, edit.input)) return columnUnknown(edit.input);
      return editRow(table, edit.row, (row) => ({ ...row, when: withMember(row.when, edit.input, edit.cell, '') }));
    case 'set-output':
      if (!has(table.outputs, edit.output)) return columnUnknown(edit.output);
      return editRow(table, edit.row, (row) => ({ ...row, then: withMember(row.then, edit.output, edit.value, null) }));
    case 'set-row':
      return editRow(table, edit.row, (row) => setRow(row, edit));
    case 'add-row':
      if (edit.row.id === '' || has(table.rows, edit.row.id)) return rowIdTaken(edit.row.id);
      return ok({ ...table, rows: insert(table.rows, edit.row, edit.at) });
    case 'duplicate-row': {
      const at = table.rows.findIndex((row) => row.id === edit.row);
      const row = table.rows[at];
      if (row === undefined) return rowUnknown(edit.row);
      if (edit.newRowId === '' || has(table.rows, edit.newRowId)) return rowIdTaken(edit.newRowId);
      return ok({ ...table, rows: insert(table.rows, { ...row, id: edit.newRowId }, at + 1) });
    }
    case 'remove-rows': {
      const unknown = edit.rows.find((id) => !has(table.rows, id));
      if (unknown !== undefined) return rowUnknown(unknown);
      return ok({ ...table, rows: table.rows.filter((row) => !edit.rows.includes(row.id)) });
    }
    case 'move-row':
      if (!has(table.rows, edit.row)) return rowUnknown(edit.row);
      return ok({ ...table, rows: move(table.rows, edit.row, edit.to) });
    case 'add-input':
      if (edit.input.id === '' || has(table.inputs, edit.input.id)) return columnIdTaken(edit.input.id);
      return emptyMember(edit.input) ?? ok({ ...table, inputs: insert(table.inputs, edit.input, edit.at) });
    case 'edit-input':
      if (!has(table.inputs, edit.input)) return columnUnknown(edit.input);
      return emptyMember(edit.change) ?? ok({ ...table, inputs: changeColumn(table.inputs, edit.input, edit.change) });
    case 'move-input':
      if (!has(table.inputs, edit.input)) return columnUnknown(edit.input);
      return ok({ ...table, inputs: move(table.inputs, edit.input, edit.to) });
    case 'remove-input':
      if (!has(table.inputs, edit.input)) return columnUnknown(edit.input);
      return ok({
        ...table,
        inputs: table.inputs.filter((input) => input.id !== edit.input),
        rows: table.rows.map((row) =>
          edit.input in row.when ? { ...row, when: withoutMember(row.when, edit.input) } : row,
        ),
      });
    case 'add-output':
      if (edit.output.id === '' || has(table.outputs, edit.output.id)) return columnIdTaken(edit.output.id);
      return emptyMember(edit.output) ?? ok({ ...table, outputs: insert(table.outputs, edit.output, edit.at) });
    case 'edit-output':
      if (!has(table.outputs, edit.output)) return columnUnknown(edit.output);
      return (
        emptyMember(edit.change) ?? ok({ ...table, outputs: changeColumn(table.outputs, edit.output, edit.change) })
      );
    case 'move-output':
      if (!has(table.outputs, edit.output)) return columnUnknown(edit.output);
      return ok({ ...table, outputs: move(table.outputs, edit.output, edit.to) });
    case 'remove-output':
      if (!has(table.outputs, edit.output)) return columnUnknown(edit.output);
      if (table.outputs.length === 1) return { ok: false, issues: [errorIssue('last_output', [])] };
      return ok(removeOutput(table, edit.output));
    case 'set-meta':
      return setMeta(table, edit.change);
  }
}

function ok(table: DecisionTable): Result<DecisionTable> {
  return { ok: true, value: table };
}

function editRow(table: DecisionTable, id: string, change: (row: TableRow) => TableRow): Result<DecisionTable> {
  if (!has(table.rows, id)) return rowUnknown(id);
  return ok({ ...table, rows: table.rows.map((row) => (row.id === id ? change(row) : row)) });
}

function setRow(row: TableRow, { reason, source, disabled }: Extract<TableEdit, { kind: 'set-row' }>): TableRow {
  const next = { ...row };
  if (reason !== undefined) next.reason = reason;
  if (source !== undefined) next.source = source;
  if (disabled !== undefined) next.disabled = disabled;
  if (next.reason === '') delete next.reason;
  if (next.source === '') delete next.source;
  if (next.disabled === false) delete next.disabled;
  return next;
}

function removeOutput(table: DecisionTable, id: string): DecisionTable {
  const next: DecisionTable = {
    ...table,
    outputs: table.outputs.filter((output) => output.id !== id),
    rows: table.rows.map((row) => (id in row.then ? { ...row, then: withoutMember(row.then, id) } : row)),
  };
  if (table.tests === undefined) return next;
  const tests = table.tests.map((test) =>
    test.outcome !== null && id in test.outcome ? { ...test, outcome: withoutMember(test.outcome, id) } : test,
  );
  return { ...next, tests };
}

function setMeta(table: DecisionTable, change: Partial<TableMeta>): Result<DecisionTable> {
  const empty = (['id', 'name', 'version'] as const).find((member) => change[member]?.trim() === '');
  if (empty !== undefined) return { ok: false, issues: [errorIssue('table_member_empty', [empty], { member: empty })] };
  if (change.id !== undefined && !kebabCase.test(change.id)) {
    const form = 'small letters, digits and single hyphens, such as refund-limits';
    return { ok: false, issues: [errorIssue('wrong_pattern', ['id'], { at: 'The id of the table', form })] };
  }
  const next: DecisionTable = { ...table, ...change };
  if (next.description === '') delete next.description;
  if (next.owner === '') delete next.owner;
  if (next.assumptions?.length === 0) delete next.assumptions;
  if (next.sources?.length === 0) delete next.sources;
  if (next.tests?.length === 0) delete next.tests;
  return ok(next);
}

function has(list: readonly { id: string }[], id: string): boolean {
  return list.some((entry) => entry.id === id);
}

function insert<Entry>(list: readonly Entry[], entry: Entry, at = list.length): Entry[] {
  const next = [...list];
  next.splice(at, 0, entry);
  return next;
}

function move<Entry extends { id: string }>(list: readonly Entry[], id: string, to: number): Entry[] {
  const entry = list.find((candidate) => candidate.id === id);
  const rest = list.filter((candidate) => candidate !== entry);
  return entry === undefined ? rest : insert(rest, entry, Math.max(0, to));
}

/** Members given as `undefined`, or as an empty text or list, are removed when the column can do without them. */
function changeColumn<Column extends TableInput | TableOutput>(
  columns: readonly Column[],
  id: string,
  change: Partial<Omit<Column, 'id'>>,
): Column[] {
  return columns.map((column) => {
    if (column.id !== id) return column;
    const next: Column = { ...column, ...change, id };
    if (next.unit === undefined || next.unit === '') delete next.unit;
    if (next.description === undefined || next.description === '') delete next.description;
    if (next.allowed === undefined || next.allowed.length === 0) delete next.allowed;
    return next;
  });
}

function withMember<Value>(
  record: Record<string, Value>,
  key: string,
  value: Value,
  nothing: Value,
): Record<string, Value> {
  return value === nothing ? withoutMember(record, key) : { ...record, [key]: value };
}

function withoutMember<Value>(record: Record<string, Value>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function rowUnknown(row: string): Result<never> {
  return { ok: false, issues: [errorIssue('row_unknown', [], { id: row })] };
}

function rowIdTaken(row: string): Result<never> {
  return { ok: false, issues: [errorIssue('row_id_taken', [], { id: row })] };
}

/** A column without a name, or an input without a path, could not be saved. */
function emptyMember(column: { name?: string; path?: string }): Result<never> | null {
  const member = (['name', 'path'] as const).find((name) => column[name]?.trim() === '');
  return member === undefined ? null : { ok: false, issues: [errorIssue('column_member_empty', [member], { member })] };
}

function columnUnknown(column: string): Result<never> {
  return { ok: false, issues: [errorIssue('column_unknown', [], { id: column })] };
}

function columnIdTaken(column: string): Result<never> {
  return { ok: false, issues: [errorIssue('column_id_taken', [], { id: column })] };
}

import { errorIssue, type Result } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { isDay } from '../../decision/facts/day.ts';
import type {
  Aggregation,
  DecisionTable,
  HitPolicy,
  TableAnnotation,
  TableInput,
  TableOutput,
  TableRow,
} from '../../decision/model.ts';
import { isTableMember, isTablePart, kebabCase } from '../table-shape.ts';
import {
  addColumn,
  editColumn,
  moveColumn,
  removeAnnotation,
  removeInput,
  removeOutput,
  type ColumnChange,
} from './table-columns.ts';
import {
  columnUnknown,
  has,
  insert,
  isBlank,
  malformed,
  move,
  rowIdTaken,
  rowUnknown,
  withMember,
} from './table-edit-lists.ts';

/** A change of a decision table, as data. Ids of new rows and columns come in with it. */
export type TableEdit =
  /** An empty cell matches anything. */
  | { kind: 'set-cell'; row: string; input: string; cell: string }
  /** Null (or nothing) leaves the output null. */
  | { kind: 'set-output'; row: string; output: string; value: JsonValue }
  /** An empty text removes the remark. */
  | { kind: 'set-annotation'; row: string; annotation: string; text: string }
  /** An empty text removes the member; days are `YYYY-MM-DD`. */
  | {
      kind: 'set-row';
      row: string;
      reason?: string;
      source?: string;
      disabled?: boolean;
      validFrom?: string;
      validUntil?: string;
    }
  /** `at` counts from 0; without it, at the end. */
  | { kind: 'add-row'; row: TableRow; at?: number }
  | { kind: 'duplicate-row'; row: string; newRowId: string }
  | { kind: 'remove-rows'; rows: string[] }
  /** `to` is the place afterwards, counted from 0. */
  | { kind: 'move-row'; row: string; to: number }
  | { kind: 'add-input'; input: TableInput; at?: number }
  /** Members that are undefined or empty are removed where the column can do without them; so are `required: false` and a default of null. */
  | { kind: 'edit-input'; input: string; change: ColumnChange<TableInput> }
  | { kind: 'move-input'; input: string; to: number }
  | { kind: 'remove-input'; input: string }
  | { kind: 'add-output'; output: TableOutput; at?: number }
  | { kind: 'edit-output'; output: string; change: ColumnChange<TableOutput> }
  | { kind: 'move-output'; output: string; to: number }
  | { kind: 'remove-output'; output: string }
  | { kind: 'add-annotation'; annotation: TableAnnotation; at?: number }
  | { kind: 'edit-annotation'; annotation: string; change: ColumnChange<TableAnnotation> }
  | { kind: 'move-annotation'; annotation: string; to: number }
  | { kind: 'remove-annotation'; annotation: string }
  /** Without an aggregation a `collect` table lists its results; with another policy there is none. */
  | { kind: 'set-hit-policy'; hitPolicy: HitPolicy; aggregation?: Aggregation }
  /** A table that inputs can read `from`; its id must be new among those used. */
  | { kind: 'add-used-table'; table: DecisionTable; at?: number }
  /** Inputs that read from it follow when its id changes. */
  | { kind: 'edit-used-table'; used: string; edit: TableEdit }
  /** Inputs that read from it stay as they are, and `checkTable` finds them. */
  | { kind: 'remove-used-table'; used: string }
  /** Everything about the table but its columns and rows. An empty text, or an empty list, removes an optional member. */
  | { kind: 'set-meta'; change: Partial<TableMeta> };

/** What a table says about itself. */
export type TableMeta = Required<
  Pick<
    DecisionTable,
    | 'id'
    | 'name'
    | 'version'
    | 'description'
    | 'owner'
    | 'validFrom'
    | 'validUntil'
    | 'assumptions'
    | 'sources'
    | 'tests'
  >
>;

/**
 * Applies an edit to a table; rows and columns that it does not touch keep their identity.
 *
 * @returns the table, or `row_unknown`, `column_unknown`, `row_id_taken`, `column_id_taken`, `used_table_unknown`,
 *   `used_table_taken`; and for what `parseTable` could not read again `table_member_empty`, `column_member_empty`,
 *   `last_output`, `wrong_pattern` (the table's id), `day_does_not_exist`, `nested_uses`, `table_part_malformed`.
 * @example editTable(table, { kind: 'set-cell', row: 'r1', input: 'amount', cell: '< 50' })
 */
export function editTable(table: DecisionTable, edit: TableEdit): Result<DecisionTable> {
  switch (edit.kind) {
    case 'set-cell':
      if (!has(table.inputs, edit.input)) return columnUnknown(edit.input);
      if (!isTablePart('cell', edit.cell)) return malformed('cell');
      return editRow(table, edit.row, (row) => ({ ...row, when: withMember(row.when, edit.input, edit.cell, '') }));
    case 'set-output':
      if (!has(table.outputs, edit.output)) return columnUnknown(edit.output);
      if (!isTablePart('result', edit.value)) return malformed('result');
      return editRow(table, edit.row, (row) => ({ ...row, then: withMember(row.then, edit.output, edit.value, null) }));
    case 'set-annotation':
      if (!has(table.annotations, edit.annotation)) return columnUnknown(edit.annotation);
      return editRow(table, edit.row, (row) => setAnnotation(row, edit.annotation, edit.text));
    case 'set-row':
      return setRow(table, edit);
    case 'add-row':
      if (edit.row.id === '' || has(table.rows, edit.row.id)) return rowIdTaken(edit.row.id);
      if (!isTablePart('row', edit.row)) return malformed('row');
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
      return addColumn(table, 'inputs', edit.input, edit.at);
    case 'edit-input':
      return editColumn(table, 'inputs', edit.input, edit.change);
    case 'move-input':
      return moveColumn(table, 'inputs', edit.input, edit.to);
    case 'remove-input':
      return removeInput(table, edit.input);
    case 'add-output':
      return addColumn(table, 'outputs', edit.output, edit.at);
    case 'edit-output':
      return editColumn(table, 'outputs', edit.output, edit.change);
    case 'move-output':
      return moveColumn(table, 'outputs', edit.output, edit.to);
    case 'remove-output':
      return removeOutput(table, edit.output);
    case 'add-annotation':
      return addColumn(table, 'annotations', edit.annotation, edit.at);
    case 'edit-annotation':
      return editColumn(table, 'annotations', edit.annotation, edit.change);
    case 'move-annotation':
      return moveColumn(table, 'annotations', edit.annotation, edit.to);
    case 'remove-annotation':
      return removeAnnotation(table, edit.annotation);
    case 'set-hit-policy':
      return setHitPolicy(table, edit);
    case 'add-used-table':
      return addUsed(table, edit.table, edit.at);
    case 'edit-used-table':
      return editUsed(table, edit.used, edit.edit);
    case 'remove-used-table':
      return removeUsed(table, edit.used);
    case 'set-meta':
      return setMeta(table, edit.change);
  }
}

function ok(table: DecisionTable): Result<DecisionTable> {
  return { ok: true, value: table };
}

function editRow(table: DecisionTable, id: string, change: (row: TableRow) => TableRow | null): Result<DecisionTable> {
  const row = table.rows.find((candidate) => candidate.id === id);
  if (row === undefined) return rowUnknown(id);
  const next = change(row);
  if (next === null) return malformed('row');
  return ok({ ...table, rows: table.rows.map((each) => (each === row ? next : each)) });
}

function setRow(table: DecisionTable, edit: Extract<TableEdit, { kind: 'set-row' }>): Result<DecisionTable> {
  const { kind: _, row: id, ...change } = edit;
  const noDay = dayThatIsNone(change);
  if (noDay !== null) return noDay;
  return editRow(table, id, (row) => {
    const next = withoutEmpty({ ...row, ...withoutUndefined(change) });
    if (next.disabled === false) delete next.disabled;
    return isTablePart('row', next) ? next : null;
  });
}

function setAnnotation(row: TableRow, annotation: string, text: string): TableRow | null {
  const { annotations = {}, ...rest } = row;
  const remarks = withMember(annotations, annotation, text, '');
  const next = Object.keys(remarks).length === 0 ? rest : { ...rest, annotations: remarks };
  return isTablePart('row', next) ? next : null;
}

function setHitPolicy(
  { aggregation: _, ...table }: DecisionTable,
  { hitPolicy, aggregation }: Extract<TableEdit, { kind: 'set-hit-policy' }>,
): Result<DecisionTable> {
  if (!isTableMember('hitPolicy', hitPolicy)) return malformed('hitPolicy');
  if (aggregation === undefined || hitPolicy !== 'collect') return ok({ ...table, hitPolicy });
  return isTableMember('aggregation', aggregation)
    ? ok({ ...table, hitPolicy, aggregation })
    : malformed('aggregation');
}

function addUsed(table: DecisionTable, used: DecisionTable, at: number | undefined): Result<DecisionTable> {
  if (used.uses !== undefined) return { ok: false, issues: [errorIssue('nested_uses', ['uses'], { at: used.name })] };
  if (used.id === table.id || has(table.uses, used.id)) return usedTaken(used.id);
  if (!isTablePart('usedTable', used)) return malformed('usedTable');
  return ok({ ...table, uses: insert(table.uses ?? [], used, at) });
}

function editUsed(table: DecisionTable, id: string, edit: TableEdit): Result<DecisionTable> {
  const used = table.uses?.find((candidate) => candidate.id === id);
  if (used === undefined) return usedUnknown(id);
  const edited = editTable(used, edit);
  if (!edited.ok) return edited;
  if (edited.value.uses !== undefined)
    return { ok: false, issues: [errorIssue('nested_uses', ['uses'], { at: used.name })] };
  const { value } = edited;
  if (value.id !== id && (value.id === table.id || has(table.uses, value.id))) return usedTaken(value.id);
  const next = { ...table, uses: (table.uses ?? []).map((each) => (each === used ? value : each)) };
  return ok(value.id === id ? next : renameUsed(next, id, value.id));
}

/** Inputs go on reading from a table that has another id now. */
function renameUsed(table: DecisionTable, from: string, to: string): DecisionTable {
  const inputs = table.inputs.map((input) => (input.from === from ? { ...input, from: to } : input));
  const next = { ...table, inputs };
  return table.uses === undefined ? next : { ...next, uses: table.uses.map((used) => renameUsed(used, from, to)) };
}

function removeUsed({ uses = [], ...table }: DecisionTable, id: string): Result<DecisionTable> {
  if (!has(uses, id)) return usedUnknown(id);
  const left = uses.filter((used) => used.id !== id);
  return ok(left.length === 0 ? table : { ...table, uses: left });
}

function usedTaken(id: string): Result<never> {
  return { ok: false, issues: [errorIssue('used_table_taken', [], { id })] };
}

function usedUnknown(id: string): Result<never> {
  return { ok: false, issues: [errorIssue('used_table_unknown', [], { id })] };
}

function setMeta(table: DecisionTable, change: Partial<TableMeta>): Result<DecisionTable> {
  const empty = (['id', 'name', 'version'] as const).find((member) => isBlank(change[member]));
  if (empty !== undefined) return { ok: false, issues: [errorIssue('table_member_empty', [empty], { member: empty })] };
  if (change.id !== undefined && !kebabCase.test(change.id)) {
    const form = 'small letters, digits and single hyphens, such as refund-limits';
    return { ok: false, issues: [errorIssue('wrong_pattern', ['id'], { at: 'The id of the table', form })] };
  }
  const noDay = dayThatIsNone(change);
  if (noDay !== null) return noDay;
  const next: DecisionTable = withoutEmpty({ ...table, ...withoutUndefined(change) });
  const wrong = Object.keys(change).find(
    (member) => Object.hasOwn(next, member) && !isTableMember(member, next[member as keyof TableMeta]),
  );
  return wrong === undefined ? ok(next) : malformed(wrong);
}

/** A day that does not exist; an empty text removes the day. */
function dayThatIsNone({ validFrom, validUntil }: { validFrom?: string; validUntil?: string }): Result<never> | null {
  const day = [validFrom, validUntil].find((text) => text !== undefined && text !== '' && !isDay(text));
  return day === undefined ? null : { ok: false, issues: [errorIssue('day_does_not_exist', [], { day })] };
}

function withoutUndefined<Change extends object>(change: Change): Change {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Change;
}

/** Members that may be absent are, when they are empty. */
function withoutEmpty<Part extends object>(part: Part): Part {
  const texts = ['description', 'owner', 'reason', 'source', 'validFrom', 'validUntil'];
  const lists = ['assumptions', 'sources', 'tests'];
  const says = ([name, value]: [string, unknown]) =>
    !(texts.includes(name) && value === '') && !(lists.includes(name) && Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(part).filter(says)) as Part;
}

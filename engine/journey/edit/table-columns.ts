import { errorIssue, type Result } from '../../issue.ts';
import type { DecisionTable, TableAnnotation, TableInput, TableOutput } from '../../decision/model.ts';
import { isTablePart } from '../table-shape.ts';
import {
  columnIdTaken,
  columnUnknown,
  has,
  insert,
  isBlank,
  malformed,
  move,
  withoutMember,
} from './table-edit-lists.ts';

type Columns = 'inputs' | 'outputs' | 'annotations';

/** What an edit may change about a column: everything but its id. */
export type ColumnChange<Column> = { [Member in Exclude<keyof Column, 'id'>]?: Column[Member] | undefined };

const partOf = { inputs: 'input', outputs: 'output', annotations: 'annotation' } as const;

export function addColumn(
  table: DecisionTable,
  list: Columns,
  column: TableInput | TableOutput | TableAnnotation,
  at?: number,
): Result<DecisionTable> {
  const columns = table[list] ?? [];
  if (column.id === '' || has(columns, column.id)) return columnIdTaken(column.id);
  const empty = emptyMember(column);
  if (empty !== null) return empty;
  if (!isTablePart(partOf[list], column)) return malformed(partOf[list]);
  return { ok: true, value: { ...table, [list]: insert<{ id: string }>(columns, column, at) } };
}

export function editColumn<Column extends TableInput | TableOutput | TableAnnotation>(
  table: DecisionTable,
  list: Columns,
  id: string,
  change: ColumnChange<Column>,
): Result<DecisionTable> {
  const columns: readonly { id: string }[] = table[list] ?? [];
  const column = columns.find((candidate) => candidate.id === id);
  if (column === undefined) return columnUnknown(id);
  const empty = emptyMember(change as { name?: string; path?: string });
  if (empty !== null) return empty;
  const next = cleaned({ ...column, ...change, id });
  if (!isTablePart(partOf[list], next)) return malformed(partOf[list]);
  return { ok: true, value: { ...table, [list]: columns.map((each) => (each === column ? next : each)) } };
}

export function moveColumn(table: DecisionTable, list: Columns, id: string, to: number): Result<DecisionTable> {
  const columns: readonly { id: string }[] = table[list] ?? [];
  if (!has(columns, id)) return columnUnknown(id);
  return { ok: true, value: { ...table, [list]: move(columns, id, to) } };
}

/** Removes a column of conditions with its cells. */
export function removeInput(table: DecisionTable, id: string): Result<DecisionTable> {
  if (!has(table.inputs, id)) return columnUnknown(id);
  const inputs = table.inputs.filter((input) => input.id !== id);
  const rows = table.rows.map((row) => (id in row.when ? { ...row, when: withoutMember(row.when, id) } : row));
  return { ok: true, value: { ...table, inputs, rows } };
}

/** Removes a column of results with its results and what tests expect of it. */
export function removeOutput(table: DecisionTable, id: string): Result<DecisionTable> {
  if (!has(table.outputs, id)) return columnUnknown(id);
  if (table.outputs.length === 1) return { ok: false, issues: [errorIssue('last_output', [])] };
  const next: DecisionTable = {
    ...table,
    outputs: table.outputs.filter((output) => output.id !== id),
    rows: table.rows.map((row) => (id in row.then ? { ...row, then: withoutMember(row.then, id) } : row)),
  };
  if (table.tests === undefined) return { ok: true, value: next };
  const tests = table.tests.map((test) => {
    const { outcome } = test;
    if (outcome === null) return test;
    const expected = Array.isArray(outcome) ? outcome : [outcome];
    if (!expected.some((one) => id in one)) return test;
    const without = expected.map((one) => withoutMember(one, id));
    return { ...test, outcome: Array.isArray(outcome) ? without : (without[0] ?? null) };
  });
  return { ok: true, value: { ...next, tests } };
}

/** Removes a column of remarks with its remarks. */
export function removeAnnotation(table: DecisionTable, id: string): Result<DecisionTable> {
  if (!has(table.annotations, id)) return columnUnknown(id);
  const { annotations = [], ...rest } = table;
  const left = annotations.filter((annotation) => annotation.id !== id);
  const rows = table.rows.map((row) => {
    if (row.annotations === undefined || !(id in row.annotations)) return row;
    const { annotations: remarks, ...others } = row;
    const kept = withoutMember(remarks, id);
    return Object.keys(kept).length === 0 ? others : { ...others, annotations: kept };
  });
  return { ok: true, value: left.length === 0 ? { ...rest, rows } : { ...rest, annotations: left, rows } };
}

/** Members that are `undefined`, empty or say nothing (`required: false`, no default) are left out. */
function cleaned<Column extends object>(column: Column): Column {
  const says = ([name, value]: [string, unknown]) => {
    if (value === undefined || (name === 'required' && value === false) || (name === 'default' && value === null))
      return false;
    if (name === 'name' || name === 'path') return true;
    return value !== '' && !(name === 'allowed' && Array.isArray(value) && value.length === 0);
  };
  return Object.fromEntries(Object.entries(column).filter(says)) as Column;
}

/** A column without a name, or an input without a path, could not be saved. */
function emptyMember(column: { name?: string; path?: string }): Result<never> | null {
  const member = (['name', 'path'] as const).find((name) => isBlank(column[name]));
  return member === undefined ? null : { ok: false, issues: [errorIssue('column_member_empty', [member], { member })] };
}

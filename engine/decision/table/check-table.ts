import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { checkColumnOffsets, type ColumnOffsets } from '../cell/column-offsets.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { DecisionTable, TableInput, TableRow } from '../model.ts';
import { checkCellOnce } from './check-cell-once.ts';
import { checkColumns } from './check-columns.ts';
import { checkDays } from './check-days.ts';
import { checkHitPolicy } from './check-hit-policy.ts';
import { checkOutcome } from './check-outcome.ts';
import { checkReferences, duplicates } from './check-references.ts';
import { checkUses } from './check-uses.ts';
import { knownColumns } from './known-columns.ts';
import { ofUsedTable } from './of-used-table.ts';

/** What reading a runnable table found out. */
export interface CheckedTable {
  /** The parsed cells: by row, then by input. */
  cells: UnaryTests[][];
  /** The form of times in each column. */
  offsets: ColumnOffsets;
}

/**
 * Finds what is wrong with a table that has the right shape: ids used twice, inputs and outputs that do not exist, cells
 * that cannot be read or can never match, results of a wrong type, hit policies that lack what they need, days that do not
 * exist, references that lead nowhere, tests that name no row; in the tables that it uses as well.
 * @param table a table as `parseTable` of `rules/` gives it
 * @returns errors (the table will not run, or cannot be relied on) and warnings (it runs, but not as its author thinks);
 *   empty when all is well. Problems of a disabled row are warnings. `runTableTests` says whether the table's own tests hold
 * @example checkTable(table).filter((issue) => issue.severity === 'error')
 */
export function checkTable(table: DecisionTable): Issue[] {
  const ofUses = (table.uses ?? []).flatMap((used, index) => inUsed(used, index, checkReferences(used)));
  return [...checkAll(table).issues, ...checkReferences(table), ...ofUses];
}

const checkedTables = new WeakMap<DecisionTable, Result<CheckedTable>>();

/**
 * Parses and checks what has to be right for a table to run, once per table object.
 * @returns the parsed cells and what they say about columns, or the errors
 */
export function checkRunnable(table: DecisionTable): Result<CheckedTable> {
  let checked = checkedTables.get(table);
  if (checked === undefined) checkedTables.set(table, (checked = toResult(checkAll(table))));
  return checked;
}

function toResult({ issues, cells, offsets }: Checked): Result<CheckedTable> {
  const errors = issues.filter((issue) => issue.severity === 'error');
  return errors.length > 0 ? { ok: false, issues: errors } : { ok: true, value: { cells, offsets } };
}

interface Checked extends CheckedTable {
  issues: Issue[];
}

function checkAll(table: DecisionTable): Checked {
  const checked = checkAlone(table);
  // Joined and never spread into a call: a hostile table has more issues than a call takes arguments.
  const ofUses = (table.uses ?? []).map((used, index) => inUsed(used, index, checkAlone(used).issues));
  return { ...checked, issues: [checked.issues, ...ofUses, checkUses(table)].flat() };
}

function inUsed(used: DecisionTable, index: number, issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => ofUsedTable(used, { ...issue, path: ['uses', index, ...issue.path] }));
}

/** What a table is for itself, whatever it uses. */
function checkAlone(table: DecisionTable): Checked {
  const issues: Issue[] = [
    ...duplicates(table.inputs, 'inputs', 'duplicate_input'),
    ...duplicates(table.outputs, 'outputs', 'duplicate_output'),
    ...duplicates(table.rows, 'rows', 'duplicate_row'),
    ...checkColumns(table),
    ...checkHitPolicy(table),
    ...checkDays(table),
  ];
  const cells = table.rows.map((row, index) => {
    const { issues: ofRow, cells: ofCells } = checkRow(table, row, index);
    for (const issue of ofRow) issues.push(row.disabled === true ? { ...issue, severity: 'warning' } : issue);
    return ofCells;
  });
  // What a disabled row asks for binds nobody.
  const asked = cells.map((ofRow, index) => (table.rows[index]?.disabled === true ? [] : ofRow));
  const offsets = checkColumnOffsets(table.inputs, asked);
  for (const { row: index, input: column, issue } of offsets.problems) {
    const [row, input] = [table.rows[index] as TableRow, table.inputs[column] as TableInput];
    const params = { ...issue.params, cell: row.when[input.id] ?? '', row: row.id, input: input.name };
    issues.push({ ...issue, path: ['rows', index, 'when', input.id], params });
  }
  return { issues, cells, offsets };
}

function checkRow(table: DecisionTable, row: TableRow, index: number): { issues: Issue[]; cells: UnaryTests[] } {
  const issues: Issue[] = [];
  const { inputs, inputIds } = knownColumns(table);
  for (const input of Object.keys(row.when)) {
    if (inputs.has(input)) continue;
    issues.push(errorIssue('unknown_input', ['rows', index, 'when', input], { row: row.id, input, known: inputIds }));
  }
  const cells = table.inputs.map((input, column): UnaryTests => {
    const text = Object.hasOwn(row.when, input.id) ? (row.when[input.id] as string) : '';
    const checked = checkCellOnce(text, column, table.inputs);
    for (const issue of checked.issues) {
      const params = { ...issue.params, row: row.id, input: input.name };
      issues.push({ ...issue, path: ['rows', index, 'when', input.id], params });
    }
    return checked.tests;
  });
  const ofOutcome = checkOutcome(table, row.then, ['rows', index, 'then'], { row: row.id });
  return { issues: issues.concat(ofOutcome), cells };
}

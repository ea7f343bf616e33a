import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { checkCell } from '../cell/check-cell.ts';
import { checkOutcome } from './check-outcome.ts';
import { hitPolicies, valueTypes, type DecisionTable } from '../model.ts';
import { splitPath } from '../facts/read-path.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';

/** The cells of a runnable table: by row, then by input. */
export interface CheckedCells {
  cells: UnaryTests[][];
}

/**
 * Finds what is wrong with a table that has the right shape: ids used twice, inputs and outputs that do not exist, cells
 * that cannot be read or can never match, results of a wrong type, references that lead nowhere, tests that name no row.
 * @param table a table as `parseTable` of `rules/` gives it
 * @returns errors (the table will not run) and warnings (it runs, but not as its author thinks); empty when all is well.
 *   Problems of a disabled row are warnings. `runTableTests` says whether the table's own tests hold.
 * @example checkTable(table).filter((issue) => issue.severity === 'error')
 */
export function checkTable(table: DecisionTable): Issue[] {
  return [...checkAll(table).issues, ...checkReferences(table)];
}

/**
 * Parses and checks what has to be right for a table to run.
 * @returns the parsed cells, or the errors
 */
export function checkRunnable(table: DecisionTable): Result<CheckedCells> {
  const { issues, cells } = checkAll(table);
  const errors = issues.filter((issue) => issue.severity === 'error');
  return errors.length > 0 ? { ok: false, issues: errors } : { ok: true, value: { cells } };
}

function checkAll(table: DecisionTable): { issues: Issue[]; cells: UnaryTests[][] } {
  const issues: Issue[] = [
    ...duplicates(table.inputs, 'inputs', 'duplicate_input'),
    ...duplicates(table.outputs, 'outputs', 'duplicate_output'),
    ...duplicates(table.rows, 'rows', 'duplicate_row'),
    ...checkColumns(table),
  ];
  if (!hitPolicies.includes(table.hitPolicy)) {
    issues.push(errorIssue('unknown_hit_policy', ['hitPolicy'], { found: table.hitPolicy, known: [...hitPolicies] }));
  }
  const cells = table.rows.map((row, index) => {
    const { issues: ofRow, cells: ofCells } = checkRow(table, index);
    issues.push(
      ...(row.disabled === true ? ofRow.map((issue) => ({ ...issue, severity: 'warning' as const })) : ofRow),
    );
    return ofCells;
  });
  return { issues, cells };
}

function checkRow(table: DecisionTable, index: number): { issues: Issue[]; cells: UnaryTests[] } {
  const row = table.rows[index] as DecisionTable['rows'][number];
  const issues: Issue[] = [];
  for (const input of Object.keys(row.when)) {
    if (table.inputs.some((candidate) => candidate.id === input)) continue;
    const known = table.inputs.map((candidate) => candidate.id);
    issues.push(errorIssue('unknown_input', ['rows', index, 'when', input], { row: row.id, input, known }));
  }
  const cells = table.inputs.map((input): UnaryTests => {
    const text = Object.hasOwn(row.when, input.id) ? (row.when[input.id] as string) : '';
    const checked = checkCell(text, input);
    for (const issue of checked.issues) {
      const params = { ...issue.params, row: row.id, input: input.name };
      issues.push({ ...issue, path: ['rows', index, 'when', input.id], params });
    }
    return checked.tests;
  });
  issues.push(...checkOutcome(table, row.then, ['rows', index, 'then'], { row: row.id }));
  return { issues, cells };
}

function checkColumns(table: DecisionTable): Issue[] {
  const issues: Issue[] = [];
  for (const [index, input] of table.inputs.entries()) {
    if (!valueTypes.includes(input.type)) {
      const params = { found: input.type, known: [...valueTypes] };
      issues.push(errorIssue('unknown_value_type', ['inputs', index, 'type'], params));
    }
    if (input.path === '' || splitPath(input.path) === null) {
      issues.push(errorIssue('invalid_field_path', ['inputs', index, 'path'], { field: input.path }));
    }
  }
  if (table.outputs.length === 0) issues.push(errorIssue('no_outputs', ['outputs']));
  return issues;
}

function duplicates(entries: { id: string }[], member: string, code: string): Issue[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [errorIssue(code, [member, index, 'id'], { id })];
  });
}

/** What does not keep the table from running: sources, assumptions, tests. */
function checkReferences(table: DecisionTable): Issue[] {
  const issues: Issue[] = [
    ...duplicates(table.sources ?? [], 'sources', 'duplicate_source'),
    ...duplicates(table.assumptions ?? [], 'assumptions', 'duplicate_assumption'),
  ];
  const sources = new Set((table.sources ?? []).map((source) => source.id));
  for (const [index, row] of table.rows.entries()) {
    if (row.source === undefined || sources.has(row.source)) continue;
    issues.push(errorIssue('unknown_source', ['rows', index, 'source'], { row: row.id, source: row.source }));
  }
  for (const [index, test] of (table.tests ?? []).entries()) {
    if (test.row !== undefined && !table.rows.some((row) => row.id === test.row)) {
      issues.push(errorIssue('unknown_test_row', ['tests', index, 'row'], { test: test.name, row: test.row }));
    }
    if (test.outcome === null) continue;
    for (const issue of checkOutcome(table, test.outcome, ['tests', index, 'outcome'], { test: test.name })) {
      if (issue.code === 'unknown_output') issues.push(issue);
    }
  }
  return issues;
}

import { errorIssue, type Issue } from '../../issue.ts';
import type { DecisionTable, TableTest } from '../model.ts';
import { checkTestDays } from './check-days.ts';
import { checkOutcome } from './check-outcome.ts';
import { givesSeveral } from './gives-several.ts';
import { digestOf } from './table-digest.ts';

/**
 * Finds what is wrong with a table although it runs: sources, assumptions, annotations, tests, and texts that no file can
 * keep.
 * @returns issues with paths from the table
 */
export function checkReferences(table: DecisionTable): Issue[] {
  const issues: Issue[] = [
    ...duplicates(table.sources ?? [], 'sources', 'duplicate_source'),
    ...duplicates(table.assumptions ?? [], 'assumptions', 'duplicate_assumption'),
    ...duplicates(table.annotations ?? [], 'annotations', 'duplicate_annotation'),
    ...checkTestDays(table),
  ];
  const sources = new Set((table.sources ?? []).map(({ id }) => id));
  const known = (table.annotations ?? []).map(({ id }) => id);
  const annotations = new Set(known);
  const rows = new Set(table.rows.map(({ id }) => id));
  for (const [index, row] of table.rows.entries()) {
    if (row.source !== undefined && !sources.has(row.source)) {
      issues.push(errorIssue('unknown_source', ['rows', index, 'source'], { row: row.id, source: row.source }));
    }
    for (const annotation of Object.keys(row.annotations ?? {})) {
      if (annotations.has(annotation)) continue;
      const params = { row: row.id, annotation, known };
      issues.push(errorIssue('unknown_annotation', ['rows', index, 'annotations', annotation], params));
    }
  }
  for (const [index, test] of (table.tests ?? []).entries()) {
    if (test.row !== undefined && !rows.has(test.row)) {
      issues.push(errorIssue('unknown_test_row', ['tests', index, 'row'], { test: test.name, row: test.row }));
    }
    // One by one: a hostile test has more issues than a call takes arguments.
    for (const issue of checkExpectation(table, test, ['tests', index, 'outcome'])) issues.push(issue);
  }
  const digest = digestOf(table);
  return digest.ok ? issues : [...issues, ...digest.issues];
}

function checkExpectation(table: DecisionTable, { name, outcome }: TableTest, at: Issue['path']): Issue[] {
  if (outcome === null) return [];
  const several = givesSeveral(table);
  if (Array.isArray(outcome) !== several) {
    const code = several ? 'test_expects_single' : 'test_expects_list';
    return [errorIssue(code, at, { test: name, hitPolicy: table.hitPolicy })];
  }
  const expected = Array.isArray(outcome) ? outcome : [outcome];
  return expected.flatMap((one, index) =>
    checkOutcome(table, one, several ? [...at, index] : at, { test: name }).filter(
      ({ code }) => code === 'unknown_output',
    ),
  );
}

/** Entries whose id stands there already. */
export function duplicates(entries: readonly { id: string }[], member: string, code: string): Issue[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [errorIssue(code, [member, index, 'id'], { id })];
  });
}

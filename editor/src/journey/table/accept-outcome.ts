import type { JsonObject, Outcome, TableTest, TableTestResult } from '../../../../engine/index.ts';

/** The test, expecting from now on what the table gives: of the results that it named, where both are of one form. */
export function acceptOutcome({ row, ...test }: TableTest, actual: TableTestResult['actual']): TableTest {
  const accepted = { ...test, outcome: namedOf(actual.outcome, test.outcome) };
  return row === undefined || actual.row === null ? accepted : { ...accepted, row: actual.row };
}

function namedOf(outcome: Outcome, named: Outcome): Outcome {
  if (outcome === null || named === null || Array.isArray(outcome) || Array.isArray(named)) return outcome;
  return Object.fromEntries(Object.keys(named).map((id) => [id, outcome[id] ?? null])) as JsonObject;
}

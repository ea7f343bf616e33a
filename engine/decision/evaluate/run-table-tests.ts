import type { Issue, Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { sameJson } from '../../same-json.ts';
import { itemIsFacts } from '../facts/fact-mapping.ts';
import type { DecisionTable, Outcome, TableTest } from '../model.ts';
import { compileTable } from './compile-table.ts';
import { decideTable } from './decide.ts';

/** How one of a table's own tests went. */
export interface TableTestResult {
  name: string;
  passed: boolean;
  expected: { outcome: Outcome; row?: string };
  /** What the table gave; `issues` when it could not decide, and then the test has failed. */
  actual: { outcome: Outcome; row: string | null; issues: Issue[] };
}

/**
 * Runs the tests that a table carries, each on its own day and with the tables that this one uses. A test passes when every
 * output that it names has the value it names (in a list: of each outcome, in order; or no row matched, where it expects
 * null), and the deciding row is the one it names, if it names one.
 * @returns one result per test, in order, empty for a table without tests; or what keeps the table from running
 * @example runTableTests(table)
 */
export function runTableTests(table: DecisionTable): Result<TableTestResult[]> {
  const compiled = compileTable(table);
  if (!compiled.ok) return compiled;
  return { ok: true, value: (table.tests ?? []).map((test) => runTest(table, test)) };
}

function runTest(table: DecisionTable, test: TableTest): TableTestResult {
  const expected = test.row === undefined ? { outcome: test.outcome } : { outcome: test.outcome, row: test.row };
  const decided = decideTable(table, test.facts, itemIsFacts, { day: test.day });
  if (!decided.ok) {
    return { name: test.name, passed: false, expected, actual: { outcome: null, row: null, issues: decided.issues } };
  }
  const { outcome, decision } = decided.value;
  const rowAgrees = test.row === undefined || test.row === decision.ruleId;
  const passed = rowAgrees && agrees(test.outcome, outcome);
  return { name: test.name, passed, expected, actual: { outcome, row: decision.ruleId, issues: [] } };
}

function agrees(expected: Outcome, actual: Outcome): boolean {
  if (expected === null || actual === null) return expected === actual;
  if (!Array.isArray(expected) || !Array.isArray(actual)) {
    return !Array.isArray(expected) && !Array.isArray(actual) && agreesOnOne(expected, actual);
  }
  return (
    expected.length === actual.length && expected.every((one, index) => agreesOnOne(one, actual[index] as JsonObject))
  );
}

function agreesOnOne(expected: JsonObject, actual: JsonObject): boolean {
  const valueOf = (outcome: JsonObject, id: string): JsonValue =>
    Object.hasOwn(outcome, id) ? (outcome[id] ?? null) : null;
  return Object.keys(expected).every((id) => sameJson(valueOf(expected, id), valueOf(actual, id)));
}

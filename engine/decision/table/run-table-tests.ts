import type { Issue, Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { compileTable } from '../evaluate/compile-table.ts';
import { decideTable } from '../evaluate/decide.ts';
import { itemIsFacts } from '../facts/fact-mapping.ts';
import type { DecisionTable, TableTest } from '../model.ts';

/** How one of a table's own tests went. */
export interface TableTestResult {
  name: string;
  passed: boolean;
  expected: { outcome: JsonObject | null; row?: string };
  /** What the table gave; `issues` when it could not decide, and then the test has failed. */
  actual: { outcome: JsonObject | null; row: string | null; issues: Issue[] };
}

/**
 * Runs the tests that a table carries. A test passes when every output that it names has the value it names (or no row
 * matched, where it expects null), and the deciding row is the one it names, if it names one.
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
  const decided = decideTable(table, test.facts, itemIsFacts);
  if (!decided.ok) {
    return { name: test.name, passed: false, expected, actual: { outcome: null, row: null, issues: decided.issues } };
  }
  const { outcome, decision } = decided.value;
  const rowAgrees = test.row === undefined || test.row === decision.ruleId;
  const passed = rowAgrees && agrees(test.outcome, outcome);
  return { name: test.name, passed, expected, actual: { outcome, row: decision.ruleId, issues: [] } };
}

function agrees(expected: JsonObject | null, actual: JsonObject | null): boolean {
  if (expected === null || actual === null) return expected === actual;
  return Object.keys(expected).every((id) =>
    sameValue(expected[id] ?? null, Object.hasOwn(actual, id) ? (actual[id] ?? null) : null),
  );
}

function sameValue(left: JsonValue, right: JsonValue): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

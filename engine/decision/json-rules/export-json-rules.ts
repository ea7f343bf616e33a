import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { compileTable } from '../evaluate/compile-table.ts';
import { testCondition, type JsonCondition } from './json-condition.ts';
import type { DecisionTable, TableInput, TableRow } from '../model.ts';
import { splitPath } from '../facts/read-path.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';

/** A rule as json-rules-engine takes it. */
export interface JsonRule {
  name: string;
  /** Descending from the top row; the last one has 1. */
  priority: number;
  conditions: { all: JsonCondition[] };
  event: { type: string; params: { ruleId: string; outcome: JsonObject } };
}

export interface JsonRuleSet {
  rules: JsonRule[];
}

/**
 * Writes a table as rules for json-rules-engine 7.3, one per row that is not disabled.
 *
 * How to run it: `new Engine(rules, { allowUndefinedFacts: true })` and `run(item)`. **The first event decides**: rules
 * have descending priorities, json-rules-engine runs priorities in order and lists events in the order of success, so
 * `events[0]` is the topmost row that matches, and no event means that none does. Stopping at the first success
 * (`engine.on('success', () => engine.stop())`) is a saving, not a need. Rules that exclude all rows above them would make
 * every single event right, but grow with the square of the rows; they were not chosen for that.
 *
 * `allowUndefinedFacts` is needed because a field may be absent. Absence is told by comparing with the fact
 * `steward:absent`, which must never be defined. The first segment of an input's path is the fact, the rest its `path`,
 * in plain names and indexes, so the engine's own path resolver serves.
 *
 * Known deviations: json-rules-engine reads a number written as text as that number (Steward: `wrong_type`); and where a
 * path expects an object but the fact is a plain value, it takes that value itself (Steward: absent).
 * @param table a table that runs
 * @returns the rules; or the errors of `compileTable`, `path_not_exportable`, `cell_not_exportable` (a range in a list's
 *   cell: no operator asks one member for two bounds)
 * @example exportJsonRules(table)
 * @source json-rules-engine 7.3 documentation, "Rules", "Engine"; operator decorators since 7.0
 */
export function exportJsonRules(table: DecisionTable): Result<JsonRuleSet> {
  const compiled = compileTable(table);
  if (!compiled.ok) return compiled;
  const { columns, rows } = compiled.value;
  const issues: Issue[] = [];
  const places = columns.map(({ input }) => factPlace(input));
  for (const [index, place] of places.entries()) {
    if (place !== null) continue;
    const field = columns[index]?.input.path ?? '';
    issues.push(errorIssue('path_not_exportable', ['inputs', index, 'path'], { field }));
  }
  const rules = rows.map((row, rowIndex): JsonRule => {
    const all = columns.flatMap(({ input, cells }, column): JsonCondition[] => {
      const place = places[column];
      const tests = cells[rowIndex] as UnaryTests;
      if (place === null || place === undefined || tests.kind === 'any') return [];
      const condition = testCondition(tests, input.type, place);
      if (condition !== null) return [condition];
      const path = ['rows', table.rows.indexOf(row), 'when', input.id];
      issues.push(
        errorIssue('cell_not_exportable', path, { row: row.id, input: input.name, cell: row.when[input.id] ?? '' }),
      );
      return [];
    });
    return { name: row.id, priority: rows.length - rowIndex, conditions: { all }, event: eventOf(table, row) };
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { rules } };
}

function eventOf(table: DecisionTable, row: TableRow): JsonRule['event'] {
  const outcome: JsonObject = {};
  for (const { id } of table.outputs) {
    outcome[id] = Object.hasOwn(row.then, id) ? (row.then[id] as JsonValue) : null;
  }
  return { type: table.id, params: { ruleId: row.id, outcome } };
}

/** Names that mean only themselves in a JSONPath: letters, digits, `_`, `-`. */
const plainName = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** The fact and the JSONPath inside of it, or null when a segment cannot be said plainly. */
function factPlace(input: TableInput): { fact: string; path?: string } | null {
  const [fact, ...rest] = splitPath(input.path) ?? [];
  if (fact === undefined) return null;
  if (rest.length === 0) return { fact };
  let path = '$';
  for (const segment of rest) {
    if (/^\d+$/.test(segment)) path += `[${segment}]`;
    else if (plainName.test(segment)) path += `.${segment}`;
    else return null;
  }
  return { fact, path };
}

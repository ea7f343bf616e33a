import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import { resultOf } from '../table/result-of.ts';
import { readyChain, type ReadyTable } from '../evaluate/ready-table.ts';
import { checkDay, isValidOn } from '../facts/day.ts';
import { splitPath } from '../facts/read-path.ts';
import type { DecisionTable, TableInput, TableRow } from '../model.ts';
import { cellCondition, type ExportColumn } from './cell-condition.ts';
import type { FactReference, JsonCondition, JsonRule, RuleSet } from './rule-set.ts';

/** A table as rules; `new Engine(ruleSet.rules, ruleSet)` runs it. */
export interface JsonRuleSet extends RuleSet {
  allowUndefinedFacts: true;
}

/** Settings of `exportJsonRules`. */
export interface ExportRulesOptions {
  /** The day for which the rules are made, `YYYY-MM-DD`; needed where the table or its rows have days of validity. */
  day?: string;
  /**
   * json-rules-engine collects events and computes nothing with them. `refuse` tables that do; or write a rule per row all
   * the same, for callers that compute the figure with `outcomeFromEvents`. @default 'refuse'
   */
  aggregation?: 'refuse' | 'read-back';
}

/**
 * Writes a table as rules for json-rules-engine 7.3: one per row that is not disabled and valid on the day. The events are
 * the rows that match, in the order in which the hit policy counts them, so that what decides is read off their list
 * (`outcomeFromEvents` does):
 *
 * | policy | the outcome is in |
 * | --- | --- |
 * | `first`, `priority` | the first event |
 * | `unique` | the only event; several are an error of the table |
 * | `any` | the first event; others with another outcome are an error of the table |
 * | `rule-order`, `output-order`, `collect` as list | all events, in their order |
 * | `collect` with an aggregation | refused: json-rules-engine computes nothing with its events |
 *
 * No event means that no row matches; defaults are then with the caller. An event's type is the table's id, its params are
 * `{ ruleId, outcome }`. Rules have descending priorities, by which json-rules-engine orders its events.
 *
 * `allowUndefinedFacts` is needed because a field may be absent. Absence is told by comparing with the fact
 * `steward:absent`, which must never be defined. The first segment of an input's path is the fact, the rest its `path`,
 * in plain names and indexes, so the engine's own path resolver serves.
 *
 * Known deviations, all on facts that the table would refuse or call absent: json-rules-engine takes a number written as
 * text for that number, and does not know allowed values and required inputs; where a path expects an object but the fact
 * is a plain value, it takes that value; `length` of a text or list is its length; in a list, a text that begins like a
 * number has the order of that number; and years of other than four digits have the order of their texts.
 * @param table a table that runs
 * @returns the rules; or the errors of `compileTable`; `decision_day_missing`, `table_not_valid_on_day`;
 *   `path_not_exportable`, `cell_not_exportable` (params.reason), `aggregation_not_exportable`, `chain_not_exportable`,
 *   `event_type_not_exportable` (a table whose id is `error`)
 * @example exportJsonRules(table, { day: '2026-11-22' })
 * @source json-rules-engine 7.3 documentation, "Rules", "Engine"; operator decorators since 7.0
 */
export function exportJsonRules(table: DecisionTable, options: ExportRulesOptions = {}): Result<JsonRuleSet> {
  const chain = readyChain(table);
  if (!chain.ok) return chain;
  const ready = chain.value.last;
  const issues = tableIssues(ready, options);
  const columns = exportColumns(ready, issues);
  const rows = orderedRows(ready, options.day);
  const rules = rows.map((row, place): JsonRule => {
    const all = rowConditions(ready, row, columns, issues);
    const event = { type: table.id, params: { ruleId: row.id, outcome: outcomeOf(table, row) } };
    return { name: row.id, priority: rows.length - place, conditions: { all }, event };
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { rules, allowUndefinedFacts: true } };
}

function tableIssues({ table, needsDay }: ReadyTable, { day, aggregation }: ExportRulesOptions): Issue[] {
  const issues: Issue[] = [];
  const ofDay = needsDay ? checkDay(table, day) : null;
  if (ofDay !== null) issues.push(ofDay);
  if (table.aggregation !== undefined && aggregation !== 'read-back') {
    issues.push(errorIssue('aggregation_not_exportable', ['aggregation'], { aggregation: table.aggregation }));
  }
  if (table.id === 'error') issues.push(errorIssue('event_type_not_exportable', ['id'], { id: table.id }));
  for (const [index, { name, from }] of table.inputs.entries()) {
    if (from === undefined) continue;
    issues.push(errorIssue('chain_not_exportable', ['inputs', index, 'from'], { input: name, from }));
  }
  return issues;
}

/** The rows that count, in the order in which the policy counts them: by rank where it has one, else top down. */
function orderedRows({ table, compiled, ranks, needsDay }: ReadyTable, day: string | undefined): TableRow[] {
  const rows = needsDay && day !== undefined ? compiled.rows.filter((row) => isValidOn(row, day)) : [...compiled.rows];
  const rankOf = new Map(table.rows.map((row) => [row.id, ranks?.get(row) ?? 0]));
  return rows.sort((a, b) => (rankOf.get(a.id) ?? 0) - (rankOf.get(b.id) ?? 0));
}

function exportColumns({ table, offsets }: ReadyTable, issues: Issue[]): ExportColumn[] {
  return table.inputs.map((input, index) => {
    const place = factPlace(input);
    if (place === null)
      issues.push(errorIssue('path_not_exportable', ['inputs', index, 'path'], { field: input.path }));
    return { input, place: place ?? { fact: input.id }, offset: offsets.kinds[index] ?? null };
  });
}

function rowConditions(
  { table, compiled }: ReadyTable,
  row: TableRow,
  columns: readonly ExportColumn[],
  issues: Issue[],
): JsonCondition[] {
  const byId = new Map(columns.map((column) => [column.input.id, column]));
  const position = compiled.rows.indexOf(row);
  return columns.flatMap((column, index): JsonCondition[] => {
    const tests = compiled.columns[index]?.cells[position] as UnaryTests;
    if (tests.kind === 'any') return [];
    const written = cellCondition(tests, column, byId);
    if (written.ok) return [written.condition];
    const { input } = column;
    const path = ['rows', table.rows.findIndex(({ id }) => id === row.id), 'when', input.id];
    const params = { row: row.id, input: input.name, cell: row.when[input.id] ?? '', reason: written.reason };
    issues.push(errorIssue('cell_not_exportable', path, params));
    return [];
  });
}

function outcomeOf(table: DecisionTable, row: TableRow): JsonObject {
  return Object.fromEntries(table.outputs.map((output) => [output.id, resultOf(row, output)]));
}

/** Names that mean only themselves in a JSONPath: letters, digits, `_`, `-`. */
const plainName = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** The fact and the JSONPath inside of it, or null when a segment cannot be said plainly. */
function factPlace(input: TableInput): FactReference | null {
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

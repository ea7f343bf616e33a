import { errorIssue, type Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { DecisionTable, Outcome, TableOutput, TableRow } from '../model.ts';
import { givesSeveral } from '../table/gives-several.ts';
import { resultOf } from '../table/result-of.ts';
import { sumDecimals } from './sum-decimals.ts';

/**
 * What a table gives when these rows count.
 * @param table the table
 * @param rows the rows that count, in that order; at least one
 * @param matchCount how many rows matched
 * @returns fresh objects; or `figure_too_large` when a sum is beyond all numbers
 */
export function outcomeOf(table: DecisionTable, rows: readonly TableRow[], matchCount: number): Result<Outcome> {
  if (givesSeveral(table)) return { ok: true, value: rows.map((row) => resultsOf(table, row)) };
  if (table.hitPolicy === 'collect') return figureOf(table, rows, matchCount);
  return { ok: true, value: resultsOf(table, rows[0] as TableRow) };
}

/** Every output, in the table's order, in fresh objects. */
function resultsOf(table: DecisionTable, row: TableRow): JsonObject {
  const results: JsonObject = {};
  for (const output of table.outputs) results[output.id] = fresh(resultOf(row, output));
  return results;
}

function fresh(value: JsonValue): JsonValue {
  return Array.isArray(value) ? [...value] : value;
}

function figureOf(table: DecisionTable, rows: readonly TableRow[], matchCount: number): Result<Outcome> {
  const output = table.outputs[0] as TableOutput;
  if (table.aggregation === 'count') return { ok: true, value: { [output.id]: matchCount } };
  // `checkTable` has seen that every row gives a number. Rows that count for a minimum or maximum all give it.
  const numbers = rows.map((row) => resultOf(row, output) as number);
  const figure = table.aggregation === 'sum' ? sumDecimals(numbers) : (numbers[0] as number);
  if (Number.isFinite(figure)) return { ok: true, value: { [output.id]: figure } };
  return { ok: false, issues: [errorIssue('figure_too_large', [], { table: table.name, version: table.version })] };
}

/**
 * What a table gives when no row matches.
 * @returns the defaults of its outputs, when at least one has one (as a list of them where outcomes are lists); 0 for a
 *   count; else null
 * @example outcomeWithoutMatch({ ...table, outputs: [{ id: 'pay', name: 'Pay', type: 'boolean', default: false }] }) // { pay: false }
 * @source DMN 1.5, 8.2.10 (default output values)
 */
export function outcomeWithoutMatch(table: DecisionTable): Outcome {
  if (hasDefaults(table)) {
    const defaults: JsonObject = {};
    for (const { id, default: value } of table.outputs) defaults[id] = fresh(value ?? null);
    return givesSeveral(table) ? [defaults] : defaults;
  }
  const [output] = table.outputs;
  return table.aggregation === 'count' && output !== undefined ? { [output.id]: 0 } : null;
}

/** True when an output says what to give when no row matches. @example hasDefaults(table) */
export function hasDefaults(table: DecisionTable): boolean {
  return table.outputs.some((output) => output.default !== undefined && output.default !== null);
}

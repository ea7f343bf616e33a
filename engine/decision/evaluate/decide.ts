import { errorIssue, type Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { compileTable, firstRow, matchRows, type CompiledTable } from './compile-table.ts';
import type { Decision } from '../decision.ts';
import { factReader, type FactMapping } from '../facts/fact-mapping.ts';
import type { DecisionTable, TableRow } from '../model.ts';
import { reasonOf } from './reason.ts';

/**
 * Decides one item by a table with the `first` hit policy: the topmost row of which every cell passes.
 * @param table the table; the same object on every call, since it is compiled once per object
 * @param item the item as it stands in n8n
 * @param mapping where the facts are in the item; the same object on every call
 * @returns the decision and its outcome by output id (null for results that the row leaves out). No row matches: both
 *   `outcome` and `decision.ruleId` are null, and `reasons` is empty. Issues: those of `compileTable`, a mapping that
 *   cannot work, `no_data_at_field`, `wrong_type` for each present value of a wrong type
 * @example decideTable(table, { order: { amount: 1200 } }, { dataField: '', fields: [] })
 * @source DMN 1.5, 8.2.8 (hit policy FIRST)
 */
export function decideTable(
  table: DecisionTable,
  item: JsonObject,
  mapping: FactMapping,
): Result<{ decision: Decision; outcome: JsonObject | null }> {
  const matched = matchItem(table, item, mapping);
  if (!matched.ok) return matched;
  const { compiled, mask } = matched.value;
  const row = compiled.rows[firstRow(mask, 0)];
  const outcome = row === undefined ? null : outcomeOf(table, row);
  const decision: Decision = {
    kind: 'table',
    outcome,
    reasons: row === undefined ? [] : [reasonOf(table, row)],
    ruleId: row?.id ?? null,
    tableId: table.id,
    tableVersion: table.version,
  };
  return { ok: true, value: { decision, outcome } };
}

/** The rows that match an item: `firstRow` walks the mask. */
export interface MatchedRows {
  compiled: CompiledTable;
  mask: Uint32Array;
}

/**
 * Finds every row that matches an item; `decideTable` and `decideRisk` choose among them.
 * @returns the rows as a mask, or issues as `decideTable` gives them
 */
export function matchItem(table: DecisionTable, item: JsonObject, mapping: FactMapping): Result<MatchedRows> {
  const compiled = compileTable(table);
  if (!compiled.ok) return compiled;
  const reader = factReader(compiled.value, mapping);
  if (!reader.ok) return reader;
  const values = reader.value.read(item);
  if (!values.ok) return values;
  return { ok: true, value: { compiled: compiled.value, mask: matchRows(compiled.value, values.value) } };
}

/** The outcome of a row: every output, in the table's order, in fresh objects. */
function outcomeOf(table: DecisionTable, row: TableRow): JsonObject {
  const outcome: JsonObject = {};
  for (const { id } of table.outputs) {
    const value: JsonValue = Object.hasOwn(row.then, id) ? (row.then[id] as JsonValue) : null;
    outcome[id] = Array.isArray(value) ? [...value] : value;
  }
  return outcome;
}

/** The issue of an item that no row matches, for callers that do not accept it. */
export function noMatchIssue(table: DecisionTable) {
  return errorIssue('no_match', [], { table: table.name, version: table.version });
}

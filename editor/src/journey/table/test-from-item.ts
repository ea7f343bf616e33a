import {
  decideTable,
  readPath,
  type DecisionTable,
  type FactMapping,
  type JsonObject,
  type JsonValue,
  type Outcome,
  type TableTest,
} from '../../../../engine/index.ts';
import { needsDay } from './valid-on.ts';
import { shortValue } from '../parts/short-value.ts';

/**
 * A test that holds what a table decided about an item: the fields that the table reads, and what came out. Nothing else
 * of the item goes into it, so that a table carries no more about people than it needs. Null when it cannot decide.
 * @param today day of the decision, which the test names where the table has days of validity
 */
export function testFromItem(
  table: DecisionTable,
  item: JsonObject,
  mapping: FactMapping,
  who: string,
  today?: string,
): TableTest | null {
  const day = today === undefined || !needsDay(table) ? {} : { day: today };
  const decided = decideTable(table, item, mapping, day);
  if (!decided.ok) return null;
  const { outcome } = decided.value;
  const facts: JsonObject = {};
  for (const input of table.inputs) {
    const mapped = mapping.fields.find((entry) => entry.input === input.id)?.field;
    const path = mapped ?? (mapping.dataField === '' ? input.path : `${mapping.dataField}.${input.path}`);
    const value = readPath(item, path);
    if (value !== undefined) write(facts, input.path, value);
  }
  const row = decided.value.decision.ruleId;
  const again = decideTable(table, facts, { dataField: '', fields: [] }, day);
  // A path with brackets, say, is not written the way it is read: better no test than one that fails at once.
  if (!again.ok || again.value.decision.ruleId !== row) return null;
  const words = nameOf(outcome);
  const taken = new Set((table.tests ?? []).map((test) => test.name));
  const plain = words === undefined ? who : `${who}: ${words}`;
  let name = plain;
  for (let count = 2; taken.has(name); count += 1) name = `${plain} (${count})`;
  return { name, facts, outcome, ...(row === null ? {} : { row }), ...day };
}

/** The outcome in a word or two: its first result, of the first of several outcomes. */
function nameOf(outcome: Outcome): string | undefined {
  if (outcome === null) return 'no row';
  const first = Array.isArray(outcome) ? outcome[0] : outcome;
  return Object.values(first ?? {}).map((value) => shortValue(value, 24))[0];
}

/** Puts a value where a dotted path leads, so that the path reads it; numbers in the path become members with that name. */
function write(facts: JsonObject, path: string, value: JsonValue): void {
  const parts = path.split('.');
  const last = parts.pop();
  if (last === undefined || [...parts, last].includes('__proto__')) return;
  let at = facts;
  for (const part of parts) {
    const next = Object.hasOwn(at, part) ? at[part] : undefined;
    if (typeof next === 'object' && next !== null && !Array.isArray(next)) at = next;
    else {
      const made: JsonObject = {};
      at[part] = made;
      at = made;
    }
  }
  at[last] = value;
}

import fc from 'fast-check';
import { readPath, type DecisionTable, type JsonObject, type JsonValue } from '../../engine/index.ts';

/**
 * Random facts for a pack: one of its own cases, of which up to four facts are taken away or replaced by what another case
 * has there or the input allows. The cases stand on both sides of every threshold, so these facts do too, in combinations
 * that nobody wrote down.
 */
export function packFacts(table: DecisionTable): fc.Arbitrary<JsonObject> {
  const tables = [table, ...(table.uses ?? [])];
  const cases = tables.flatMap((one) => (one.tests ?? []).map((test) => test.facts));
  const change = fc.constantFrom(...valuesByPath(tables, cases)).chain(([path, values]) => {
    return fc.tuple(fc.constant(path), fc.option(fc.constantFrom(...values), { freq: 5 }));
  });
  return fc
    .tuple(fc.constantFrom(...cases), fc.array(change, { maxLength: 4 }))
    .map(([facts, changes]) => changes.reduce((before, [path, value]) => withFact(before, path, value), facts));
}

/** A copy of the facts in which one has another value. @param value null counts as absent */
export function withFact(facts: JsonObject, path: string, value: JsonValue): JsonObject {
  const copy = structuredClone(facts);
  const names = path.split('.');
  let at = copy;
  for (const name of names.slice(0, -1)) at = (at[name] ??= {}) as JsonObject;
  at[names.at(-1) as string] = value;
  return copy;
}

/** What the cases have at each path that the tables read, and what the inputs allow there. */
function valuesByPath(tables: readonly DecisionTable[], cases: readonly JsonObject[]): [string, JsonValue[]][] {
  const values = new Map<string, Map<string, JsonValue>>();
  for (const input of tables.flatMap((table) => table.inputs)) {
    if (input.from !== undefined) continue;
    const known = values.get(input.path) ?? new Map<string, JsonValue>();
    values.set(input.path, known);
    const allowed = (input.allowed ?? []).map((value) => (input.type === 'list' ? [value] : value));
    for (const value of [...allowed, ...cases.map((facts) => readPath(facts, input.path))]) {
      if (value !== undefined && value !== null) known.set(JSON.stringify(value), value);
    }
  }
  return [...values].map(([path, known]) => [path, [...known.values()]]);
}

import fc from 'fast-check';
import { readPath, type DecisionTable, type JsonObject, type JsonValue } from '../../engine/index.ts';

/**
 * Random facts for a pack: at each path that its tables read a value that one of their tests has there, or none. Since the
 * tests stand on both sides of every threshold, so do these facts, in combinations that nobody wrote down.
 */
export function packFacts(table: DecisionTable): fc.Arbitrary<JsonObject> {
  const tables = [table, ...(table.uses ?? [])];
  const paths = new Set(
    tables.flatMap((one) => one.inputs.filter((input) => input.from === undefined).map((input) => input.path)),
  );
  const cases = tables.flatMap((one) => (one.tests ?? []).map((test) => test.facts));
  const values = [...paths].map((path) => {
    const found = cases.map((facts) => readPath(facts, path)).filter((value) => value !== undefined && value !== null);
    return fc.option(fc.constantFrom(...new Map(found.map((value) => [JSON.stringify(value), value])).values()), {
      nil: undefined,
    });
  });
  return fc.tuple(...values).map((chosen) => {
    const facts: JsonObject = {};
    for (const [index, path] of [...paths].entries()) {
      const value = chosen[index];
      if (value !== undefined) setAt(facts, path, value);
    }
    return facts;
  });
}

/** Writes a fact at a path of plain names. */
export function setAt(facts: JsonObject, path: string, value: JsonValue): void {
  const names = path.split('.');
  let at = facts;
  for (const name of names.slice(0, -1)) at = (at[name] ??= {}) as JsonObject;
  at[names.at(-1) as string] = value;
}

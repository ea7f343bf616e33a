import type { JsonObject, JsonValue } from '../../../../engine/index.ts';
import type { DecisionTable } from '../../../../engine/decision/model.ts';

/** Facts that hold the values at the paths of the inputs, `other.number` and the like. */
export function factsOf(table: DecisionTable, values: readonly JsonValue[]): JsonObject {
  const other: JsonObject = {};
  const facts: JsonObject = { other };
  for (const [index, { path }] of table.inputs.entries()) {
    const value = values[index] ?? null;
    if (value === null && index % 2 === 0) continue;
    if (path.startsWith('other.')) other[path.slice(6)] = value;
    else facts[path] = value;
  }
  return facts;
}

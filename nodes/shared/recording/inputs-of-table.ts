import { inputsOfDecision } from '../../../engine/index.ts';
import type { DecisionTable, FactMapping, JsonObject } from '../../../engine/index.ts';

/** The values that a decision of the table rests on; it has decided, so table and mapping are sound. */
export function inputsOfTable(table: DecisionTable, item: JsonObject, mapping: FactMapping): JsonObject {
  const inputs = inputsOfDecision(table, item, mapping);
  return inputs.ok ? inputs.value : {};
}

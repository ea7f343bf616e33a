import { isJsonObject, sameJson, type JsonObject, type Outcome } from '../../../../engine/index.ts';

/** Of another outcome, the results that differ from those of now; all of it where the two cannot be told apart by result. */
export function changedResults(now: Outcome, other: Outcome): Outcome {
  if (!isJsonObject(now) || !isJsonObject(other)) return other;
  const changed: JsonObject = {};
  for (const [id, value] of Object.entries(other)) {
    if (value !== undefined && !sameJson(value, now[id])) changed[id] = value;
  }
  return Object.keys(changed).length === 0 ? other : changed;
}

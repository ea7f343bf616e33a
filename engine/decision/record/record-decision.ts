import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { Decision } from '../decision.ts';

/**
 * Appends a decision to the item's own record, `steward.decisions`, without changing the item given.
 *
 * The entry is the decision, with those that it required, plus `step`, the name of the step that made it. Whatever else stands under `steward` stays;
 * a `steward` that is no object, or `decisions` that is no list, is replaced, since the key is Steward's own.
 * @example recordDecision({ id: 1 }, 'Risk', decision) // { id: 1, steward: { decisions: [{ …decision, step: 'Risk' }] } }
 */
export function recordDecision(item: JsonObject, stepName: string, decision: Decision): JsonObject {
  const steward = isJsonObject(item['steward']) ? item['steward'] : {};
  const decisions = Array.isArray(steward['decisions']) ? steward['decisions'] : [];
  const entry: JsonObject = { ...decisionAsJson(decision), step: stepName };
  return { ...item, steward: { ...steward, decisions: [...decisions, entry] } };
}

/** A decision in objects of its own, so that who changes the record does not change the decision. */
function decisionAsJson({ reasons, matched, required, ...decision }: Decision): JsonObject {
  const json: JsonObject = {
    ...decision,
    reasons: reasons.map((reason): JsonValue => ({ ...reason })),
    matched: [...matched],
  };
  if (required !== undefined) json['required'] = required.map(decisionAsJson);
  return json;
}

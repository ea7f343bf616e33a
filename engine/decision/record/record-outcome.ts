import { errorIssue, type Issue } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { Decision } from '../decision.ts';
import type { DecisionTable, Outcome } from '../model.ts';
import type { RiskDecision } from '../risk/decide-risk.ts';
import { splitPath } from '../facts/read-path.ts';
import { recordDecision } from './record-decision.ts';

/** The key of an item that is Steward's own. */
export const reservedKey = 'steward';

/**
 * Writes a risk decision into an item: appended to `steward.decisions`, and as `steward.risk`, which the steps that
 * follow read. The item given stays as it is.
 * @param item the item as it stands in n8n
 * @param stepName name of the step that decided
 * @param risk from `decideRisk`
 * @example recordRisk({ id: 1 }, 'Risk', risk).steward.risk.level // 'high'
 */
export function recordRisk(item: JsonObject, stepName: string, risk: RiskDecision): JsonObject {
  const { decision, level, duties } = risk;
  const recorded = recordDecision(item, stepName, decision);
  const steward = recorded[reservedKey] as JsonObject;
  steward['risk'] = {
    level,
    reasons: decision.reasons.map((reason): JsonValue => ({ ...reason })),
    ruleId: decision.ruleId,
    tableId: decision.tableId,
    tableVersion: decision.tableVersion,
    tableDigest: decision.tableDigest,
    duties: { ...duties },
  };
  return recorded;
}

/**
 * Writes a table's decision into an item: appended to `steward.decisions`, and its outcome where the next steps look
 * for it. The item given stays as it is.
 * @param item the item as it stands in n8n
 * @param stepName name of the step that decided
 * @param decided from `decideTable`
 * @param outputField path of the field that gets the outcome (objects on the way are made; anything else on the way is
 *   replaced); a list of outcomes stands there as a list. Empty puts each output into the item itself, and nothing when no
 *   row matched or the outcome is a list, which `checkPlacing` tells beforehand. A path that `readPath` could not read
 *   back (`__proto__`, an empty segment) and the reserved key `steward` get nothing
 * @example recordTableOutcome({ id: 1 }, 'Refund', { decision, outcome: { pay: true } }, 'decision').decision // { pay: true }
 */
export function recordTableOutcome(
  item: JsonObject,
  stepName: string,
  decided: { decision: Decision; outcome: Outcome },
  outputField: string,
): JsonObject {
  const recorded = recordDecision(item, stepName, decided.decision);
  const { outcome } = decided;
  if (outputField === '') {
    if (outcome === null || Array.isArray(outcome)) return recorded;
    for (const [id, value] of Object.entries(outcome)) if (isFreeField([id])) recorded[id] = value;
    return recorded;
  }
  const segments = splitPath(outputField);
  if (segments === null || !isFreeField(segments)) return recorded;
  let target = recorded;
  for (const segment of segments.slice(0, -1)) {
    const next = Object.hasOwn(target, segment) ? target[segment] : undefined;
    const copy: JsonObject = isJsonObject(next) ? { ...next } : {};
    target[segment] = copy;
    target = copy;
  }
  target[segments.at(-1) as string] = outcome;
  return recorded;
}

/** True for a place that belongs to the item: not Steward's own key, nothing that leads into JavaScript's own machinery. */
function isFreeField(segments: string[]): boolean {
  return segments[0] !== reservedKey && segments.every((segment) => splitPath(segment) !== null);
}

/**
 * Finds what is wrong with the path that gets an outcome.
 * @param outputField as for `recordTableOutcome`; an empty path is fine unless an output is called like the reserved key
 * @param table the table whose outcome goes there
 * @returns `invalid_field_path` or `reserved_field`, or nothing
 * @example checkOutputField('steward.x', table)[0].code // 'reserved_field'
 */
export function checkOutputField(outputField: string, table: DecisionTable): Issue[] {
  const segments = splitPath(outputField);
  if (segments === null) return [errorIssue('invalid_field_path', ['outputField'], { field: outputField })];
  const written = segments.length === 0 ? table.outputs.map(({ id }) => id) : segments.slice(0, 1);
  if (!written.includes(reservedKey)) return [];
  return [errorIssue('reserved_field', ['outputField'], { field: outputField || reservedKey, reserved: reservedKey })];
}

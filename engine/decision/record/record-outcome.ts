import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { Decision } from '../decision.ts';
import type { DecisionTable, Outcome } from '../model.ts';
import type { RiskDecision } from '../risk/decide-risk.ts';
import { splitPath } from '../facts/read-path.ts';
import { withValueAt } from '../facts/with-value-at.ts';
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
  return withValueAt(recorded, segments, outcome);
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
  const isMerged = splitPath(outputField)?.length === 0;
  if (isMerged) return table.outputs.some(({ id }) => id === reservedKey) ? [reserved('outputField', outputField)] : [];
  return checkWrittenField('outputField', outputField);
}

/**
 * Finds what is wrong with a path that a step writes to.
 * @param setting name of the setting, for the path of the issue
 * @param field the path, at least one segment
 * @returns `invalid_field_path` or `reserved_field`, or nothing
 * @example checkWrittenField('htmlField', 'steward.x')[0].code // 'reserved_field'
 */
export function checkWrittenField(setting: string, field: string): Issue[] {
  const segments = splitPath(field);
  if (segments === null || segments.length === 0) return [errorIssue('invalid_field_path', [setting], { field })];
  return segments[0] === reservedKey ? [reserved(setting, field)] : [];
}

function reserved(setting: string, field: string): Issue {
  return errorIssue('reserved_field', [setting], { field: field || reservedKey, reserved: reservedKey });
}

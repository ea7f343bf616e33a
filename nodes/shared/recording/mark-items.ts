import { isJsonObject, reservedKey } from '../../../engine/index.ts';
import type { JsonObject, JsonValue, QueuedRecord } from '../../../engine/index.ts';
import type { Sent } from '../item-result.ts';
import type { LedgerPlace } from './send-records.ts';

/** Notes in a decision that the items carry where it stands in the ledger. The items are the node's own. */
export function markRecorded(sent: readonly Sent[], { stream, sequence }: LedgerPlace): void {
  for (const { json } of sent) {
    const { decisions } = json[reservedKey] as { decisions: JsonObject[] };
    const decision = decisions.at(-1);
    if (decision !== undefined) decision['ledger'] = { stream, sequence };
  }
}

/** Says in the items that their decision is not in the ledger, and lets the record wait in them. */
export function markUnrecorded(sent: readonly Sent[], record: QueuedRecord): void {
  for (const { json } of sent) {
    const steward = json[reservedKey] as JsonObject;
    const queue = Array.isArray(steward['queue']) ? steward['queue'] : [];
    steward['unrecorded'] = true;
    steward['queue'] = [...queue, JSON.parse(JSON.stringify(record)) as JsonValue];
  }
}

/**
 * Takes records that were sent later out of the queue of an item, and notes their places.
 * @param places of the first records of the queue; the others wait on
 * @returns a new item
 */
export function unqueue(item: JsonObject, queue: readonly QueuedRecord[], places: readonly LedgerPlace[]): JsonObject {
  const { queue: _, unrecorded: __, ...steward } = item[reservedKey] as JsonObject;
  const left = queue.slice(places.length) as unknown as JsonValue[];
  const waiting: JsonObject = left.length === 0 ? {} : { unrecorded: true, queue: left };
  const decisions = Array.isArray(steward['decisions']) ? [...steward['decisions']] : [];
  for (const [index, { stream, sequence }] of places.entries()) {
    const at = decisions.findIndex((decision) => isOf(decision, queue[index]));
    const decision = decisions[at];
    if (isJsonObject(decision)) decisions[at] = { ...decision, ledger: { stream, sequence } };
  }
  return { ...item, [reservedKey]: { ...steward, ...(decisions.length > 0 && { decisions }), ...waiting } };
}

/** The first decision of the record's step that is not recorded yet. */
function isOf(decision: JsonValue, record: QueuedRecord | undefined): boolean {
  return isJsonObject(decision) && decision['step'] === record?.source.step && decision['ledger'] === undefined;
}

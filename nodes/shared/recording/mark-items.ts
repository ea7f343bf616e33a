import { isJsonObject, reservedKey } from '../../../engine/index.ts';
import type { JsonObject, JsonValue, QueuedRecord } from '../../../engine/index.ts';
import type { Sent } from '../item-result.ts';

/** Notes in a decision that the items carry where it stands in the ledger. The items are the node's own. */
export function markRecorded(sent: readonly Sent[], stream: string, sequence: number): void {
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
 * @param sequences of the first records of the queue; the others wait on
 * @returns a new item
 */
export function unqueue(
  item: JsonObject,
  queue: readonly QueuedRecord[],
  stream: string,
  sequences: readonly number[],
): JsonObject {
  const steward = { ...(item[reservedKey] as JsonObject) };
  delete steward['queue'];
  delete steward['unrecorded'];
  if (sequences.length < queue.length) {
    steward['unrecorded'] = true;
    steward['queue'] = queue.slice(sequences.length) as unknown as JsonValue[];
  }
  const { decisions } = steward;
  if (Array.isArray(decisions)) steward['decisions'] = withPlaces(decisions, queue, stream, sequences);
  return { ...item, [reservedKey]: steward };
}

function withPlaces(
  decisions: readonly JsonValue[],
  queue: readonly QueuedRecord[],
  stream: string,
  sequences: readonly number[],
): JsonValue[] {
  const noted = [...decisions];
  for (const [index, sequence] of sequences.entries()) {
    const at = noted.findIndex((decision) => isOf(decision, queue[index]));
    if (at >= 0) noted[at] = { ...(noted[at] as JsonObject), ledger: { stream, sequence } };
  }
  return noted;
}

/** The first decision of the record's step that is not recorded yet. */
function isOf(decision: JsonValue, record: QueuedRecord | undefined): boolean {
  return isJsonObject(decision) && decision['step'] === record?.source.step && decision['ledger'] === undefined;
}

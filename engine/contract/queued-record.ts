import type { RecordSource } from '../audit/entry.ts';
import type { Decision } from '../decision/decision.ts';
import type { DecisionTable } from '../decision/model.ts';
import { errorIssue, type Result } from '../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';

/**
 * A record of a decision with everything that the ledger has to be told, so that any later step can tell it. When the hub
 * was away, it stands in `steward.queue` of its item, and `steward.unrecorded` is true.
 */
export interface QueuedRecord {
  /** The idempotency key; the same decision keeps it however often it is sent. */
  key: string;
  source: RecordSource;
  decision: Decision;
  /** ISO 8601, UTC. */
  decidedAt: string;
  /** The day that days of validity were held against, `YYYY-MM-DD`; null where none was. */
  day: string | null;
  /** Whom the decision is about; null: nobody that the step could name. */
  subject: string | null;
  /** The values that the decision rests on, by input. */
  inputs: JsonObject;
  note?: string;
  /** Tables that decided and that the hub may not hold, by digest. */
  tables?: Record<string, DecisionTable>;
}

/**
 * Reads the records that wait in an item.
 * @param item the item as it stands in n8n
 * @returns the records in order, none when the item has no queue; or `queue_malformed` when somebody changed it into
 *   something that cannot be sent
 * @example queuedRecords({ steward: { queue: [record] } }) // { ok: true, value: [record] }
 */
export function queuedRecords(item: JsonObject): Result<QueuedRecord[]> {
  const { steward } = item;
  const queue = isJsonObject(steward) ? (steward['queue'] ?? []) : [];
  if (!Array.isArray(queue) || !queue.every(isQueuedRecord)) {
    return { ok: false, issues: [errorIssue('queue_malformed', ['steward', 'queue'])] };
  }
  return { ok: true, value: queue as unknown as QueuedRecord[] };
}

/** Looks as far as sending depends on it; the hub holds everything else against its schema. */
function isQueuedRecord(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const { key, source, decision, inputs, tables } = value;
  return (
    typeof key === 'string' &&
    isJsonObject(source) &&
    isJsonObject(decision) &&
    isJsonObject(inputs) &&
    (tables === undefined || (isJsonObject(tables) && Object.values(tables).every(isJsonObject)))
  );
}

import type { EventKind, EventRecord, JsonObject, JsonValue } from '../../../engine/index.ts';
import { searchColumns } from '../../../engine/index.ts';
import { canonicalText } from './canonical-text.ts';
import type { PendingAppend } from './pending.ts';

/** Something that was done to the ledger, or to who may do what. */
export interface LedgerEvent {
  /** The same key again is the same event: it is recorded once. */
  key: string;
  kind: EventKind;
  /** ISO 8601, UTC, with milliseconds. */
  at: string;
  /** The member of staff; null for the hub itself, or somebody at its command line. */
  actor: { id: string; name: string } | null;
  /** The person concerned, as the ledger names them. */
  subject?: string | null;
  reason?: string | null;
  /** No secret, and nothing personal but the ids of staff. */
  details: JsonObject;
}

/** @param recordedBy `key:<id>`, `person:<id>` or `hub` */
export function pendingEvent(event: LedgerEvent, recordedBy: string): PendingAppend {
  const { key, kind, at, actor, subject = null, reason = null, details } = event;
  const record: EventRecord = { kind, key, decidedAt: at, subject, actor, reason, details };
  const { recordKey: _key, subject: _subject, ...columns } = searchColumns({ record });
  return {
    recordedBy,
    records: [
      {
        key,
        recordStart: startOf(record),
        subject: { kind: 'ref', ref: subject },
        plain: null,
        columns,
        decided: null,
      },
    ],
  };
}

/** Up to the subject, which canonical JSON puts last. */
function startOf({ subject: _subject, ...record }: EventRecord): string {
  const text = canonicalText(record as unknown as JsonValue);
  if (!text.ok) throw new Error(`an event cannot be written: ${text.issue.code}`);
  return `${text.text.slice(0, -1)},"subject":`;
}

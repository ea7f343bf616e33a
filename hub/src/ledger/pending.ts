import type { Decision, RecordSource } from '../../../engine/index.ts';
import type { EntryRow } from './ledger.store.ts';

/** A record on its way into a stream, with everything made ready that needs no look at the store. */
export interface PendingRecord {
  key: string;
  /** Canonical, up to and with `"subject":`. */
  recordStart: string;
  subject: PendingSubject;
  /** Canonical JSON of the `SealedContent`; null when there is nothing personal. */
  plain: string | null;
  columns: PendingColumns;
  /** By which a decision that comes again is known; null for what the hub records itself. */
  decided: { source: RecordSource; decision: Decision } | null;
}

export type PendingColumns = Omit<EntryRow, 'sequence' | 'entry' | 'hash' | 'recordKey' | 'subject'>;

/**
 * Whom a record is about: a person by the keyed hash of their name, nobody that was named (who gets a name in the ledger
 * all the same), or whom the ledger has named before.
 */
export type PendingSubject =
  { kind: 'person'; lookup: string } | { kind: 'nobody' } | { kind: 'ref'; ref: string | null };

/** Records that are taken together or not at all. */
export interface PendingAppend {
  /** `key:<id>`, `person:<id>` or `hub`. */
  recordedBy: string;
  records: PendingRecord[];
}

export interface AppendedRecord {
  sequence: number;
  hash: string;
  duplicate: boolean;
}

/** What became of one append. */
export type AppendOutcome =
  | { kind: 'appended'; records: AppendedRecord[] }
  /** Keys that stand for something else already. */
  | { kind: 'conflict'; keys: string[] };

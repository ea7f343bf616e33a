import { addLeaves, headText, previousOfFirst } from '../../../engine/index.ts';
import type { Secrets } from '../secrets/secrets.service.ts';
import { EntryWriter } from './entry-writer.ts';
import { checkHead } from './head-check.ts';
import { laterOf } from './ledger.checkpoints.ts';
import type { AppendCommit, AppendView, EntryRow, StreamHead, SubjectRow } from './ledger.store.ts';
import { nodeCrypto } from './node-crypto.ts';
import type { AppendedRecord, AppendOutcome, PendingAppend, PendingRecord } from './pending.ts';
import { isSameDecision, isSamePerson, isSameRecord } from './sameness.ts';
import { openSubject, type OpenSubject } from './subject-keys.ts';

export interface AppendPlanPorts {
  stream: string;
  secrets: Secrets;
  /** Milliseconds since 1970. */
  now(): number;
  random(bytes: number): Uint8Array;
}

export interface AppendPlan {
  /** Null: there is nothing to write. */
  commit: AppendCommit | null;
  /** One per append, in order. */
  outcomes: AppendOutcome[];
}

/**
 * Works out one commit for all the appends that wait. Each is taken whole or refused whole; a record that is known already, or
 * comes twice among them, gets its first place again.
 * @throws StreamDamaged, UnknownSigningKey, UnwrapError
 */
export async function planAppends(
  { stream, secrets, now, random }: AppendPlanPorts,
  view: AppendView,
  appends: readonly PendingAppend[],
): Promise<AppendPlan> {
  const openTiles = await view.openTiles();
  checkHead(secrets, stream, view.head, openTiles);
  const kept = await keptRecords(view, appends);
  const after = { size: view.head?.size ?? 0, lastHash: view.head?.lastHash ?? previousOfFirst };
  const recordedAt = laterOf(new Date(now()).toISOString(), view.head?.recordedAt);
  const subjects = await openSubjects(secrets, view, appends, kept);
  const writer = new EntryWriter({ stream, ring: secrets.ring, random, after, recordedAt, subjects });
  const takes = new Takes(kept, writer);
  const outcomes = appends.map((append) => takes.take(append));
  const { rows, newSubjects, size, lastHash } = writer;
  if (rows.length === 0) return { commit: null, outcomes };

  const { keyId, sign } = secrets.signer();
  const head = { stream, size, lastHash, recordedAt };
  const hashes = rows.map((row) => row.hash);
  const { tiles } = addLeaves(openTiles, hashes, after.size, nodeCrypto);
  const signed: StreamHead = { ...head, keyId, signature: sign(headText(head)) };
  return { commit: { rows, tiles, subjects: newSubjects, head: signed }, outcomes };
}

interface Kept {
  row: EntryRow;
  subject: SubjectRow | undefined;
}

async function keptRecords(view: AppendView, appends: readonly PendingAppend[]): Promise<Map<string, Kept>> {
  const keys = new Set(appends.flatMap(({ records }) => records.map(({ key }) => key)));
  const rows = await view.rowsByKey([...keys]);
  if (rows.length === 0) return new Map();
  const refs = new Set(rows.flatMap(({ subject }) => subject ?? []));
  const subjects = new Map((await view.subjectsByRef([...refs])).map((subject) => [subject.ref, subject]));
  return new Map(rows.map((row) => [row.recordKey, { row, subject: subjects.get(row.subject ?? '') }]));
}

async function openSubjects(
  { ring }: Secrets,
  view: AppendView,
  appends: readonly PendingAppend[],
  kept: ReadonlyMap<string, Kept>,
): Promise<Map<string, OpenSubject>> {
  const lookups = new Set<string>();
  for (const { records } of appends) {
    for (const { key, subject } of records) {
      if (subject.kind === 'person' && !kept.has(key)) lookups.add(subject.lookup);
    }
  }
  const opened = new Map<string, OpenSubject>();
  if (lookups.size === 0) return opened;
  for (const row of await view.subjectsByLookup([...lookups])) {
    const subject = openSubject(ring, row);
    if (subject !== null && row.lookup !== null) opened.set(row.lookup, subject);
  }
  return opened;
}

/** What is taken in this commit, one append after the other. */
class Takes {
  readonly #kept: ReadonlyMap<string, Kept>;
  readonly #writer: EntryWriter;
  readonly #taken = new Map<string, { record: PendingRecord; place: AppendedRecord }>();

  constructor(kept: ReadonlyMap<string, Kept>, writer: EntryWriter) {
    this.#kept = kept;
    this.#writer = writer;
  }

  take({ recordedBy, records }: PendingAppend): AppendOutcome {
    const keys = this.#conflicts(records);
    if (keys.length > 0) return { kind: 'conflict', keys };
    const by = JSON.stringify(recordedBy);
    return { kind: 'appended', records: records.map((record) => this.#place(record) ?? this.#write(record, by)) };
  }

  #conflicts(records: readonly PendingRecord[]): string[] {
    const here = new Map<string, PendingRecord>();
    const keys = new Set<string>();
    for (const record of records) {
      const kept = this.#kept.get(record.key);
      const taken = this.#taken.get(record.key)?.record ?? here.get(record.key);
      if (kept && !isSameRecord(record, kept.row, kept.subject)) keys.add(record.key);
      if (taken && !(isSameDecision(record, taken.decided) && isSamePerson(record.subject, taken.subject))) {
        keys.add(record.key);
      }
      here.set(record.key, record);
    }
    return [...keys];
  }

  #place({ key }: PendingRecord): AppendedRecord | null {
    const kept = this.#kept.get(key)?.row;
    if (kept) return { sequence: kept.sequence, hash: kept.hash, duplicate: true };
    const taken = this.#taken.get(key);
    return taken ? { ...taken.place, duplicate: true } : null;
  }

  #write(record: PendingRecord, recordedBy: string): AppendedRecord {
    const place = this.#writer.write(record, recordedBy);
    this.#taken.set(record.key, { record, place });
    return place;
  }
}

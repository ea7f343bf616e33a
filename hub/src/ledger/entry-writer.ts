import type { KeyObject } from 'node:crypto';
import { leafHash } from '../../../engine/index.ts';
import { ivBytes } from '../secrets/aes-gcm.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import type { EntryRow, SubjectRow } from './ledger.store.ts';
import { nodeCrypto } from './node-crypto.ts';
import type { AppendedRecord, PendingRecord, PendingSubject } from './pending.ts';
import { entryTextOf } from './record-text.ts';
import { seal } from './seal.ts';
import { newSubject, type OpenSubject } from './subject-keys.ts';

export interface EntryWriterOptions {
  stream: string;
  ring: KeyRing;
  random(bytes: number): Uint8Array;
  /** Size and last hash of the stream so far. */
  after: { size: number; lastHash: string };
  /** ISO 8601, UTC: one moment for all of a commit. */
  recordedAt: string;
  /** Subjects that the store knows, by lookup. */
  subjects: Map<string, OpenSubject>;
}

/** Gives records their places at the end of a stream. */
export class EntryWriter {
  readonly rows: EntryRow[] = [];
  readonly newSubjects: SubjectRow[] = [];
  readonly #options: EntryWriterOptions;
  #size: number;
  #lastHash: string;

  constructor(options: EntryWriterOptions) {
    this.#options = options;
    this.#size = options.after.size;
    this.#lastHash = options.after.lastHash;
  }

  get size(): number {
    return this.#size;
  }

  get lastHash(): string {
    return this.#lastHash;
  }

  /** @param recordedBy canonical JSON */
  write(record: PendingRecord, recordedBy: string): AppendedRecord {
    const { stream, recordedAt } = this.#options;
    const subject = this.#subjectOf(record.subject);
    const sequence = this.#size + 1;
    const sealed = this.#seal(record, subject);
    const previous = this.#lastHash;
    const { recordStart } = record;
    const entry = entryTextOf({
      stream,
      sequence,
      previous,
      recordedAt,
      recordedBy,
      recordStart,
      subject: subject.ref,
      sealed,
    });
    const hash = leafHash(entry, nodeCrypto);
    this.rows.push({ ...record.columns, sequence, entry, hash, recordKey: record.key, subject: subject.ref });
    this.#size = sequence;
    this.#lastHash = hash;
    return { sequence, hash, duplicate: false };
  }

  #seal({ plain, key }: PendingRecord, subject: { ref: string | null; key: KeyObject | null }): string | null {
    if (plain === null || subject.key === null || subject.ref === null) return null;
    const { stream, random } = this.#options;
    return seal(subject.key, random(ivBytes), plain, { stream, key, ref: subject.ref });
  }

  #subjectOf(subject: PendingSubject): { ref: string | null; key: KeyObject | null } {
    if (subject.kind === 'ref') return { ref: subject.ref, key: null };
    if (subject.kind === 'nobody') return this.#addSubject(null);
    const { subjects } = this.#options;
    const known = subjects.get(subject.lookup);
    if (known !== undefined) return known;
    const added = this.#addSubject(subject.lookup);
    subjects.set(subject.lookup, added);
    return added;
  }

  #addSubject(lookup: string | null): OpenSubject {
    const { ring, recordedAt, random } = this.#options;
    const added = newSubject(ring, lookup, { at: recordedAt, random });
    this.newSubjects.push(added.row);
    return added;
  }
}

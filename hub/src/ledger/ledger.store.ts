import type { Checkpoint, DecisionTable, LedgerFacets, StreamHead, TileNode } from '../../../engine/index.ts';

export type { StreamHead, TileNode };

/** A row of a stream: the entry's text, its hash, and what of the entry is searched by. The text is the truth. */
export interface EntryRow {
  sequence: number;
  /** Canonical JSON of the `LedgerEntry`, byte for byte what is hashed. */
  entry: string;
  /** 64 hexadecimal digits. */
  hash: string;
  kind: string;
  /** The record's idempotency key; unique within a stream. */
  recordKey: string;
  subject: string | null;
  journey: string | null;
  step: string | null;
  tableId: string | null;
  ruleId: string | null;
  /** In words, at most 200 characters. */
  outcome: string | null;
  /** ISO 8601, UTC, with milliseconds. */
  decidedAt: string;
}

/** A subject's key, wrapped by a master key. */
export interface SubjectRow {
  /** The person as the ledger names them. */
  ref: string;
  /** Keyed hash of the person as callers name them; null once erased, and for an entry that names nobody. */
  lookup: string | null;
  /** Null once erased. */
  wrappedKey: Uint8Array | null;
  masterKeyId: string | null;
  createdAt: string;
  erasedAt: string | null;
}

/** What is written in one commit. */
export interface AppendCommit {
  rows: EntryRow[];
  tiles: TileNode[];
  subjects: SubjectRow[];
  head: StreamHead;
}

/** The view of a stream while no other writer, of this process or another, can add to it. */
export interface AppendView {
  /** Null: the stream is empty. */
  head: StreamHead | null;
  /** Hashes of the leaves since the last complete tile of level 1, and of the nodes of each higher level since its last complete one. */
  openTiles(): Promise<string[][]>;
  /** Rows that bear one of the keys. */
  rowsByKey(keys: readonly string[]): Promise<EntryRow[]>;
  /** Subjects, not erased, by their lookup; locked against erasure until the commit. */
  subjectsByLookup(lookups: readonly string[]): Promise<SubjectRow[]>;
  /** Subjects by the names that the ledger gave them, erased ones too. */
  subjectsByRef(refs: readonly string[]): Promise<SubjectRow[]>;
}

export interface EntryFilter {
  subject?: string;
  journey?: string;
  step?: string;
  tableId?: string;
  ruleId?: string;
  outcome?: string;
  kind?: string;
  /** ISO 8601: decided at or after. */
  from?: string;
  /** ISO 8601: decided before. */
  until?: string;
}

/**
 * Streams of entries that can be added to and read, and nothing else: the database itself refuses to change or delete
 * entries, tiles, checkpoints and tables.
 */
export interface LedgerStore {
  /**
   * Runs `plan` with the stream locked, then writes what it returns in the same transaction; null writes nothing. Resolves
   * after the commit, when everything is on disk. `plan` is run again when a writer of another stream, in another process,
   * was quicker to write the same subject.
   */
  append(stream: string, plan: (view: AppendView) => Promise<AppendCommit | null>): Promise<void>;

  heads(): Promise<StreamHead[]>;
  head(stream: string): Promise<StreamHead | null>;
  entry(stream: string, sequence: number): Promise<EntryRow | null>;
  /** Rows with `from <= sequence < until`, in order, read in pages of the store's choosing. */
  entries(stream: string, from: number, until: number): AsyncIterable<EntryRow[]>;
  /** Newest first, below `before`; at most `limit`. */
  search(stream: string, filter: EntryFilter, page: { before: number | null; limit: number }): Promise<EntryRow[]>;
  facets(stream: string): Promise<LedgerFacets>;
  /** How many entries a subject has, by stream. */
  countBySubject(ref: string): Promise<Record<string, number>>;

  /** Hashes of leaves, by leaf index (sequence less one): `from <= index < until`. */
  leafHashes(stream: string, from: number, until: number): Promise<string[]>;
  /** Complete nodes of a level: `from <= index < until`. */
  tileHashes(stream: string, level: number, from: number, until: number): Promise<string[]>;

  checkpoints(stream: string): Promise<Checkpoint[]>;
  /** The newest that covers at least `size` entries; null when none does. */
  checkpointFrom(stream: string, size: number): Promise<Checkpoint | null>;
  newestCheckpoint(stream: string): Promise<Checkpoint | null>;
  /** Keeps the first checkpoint of a size. */
  addCheckpoint(checkpoint: Checkpoint): Promise<void>;

  /** Keeps each table once, under its digest; returns the digests that are new. */
  putTables(tables: readonly { digest: string; table: DecisionTable }[], at: string): Promise<string[]>;
  table(digest: string): Promise<DecisionTable | null>;
  /** Those of the digests that the store holds. */
  knownTables(digests: readonly string[]): Promise<string[]>;

  subject(ref: string): Promise<SubjectRow | null>;
  subjectByLookup(lookup: string): Promise<SubjectRow | null>;
  /** Destroys key and lookup for good, so that no file of the store holds them any more; false when there is no such subject or it is erased already. */
  eraseSubject(ref: string, at: string): Promise<boolean>;
  /** Subjects whose key is not wrapped by this master key, at most `limit`. */
  subjectsNotWrappedBy(masterKeyId: string, limit: number): Promise<SubjectRow[]>;
  /** Puts newly wrapped keys in place of the old ones, except of subjects erased meanwhile. */
  rewrapSubjects(rows: readonly { ref: string; wrappedKey: Uint8Array; masterKeyId: string }[]): Promise<void>;
}

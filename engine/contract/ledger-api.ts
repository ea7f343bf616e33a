import type { Decision } from '../decision/decision.ts';
import type { DecisionTable } from '../decision/model.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { LedgerEntry, RecordSource } from '../audit/entry.ts';
import type { LedgerLine } from '../audit/ledger-line.ts';

/** The stream that decisions go to unless another is named. */
export const decisionStream = 'decisions';
/** The stream in which the hub records what was done to the ledger itself: erasures, looks at personal inputs, exports, keys. */
export const auditStream = 'audit';

/** The most records of one append. */
export const maxRecordsPerAppend = 1_000;

/**
 * `POST /ledger/records`: records of decisions. All are taken or none. What many records share stands in `sources`,
 * `decisions`, `moments` and `shapes` once, and a record names its place in those lists.
 */
export interface AppendRequest {
  /** @default 'decisions' */
  stream?: string;
  sources: RecordSource[];
  decisions: Decision[];
  moments: AppendMoment[];
  /** Names of inputs: one list for all records that have a value for each of them and for no others. */
  shapes: string[][];
  records: AppendColumns;
  /** Tables that decided, so that a decision can be explained later. Each is kept once, under its digest. */
  tables?: DecisionTable[];
  /** True: the answer holds the hashes of the entries, too. @default false */
  hashes?: boolean;
}

/** When something was decided. */
export interface AppendMoment {
  /** ISO 8601, UTC. */
  decidedAt: string;
  /** The day that the table's days of validity were held against, `YYYY-MM-DD`; null where none was. */
  day: string | null;
}

/**
 * Records, column by column: each list has one member per record, in the order in which they are to be kept. A thousand
 * records are written and read several times faster so than as objects.
 */
export interface AppendColumns {
  /** Begins every key. @default '' */
  keyPrefix?: string;
  /**
   * The rest of each key; 1 to `maxRecordsPerAppend`. A whole key has 1 to 200 characters. The same key again is the same
   * record: it is not kept twice, and gets its first place.
   */
  keys: string[];
  /** Indexes in `sources`. */
  sources: number[];
  /** Indexes in `decisions`. */
  decisions: number[];
  /** Indexes in `moments`. */
  moments: number[];
  /** Whom each decision is about, as the caller knows them; kept encrypted. Null: nobody that the caller could name. */
  subjects: (string | null)[];
  /** Indexes in `shapes`: the inputs that each decision rests on. Others were absent, which is not the same as null. */
  shapes: number[];
  /** A value for each name of the record's shape, in order; kept encrypted, by name. */
  values: JsonValue[][];
  /** Words of a person, for decisions made by other means; kept encrypted. Absent: nobody said anything. */
  notes?: (string | null)[];
}

/** Given when everything is on disk. */
export interface AppendAnswer {
  stream: string;
  /** The place in the stream of each record, in order. */
  sequences: number[];
  /** Indexes of the records whose keys were known already. */
  duplicates: number[];
  /** Digests of tables that decided and that the ledger does not hold yet. */
  unknownTables: string[];
  /** The hash of each record's entry, in order, where the request asked for them. */
  hashes?: string[];
}

/** `GET /ledger/streams`. */
export interface StreamSummary {
  stream: string;
  size: number;
  /** Hash of the last entry. */
  lastHash: string;
  /** ISO 8601, UTC; null while the stream is empty. */
  lastRecordedAt: string | null;
  checkpoint: { size: number; at: string } | null;
}

/** `POST /ledger/search`: a body, since a customer's number does not belong into an address. */
export interface LedgerSearch {
  /** @default 'decisions' */
  stream?: string;
  /** The person as the nodes name them. */
  subject?: string;
  /** The person as the ledger names them. */
  subjectRef?: string;
  journey?: string;
  step?: string;
  outcome?: string;
  table?: string;
  rule?: string;
  /** A kind of record, such as `decision` or `erasure`. */
  kind?: string;
  /** ISO 8601: decided at or after. */
  from?: string;
  /** ISO 8601: decided before. */
  until?: string;
  /** Goes on before this sequence: the last one of the page before. */
  before?: number;
  /** 1 to 200. @default 50 */
  limit?: number;
}

export interface LedgerPage {
  /** Newest first. */
  lines: LedgerLine[];
  /** Pass as `before`; null: there are no more. */
  next: number | null;
  /** The person that was searched for, as the ledger names them; null when the ledger knows no such person. */
  subjectRef?: string | null;
}

/** `GET /ledger/streams/:stream/facets`: values to search by, newest first, at most 200 of each. */
export interface LedgerFacets {
  journeys: { id: string; name: string }[];
  steps: string[];
  outcomes: string[];
  tables: string[];
  rules: string[];
}

/** `GET /ledger/streams/:stream/entries/:sequence`. */
export interface EntryDetail {
  entry: LedgerEntry;
  hash: string;
  /** The tables that decided, as far as the ledger holds them: the last one first, then those it used. */
  tables: DecisionTable[];
  /** `erased`: the key of the person is destroyed, nobody can read the inputs any more. */
  inputs: 'sealed' | 'erased' | 'none';
  /** Neighbours in the stream. */
  previous: number | null;
  next: number | null;
}

/** `POST /ledger/streams/:stream/entries/:sequence/inputs {reason}`; recorded in the audit stream. */
export interface OpenedInputs {
  subject: string | null;
  inputs: JsonObject;
  note?: string;
}

/** `POST /ledger/erasures`: one of `subject` and `subjectRef`. */
export interface ErasureRequest {
  subject?: string;
  subjectRef?: string;
  /** Why, 3 to 500 characters; nothing personal, for it stays. */
  reason: string;
}

/** The key is destroyed; the erasure stands in the audit stream. */
export interface Erasure {
  subjectRef: string;
  erasedAt: string;
  /** How many entries can no longer be read, by stream. */
  entries: Record<string, number>;
  /** The entry that records it. */
  recorded: { stream: string; sequence: number };
}

/** `POST /ledger/streams/:stream/export`. JSON lines can be verified by `steward ledger verify`; CSV is for reading. */
export interface ExportRequest {
  format: 'jsonl' | 'csv';
  /** Only these; an export with a filter cannot be verified as a chain. */
  filter?: Omit<LedgerSearch, 'stream' | 'before' | 'limit'>;
  /** Adds the personal inputs, for this reason; needs `ledger:inputs` and is recorded. */
  openInputs?: { reason: string };
}

import type { IdentityKind } from '../../../engine/index.ts';
import type {
  NewChange,
  RecordPair,
  StoredChange,
  StoredLink,
  StoredPolicy,
  StoredProfile,
  StoredRecord,
  StoredReview,
} from './identity.rows.ts';

/** What is known of who a customer is. */
export interface IdentityReader {
  /** Grows with every writing of any hub: the same number, the same graph. 0: nothing was ever written. */
  version(): Promise<number>;
  /** Of the policy in force; 0 before there is one. A revision never changes. */
  policyRevision(kind: IdentityKind): Promise<number>;
  /** The policy in force; null before there is one. */
  policy(kind: IdentityKind): Promise<StoredPolicy | null>;
  /** Newest first. */
  policies(kind: IdentityKind, limit: number): Promise<StoredPolicy[]>;

  /** Ids of known records, by their lookup. */
  recordsByLookup(lookups: readonly string[]): Promise<Map<string, string>>;
  /**
   * Records by the keys that they are found by.
   * @returns for each key that somebody has: the ids; null for a key that more than `limit` records have
   */
  recordsByKey(keys: readonly number[], limit: number): Promise<Map<number, string[] | null>>;
  records(ids: readonly string[]): Promise<StoredRecord[]>;
  recordsOf(profileIds: readonly string[]): Promise<StoredRecord[]>;
  profilesOfRecords(ids: readonly string[]): Promise<string[]>;
  /** All records of a kind by id, in pages of the store's choosing. */
  allRecords(kind: IdentityKind): AsyncIterable<StoredRecord[]>;

  profiles(ids: readonly string[]): Promise<StoredProfile[]>;
  /** Newest change first; those with records alone. */
  searchProfiles(search: ProfileQuery): Promise<StoredProfile[]>;
  countProfiles(kind: IdentityKind): Promise<number>;

  /** Links that touch one of the records. */
  links(recordIds: readonly string[]): Promise<StoredLink[]>;
  neverLinks(recordIds: readonly string[]): Promise<RecordPair[]>;
  /** What persons said of records of a kind. */
  saidByPersons(kind: IdentityKind): Promise<{ links: RecordPair[]; neverLinks: RecordPair[] }>;

  review(id: string): Promise<StoredReview | null>;
  reviews(ids: readonly string[]): Promise<StoredReview[]>;
  /** Open questions that touch one of the records. */
  openReviewsOf(recordIds: readonly string[]): Promise<StoredReview[]>;
  /** Open: most probable first, then oldest. Answered: newest first. */
  pageOfReviews(query: ReviewQuery): Promise<StoredReview[]>;
  countOpenReviews(kind?: IdentityKind): Promise<number>;
  /** How many open questions concern each of the profiles; those with none are left out. */
  openReviewsByProfile(profileIds: readonly string[]): Promise<Map<string, number>>;

  change(sequence: number): Promise<StoredChange | null>;
  /** Newest first. */
  changesOf(profileIds: readonly string[], limit: number): Promise<StoredChange[]>;
  /** Changes whose event is not in the ledger yet, oldest first. */
  changesToRecord(limit: number): Promise<StoredChange[]>;
}

export interface ProfileQuery {
  kind?: IdentityKind;
  /** Small letters without accents: looked for anywhere. */
  text?: string;
  before?: { changedAt: string; id: string };
  limit: number;
}

export type ReviewQuery =
  | { state: 'open'; after?: { probability: number; askedAt: string; id: string }; limit: number }
  | { state: 'answered'; after?: { answeredAt: string; id: string }; limit: number };

/** What is written in one commit. What is there already is written over. */
export interface GraphWrite {
  records?: readonly StoredRecord[];
  lookups?: readonly { lookup: string; record: string }[];
  /** In place of the keys that the record had. */
  keys?: readonly { record: string; keys: readonly number[]; isNew: boolean }[];
  profiles?: readonly StoredProfile[];
  links?: { put: readonly StoredLink[]; remove: readonly RecordPair[] };
  neverLinks?: { put: readonly RecordPair[]; remove: readonly RecordPair[] };
  reviews?: readonly StoredReview[];
  changes?: readonly NewChange[];
  /** A new revision; belongs to the first change. */
  policy?: Omit<StoredPolicy, 'recorded'>;
}

/** The graph while no other writer, of this process or another, can change it. */
export interface IdentityWriter extends IdentityReader {
  /** @returns the numbers of the changes */
  write(write: GraphWrite): Promise<number[]>;
}

export interface IdentityStore extends IdentityReader {
  /** Runs alone among all writers; what was written stands when it resolves, or nothing when it rejects. */
  exclusively<T>(work: (graph: IdentityWriter) => Promise<T>): Promise<T>;
  /** Writes when the graph is still that of the version, and says whether it was. */
  writeAt(version: number, write: GraphWrite): Promise<number[] | null>;
  /** Notes where the ledger recorded a change. */
  noteRecorded(sequence: number, recorded: number): Promise<void>;
  /**
   * Destroys the records of a profile with keys, links and questions, and the texts of its history, so that no file of the
   * store holds them any more.
   * @returns how many records; null when there is no such profile, or it is erased already
   */
  erase(profileId: string, at: string): Promise<number | null>;
}

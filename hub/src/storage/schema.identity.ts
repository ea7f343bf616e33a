export interface IdentityTables {
  identity_graph: IdentityGraphTable;
  identity_policies: IdentityPoliciesTable;
  identity_profiles: IdentityProfilesTable;
  identity_records: IdentityRecordsTable;
  identity_lookups: IdentityLookupsTable;
  identity_keys: IdentityKeysTable;
  identity_words: IdentityWordsTable;
  identity_links: IdentityLinksTable;
  identity_never_links: IdentityNeverLinksTable;
  identity_reviews: IdentityReviewsTable;
  identity_changes: IdentityChangesTable;
  identity_change_profiles: IdentityChangeProfilesTable;
}

/** One row, which whoever writes locks. */
export interface IdentityGraphTable {
  name: string;
  /** Grows with every writing. */
  version: number;
  /** Number of the last change. */
  changes: number;
}

export interface IdentityPoliciesTable {
  kind: string;
  revision: number;
  model: string;
  survivorship: string;
  changed_at: string;
  /** Null: the one that Steward brings. */
  by_id: string | null;
  by_name: string | null;
  apply: string;
  reason: string | null;
  change_sequence: number | null;
}

/** What a list shows; computed from the records whenever they change. */
export interface IdentityProfilesTable {
  id: string;
  kind: string;
  title: string;
  /** Small letters without accents: names, e-mails, phones, ids. */
  search_text: string;
  records: number;
  sources: string;
  probability: number;
  created_at: string;
  changed_at: string;
  merged_into: string | null;
  erased_at: string | null;
}

export interface IdentityRecordsTable {
  id: string;
  kind: string;
  profile_id: string;
  added_at: string;
  /** JSON: as it came, and as it is compared. */
  content: string;
}

/** Which record is the one of a system's own id; found by a keyed hash. */
export interface IdentityLookupsTable {
  lookup: string;
  record_id: string;
}

/** What profiles are found by when a person looks for one: the words of `search_text`. */
export interface IdentityWordsTable {
  profile_id: string;
  word: string;
}

/** What records are found by when others are compared with them: keyed hashes. Two that meet by chance cost a look, no more. */
export interface IdentityKeysTable {
  key: number;
  record_id: string;
}

export interface IdentityLinksTable {
  left_record: string;
  right_record: string;
  made_by: string;
  bits: number;
  /** JSON: level by comparison. */
  levels: string;
}

/** Records that a person said are two customers. */
export interface IdentityNeverLinksTable {
  left_record: string;
  right_record: string;
}

export interface IdentityReviewsTable {
  id: string;
  kind: string;
  state: string;
  left_record: string;
  right_record: string;
  probability: number;
  asked_at: string;
  asked_by: string | null;
  answer: string | null;
  answered_at: string | null;
}

export interface IdentityChangesTable {
  /** 1, 2, 3 … */
  sequence: number;
  kind: string;
  change: string;
  at: string;
  by_id: string;
  by_name: string;
  reason: string | null;
  /** JSON: ids of the records that moved. */
  records: string;
  /** JSON: what it moved, by which it is undone. */
  effect: string | null;
  undone_by: number | null;
  /** JSON: the event for the ledger's audit stream. */
  event: string | null;
  /** Its place there, once it is recorded. */
  recorded: number | null;
}

export interface IdentityChangeProfilesTable {
  profile_id: string;
  sequence: number;
}

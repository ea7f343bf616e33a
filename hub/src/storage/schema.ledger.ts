export interface LedgerTables {
  ledger_streams: LedgerStreamsTable;
  ledger_entries: LedgerEntriesTable;
  ledger_tiles: LedgerTilesTable;
  ledger_checkpoints: LedgerCheckpointsTable;
  ledger_tables: LedgerTablesTable;
  ledger_subjects: LedgerSubjectsTable;
  ledger_lookups: LedgerLookupsTable;
  ledger_terms: LedgerTermsTable;
  ledger_times: LedgerTimesTable;
  ledger_facets: LedgerFacetsTable;
}

/** The head of each stream: the one row of the ledger that changes. */
export interface LedgerStreamsTable {
  stream: string;
  size: number;
  last_hash: string;
  recorded_at: string;
  key_id: string;
  signature: string;
}

/** Only added to. */
export interface LedgerEntriesTable {
  stream: string;
  sequence: number;
  /** Canonical JSON: what is hashed. */
  entry: string;
  hash: string;
  kind: string;
  record_key: string;
  subject: string | null;
  journey: string | null;
  step: string | null;
  table_id: string | null;
  rule_id: string | null;
  outcome: string | null;
  decided_at: string;
}

/** Only added to. */
export interface LedgerTilesTable {
  stream: string;
  level: number;
  tile: number;
  hash: string;
}

/** Only added to. */
export interface LedgerCheckpointsTable {
  stream: string;
  size: number;
  root: string;
  made_at: string;
  key_id: string;
  signature: string;
}

/** Only added to. */
export interface LedgerTablesTable {
  digest: string;
  document: string;
  added_at: string;
}

/** Who is called what; the row goes with the erasure of the subject. */
export interface LedgerLookupsTable {
  lookup: string;
  ref: string;
}

export interface LedgerSubjectsTable {
  ref: string;
  wrapped_key: Uint8Array | null;
  master_key_id: string | null;
  created_at: string;
  erased_at: string | null;
}

/** Which entries of a block bear a value. */
export interface LedgerTermsTable {
  stream: string;
  /** Number of the run of blocks, so that what belongs together in time lies together on disk. */
  span: number;
  /** Hash of column and value. */
  term: number;
  block: number;
  members: Uint8Array;
}

/** When the entries of a block were decided, in milliseconds since 1970. */
export interface LedgerTimesTable {
  stream: string;
  block: number;
  earliest: number;
  latest: number;
  /** One 64-bit number per entry, lowest byte first. */
  times: Uint8Array;
}

/** Values that can be searched for. */
export interface LedgerFacetsTable {
  stream: string;
  facet: string;
  value: string;
  /** The name of a journey; otherwise empty. */
  label: string;
  /** Where the value was first seen. */
  sequence: number;
}

import type { IdentityFeature, SetAside } from './identity-record.ts';

/**
 * Records in columns: each feature's values once, and a code per record. What is computed of a value (its sound, its encoding
 * for comparing, how often it occurs) is computed once, however many records have it.
 */
export interface PreparedRecords {
  count: number;
  ids: readonly string[];
  /** Only features that at least one record has. */
  columns: ReadonlyMap<IdentityFeature, PreparedColumn>;
  /** Values set aside, by field and reason. */
  setAside: readonly { field: SetAside['field']; reason: SetAside['reason']; count: number }[];
}

export interface PreparedColumn {
  /** By record: index in `values`; 0 is "unknown". */
  codes: Int32Array;
  /** Different normalized values; `values[0]` is ''. */
  values: readonly string[];
  /** By code: how many records have it. */
  counts: Uint32Array;
}

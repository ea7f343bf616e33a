import type { GuardFinding, Zone } from './pair.ts';

/** What came of resolving records with one another. */
export interface Grouping {
  /** By index of record: index of its profile. Profiles are numbered by their first record. */
  profileOf: Int32Array;
  profiles: readonly ResolvedProfile[];
  /** Pairs in the zones `same` and `ask`, highest first; those of `same` that guards or the weakest link kept apart are `ask` and say so. */
  pairs: readonly ResolvedPair[];
  report: GroupingReport;
}

export interface ResolvedProfile {
  /** Indexes of its records, ascending. */
  records: readonly number[];
  /** The probability of its weakest join: how sure it is that all are one customer. 1 for one record. */
  probability: number;
}

export interface ResolvedPair {
  left: number;
  right: number;
  bits: number;
  probability: number;
  zone: Exclude<Zone, 'different'>;
  /** Kept apart though they weigh enough. */
  keptApart?: { by: 'guard'; findings: readonly GuardFinding[] } | { by: 'weakest-link' };
}

export interface GroupingReport {
  records: number;
  /** Pairs that were scored. */
  candidatePairs: number;
  profiles: number;
  /** Number of pairs by zone, after closure. */
  same: number;
  ask: number;
  /** Blocks over the limit: what was done with them. */
  oversizedBlocks: readonly {
    rule: string;
    value: string;
    records: number;
    comparedPairs: number;
    skippedPairs: number;
  }[];
  /** Blocking rules that brought no pairs, because all together had too many and these were the widest. */
  leftOutRules: readonly string[];
  /** Values set aside, by field and reason. */
  setAside: readonly { field: string; reason: string; count: number }[];
  /** The number of true pairs that the model expects among those scored. */
  expectedMatches: number;
}

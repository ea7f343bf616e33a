import type { IdentityFeature } from './identity-record.ts';

/** What follows from a comparison of two records, or of a record and a profile. */
export type Zone = 'same' | 'ask' | 'different';

/** How one comparison came out. */
export interface PairPart {
  /** Id of the comparison. */
  comparison: string;
  features: readonly IdentityFeature[];
  /** The compared values as they were normalized, by feature; null: unknown. */
  left: Readonly<Partial<Record<IdentityFeature, string>>>;
  right: Readonly<Partial<Record<IdentityFeature, string>>>;
  /** Id of the level; null: a value is missing, so that it was not compared. */
  level: string | null;
  /** Evidence for (positive) or against (negative) in bits, term frequency included. */
  bits: number;
  /** The part of the weight that comes from how rare the value is. */
  termFrequencyBits: number;
  /** Bits that do not count because people of one household share such values; absent: none. */
  heldBackBits?: number;
}

/** Why guards keep two records apart, whatever they weigh. */
export interface GuardFinding {
  guard: 'never-together' | 'limit';
  feature: IdentityFeature;
  /** The values that stand against one another. */
  values: readonly string[];
}

/** The waterfall of a pair: prior, then each comparison, up to the sum. */
export interface PairExplanation {
  /** The prior in bits: log2(p / (1 - p)). */
  priorBits: number;
  /** In the order of the model. */
  parts: readonly PairPart[];
  /** Sum of the prior and all parts. */
  bits: number;
  /** 2^bits / (1 + 2^bits). */
  probability: number;
  zone: Zone;
  guards: readonly GuardFinding[];
}

/** Pairs in columns, each unordered pair once, `left[i] < right[i]` by index of record. */
export interface ScoredPairs {
  left: Int32Array;
  right: Int32Array;
  /** Bits with the prior. */
  bits: Float32Array;
}

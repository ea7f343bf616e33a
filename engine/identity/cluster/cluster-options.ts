import type { IdentityFeature } from '../model/identity-record.ts';
import type { IdentityGuards } from '../model/identity-model.ts';
import type { GuardFinding } from '../model/pair.ts';

/** What a person said of two records, by index. */
export interface PairAnswer {
  left: number;
  right: number;
  same: boolean;
}

export interface ClusterOptions {
  /** Bits from which two records are one customer. */
  sameBits: number;
  /** Bits from which a person is asked; at most `sameBits`. */
  askBits: number;
  /** Which values keep records apart. @default no guards */
  guards?: Pick<IdentityGuards, 'neverTogether' | 'limits'>;
  /** The code of a record's value of a guarded feature; equal codes are equal values, 0 is "unknown". */
  codeOf?: (feature: IdentityFeature, record: number) => number;
  /** The text of a code, for findings. @default the code in decimal */
  textOf?: (feature: IdentityFeature, code: number) => string;
  /** Whether two different known values of a never-together feature stand against one another. @default always */
  standAgainst?: (feature: IdentityFeature, left: number, right: number) => boolean;
  /** Answers of persons; they win over weights and guards. */
  answers?: readonly PairAnswer[];
  /** Weighs a pair that is not among the pairs. @default `missingBits` for every pair */
  bitsOf?: (left: number, right: number) => number;
  /**
   * The weight of a pair that is not among the pairs, where `bitsOf` is not given.
   * @default -sameBits, chosen: two records that agree on no blocking key speak as much against one customer as two that are
   * barely sure speak for it, so that one link alone joins nobody to a pair
   */
  missingBits?: number;
  /** By record: its place in an order that does not depend on how the records came, to break ties. @default the index */
  rank?: Int32Array;
}

/** What is known of a pair after closure, in columns, highest weight first, ties by rank. */
export interface ClusteredPairs {
  left: Int32Array;
  right: Int32Array;
  bits: Float32Array;
  /** Index into `pairStates`. */
  state: Uint8Array;
}

/** `same`: in one profile. `ask`: below certainty. The other two weigh enough and were kept apart, so that a person is asked. */
export const pairStates = ['same', 'ask', 'ask-guard', 'ask-weakest-link'] as const;
export type PairState = (typeof pairStates)[number];

export interface ClusteredRecords {
  /** By record: index of its profile. Profiles are numbered by their first record. */
  profileOf: Int32Array;
  profileCount: number;
  /** By profile, and one more: where its records begin in `members`. */
  starts: Int32Array;
  /** Records by profile, ascending. */
  members: Int32Array;
  /** By profile: the weight of its weakest join in bits; Infinity for one record, or where a person joined all. */
  weakestBits: Float64Array;
  /** Pairs inside a profile, and those that a person is asked about. */
  pairs: ClusteredPairs;
  /** Pairs of records in one profile, compared or not. */
  sameCount: number;
  askCount: number;
  /** Answers `same` that other answers contradict: they were not followed. */
  contradicted: readonly PairAnswer[];
  /** Which guards keep two profiles apart; empty: none do. */
  guardsBetween: (profile: number, other: number) => GuardFinding[];
}

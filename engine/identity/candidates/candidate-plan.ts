import type { BlockingPass, OversizedBlock } from './blocking-pass.ts';

/** Which pairs are compared, before any is. It holds columns and lists of records, no pairs, and can be shared among threads. */
export interface CandidatePlan {
  records: number;
  /** In the order in which they bring pairs; a pair belongs to the first that has it. */
  passes: readonly BlockingPass[];
  /** The keys of a record after one another: `rows[record * width + key]`; 0: has no such key. */
  rows: Int32Array;
  width: number;
  /** By flag, by record: 1 where it is in that oversized block. */
  flags: readonly Uint8Array[];
  /** By record: 1 where any flag is set. */
  isFlagged: Uint8Array;
  rules: readonly RuleEstimate[];
  oversized: readonly Pick<OversizedBlock, 'rule' | 'value' | 'records'>[];
  /** Blocks of more records are split. */
  blockLimit: number;
  /** The most pairs that it may bring: those that several rules find count several times. */
  atMostPairs: number;
}

/** What one rule brings on its own. */
export interface RuleEstimate {
  /** Id of the rule. */
  rule: string;
  /** Records that share all its keys with another one. */
  records: number;
  blocks: number;
  largestBlock: number;
  /** Pairs of all its blocks, the oversized ones in full. */
  pairs: number;
  oversizedBlocks: number;
  /** Pairs after oversized blocks were split, at most; other rules may bring some of them, too. */
  comparedPairs: number;
  /** All rules together had too many pairs, and this one was among the widest: it brings none, as the others find most of them. */
  isLeftOut: boolean;
}

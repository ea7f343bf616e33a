import type { Blocks } from './blocks.ts';

/** Blocks that are compared: of a rule, or of what an oversized block of it was split into. */
export interface BlockingPass {
  /** Index of the rule. */
  rule: number;
  /** Indexes of the key columns on which all records of a block agree. */
  keys: readonly number[];
  blocks: Blocks;
  /** Neighbours that a record is compared with, where a block is too large for all; 0: all. */
  window: number;
  /** By record: its place in `blocks.order` and 1, 0 where it has none; only where there is a window. */
  places: Int32Array | null;
  /** Only for records that have this flag: those of the oversized blocks that it splits. -1: for all. */
  within: number;
  /** The flag of records whose block was too large for this pass, and was split. -1: no block was. */
  oversized: number;
  /** By block: index of the oversized block of the rule that it comes from; null: from none. */
  roots: Int32Array | null;
}

/** A block over the limit. */
export interface OversizedBlock {
  /** Id of the rule. */
  rule: string;
  /** What its records agree on, the parts joined by ` / `. */
  value: string;
  records: number;
  /** Pairs of it that were compared by further keys or as neighbours; known once all candidates were made. */
  comparedPairs: number;
  /** Pairs of it that this rule did not bring together; other rules may have. */
  skippedPairs: number;
}

import type { ComparatorId } from '../model/identity-model.ts';

/** A level that a comparator knows. */
export interface KnownLevel {
  id: string;
  /** The least similarity, 0 to 1, where a model does not say it; absent: the level has none. */
  atLeast?: number;
  /** The level that takes its place in a model that does not have it. Absent: `differs`. */
  otherwise?: string;
}

/**
 * Compares values of one kind. Whatever can be known of one value alone is prepared once (`prepare`), however many pairs the
 * value is in; `compare` then only looks at two prepared values. A comparator takes one feature or two.
 */
export interface Comparator<Prepared> {
  id: ComparatorId;
  /** Number of features. */
  features: 1 | 2;
  /** Best first; the last is `differs`. */
  levels: readonly KnownLevel[];
  /**
   * @param value normalized, not empty
   * @param position 0 or 1: which of the features
   * @returns null where the value says nothing to this comparator, as if it were missing
   */
  prepare(value: string, position: number): Prepared | null;
  /**
   * Finds the best level that holds; the same with left and right exchanged. All values that it is given are there.
   * @param left, right values of the first feature
   * @param leftSecond, rightSecond values of the second; the same objects as the first where there is but one
   * @param atLeast by level: the least similarity, 0 where the level has none, Infinity where the model does not have the level
   * @returns index in `levels`
   */
  compare(
    left: Prepared,
    right: Prepared,
    leftSecond: Prepared,
    rightSecond: Prepared,
    atLeast: readonly number[],
  ): number;
}

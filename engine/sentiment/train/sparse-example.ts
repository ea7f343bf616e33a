/** A text as a learner sees it: rows of a table in two groups, a few dense numbers, and what people said of it. */
export interface SparseExample {
  /** Words first, then sequences. */
  rows: Int32Array;
  wordCount: number;
  /** What one row of each group counts. */
  wordScale: number;
  sequenceScale: number;
  dense: Float64Array;
  /** Which block of dense weights is its own besides the one of all; the language, say. */
  group: number;
  /** A class, counted from 0, or a number. */
  target: number;
}

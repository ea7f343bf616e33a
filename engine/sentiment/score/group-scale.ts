/**
 * What one row counts among `count` of its kind, so that long and short texts come to sums of one size.
 * @param least texts shorter than that are not blown up
 */
export function groupScale(count: number, least: number): number {
  return 1 / Math.sqrt(count > least ? count : least);
}

/** Chosen: about two words, and as many sequences. */
export const [leastWords, leastSequences] = [8, 8];

/**
 * What one row counts among `count` of its kind, so that long and short texts come to sums of one size.
 * @param least texts shorter than that are not blown up
 */
export function groupScale(count: number, least: number): number {
  return 1 / Math.sqrt(count > least ? count : least);
}

/** Chosen: six words, so that a word that says nothing does not weaken those that do in a short text. */
export const [leastWords, leastSequences] = [24, 60];

import { accuracyOf, type PairwiseAccuracy } from './pairwise-accuracy.ts';

/** What would come of calling every pair of at least this probability the same customer. */
export interface CurvePoint extends PairwiseAccuracy {
  /** 0 to 1. */
  threshold: number;
}

/**
 * Precision against recall as the threshold falls, over single pairs (before groups are closed), at most `points` points.
 * @param pairs scored pairs with the truth; in any order
 * @param truePairs all true pairs, those too that were never compared
 */
export function precisionRecallCurve(
  pairs: readonly { probability: number; isTrue: boolean }[],
  truePairs: number,
  points = 200,
): CurvePoint[] {
  const sorted = [...pairs].sort((a, b) => b.probability - a.probability);
  const curve: CurvePoint[] = [];
  let right = 0;
  sorted.forEach(({ probability, isTrue }, index) => {
    if (isTrue) right += 1;
    // Pairs of one probability fall on the same side of every threshold.
    if (sorted[index + 1]?.probability === probability) return;
    curve.push({ threshold: probability, ...accuracyOf(truePairs, index + 1, right) });
  });
  if (curve.length <= points) return curve;
  const step = (curve.length - 1) / (points - 1);
  return Array.from({ length: points }, (_, index) => curve[Math.round(index * step)] as CurvePoint);
}

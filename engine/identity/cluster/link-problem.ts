import type { WeightOf } from './pair-lookup.ts';

/** What clustering asks about records that may be one customer. Records are in the order of their rank. */
export interface LinkProblem {
  weightOf: WeightOf;
  /** Average weight from which two clusters are joined, in fixed bits; above 0. */
  sameFixed: number;
  /** Whether a person or a guard keeps two clusters apart; if so it keeps apart all that hold them. */
  keptApart: (left: readonly number[], right: readonly number[]) => boolean;
  /** Pairs that weigh enough to join: the neighbours of a record, in any order. */
  strongNeighbours: (record: number) => readonly number[];
}

/** Records of one customer, and how sure that is. */
export interface LinkedCluster {
  /** In the order of their rank. */
  records: readonly number[];
  /** Average weight of the weakest join, in fixed bits; Infinity where nothing was joined. */
  weakest: number;
}

/**
 * The most pairs that are weighed one by one to compare two clusters; of more, so many are drawn evenly and stand for all.
 * chosen: 4,096; two customers of 64 records each are compared exactly.
 */
export const mostPairsWeighed = 4_096;

/** The sum of the weights between two clusters, in fixed bits. */
export function weightBetween(weightOf: WeightOf, left: readonly number[], right: readonly number[]): number {
  const count = left.length * right.length;
  if (count <= mostPairsWeighed) {
    let sum = 0;
    for (const a of left) for (const b of right) sum += weightOf(a, b);
    return sum;
  }
  let sum = 0;
  for (let draw = 0; draw < mostPairsWeighed; draw += 1) {
    const at = Math.floor((draw * count) / mostPairsWeighed);
    sum += weightOf(left[Math.floor(at / right.length)] ?? 0, right[at % right.length] ?? 0);
  }
  return Math.round((sum * count) / mostPairsWeighed);
}

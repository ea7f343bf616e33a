/** How well a grouping agrees with the truth, counted over pairs of records. */
export interface PairwiseAccuracy {
  /** Pairs that are one customer in truth, that the grouping joined, and both. */
  truePairs: number;
  joinedPairs: number;
  rightPairs: number;
  /** Of the joined pairs, how many are right; 1 where none was joined. 0 to 1. */
  precision: number;
  /** Of the true pairs, how many were joined; 1 where there are none. 0 to 1. */
  recall: number;
  /** Harmonic mean of both. */
  f1: number;
}

/**
 * Pairwise precision, recall and F1 of a grouping. Counts by group, so that a million records take a moment.
 * @param profileOf by record: number of its group
 * @param truthOf by record: name of the customer that it is in truth
 * @source Menestrina, Whang, Garcia-Molina, Evaluating entity resolution results, VLDB 2010 (pairwise F1)
 */
export function pairwiseAccuracy(profileOf: ArrayLike<number>, truthOf: ArrayLike<string | number>): PairwiseAccuracy {
  const groups = new Map<number, number>();
  const truths = new Map<string | number, number>();
  const both = new Map<number, Map<string | number, number>>();
  for (let record = 0; record < profileOf.length; record += 1) {
    const group = profileOf[record] as number;
    const truth = truthOf[record] as string | number;
    add(groups, group);
    add(truths, truth);
    let inGroup = both.get(group);
    if (inGroup === undefined) both.set(group, (inGroup = new Map()));
    add(inGroup, truth);
  }
  let rightPairs = 0;
  for (const inGroup of both.values()) rightPairs += pairsIn(inGroup);
  return accuracyOf(pairsIn(truths), pairsIn(groups), rightPairs);
}

/** The figures that follow from counts of pairs. */
export function accuracyOf(truePairs: number, joinedPairs: number, rightPairs: number): PairwiseAccuracy {
  const precision = joinedPairs === 0 ? 1 : rightPairs / joinedPairs;
  const recall = truePairs === 0 ? 1 : rightPairs / truePairs;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { truePairs, joinedPairs, rightPairs, precision, recall, f1 };
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairsIn(counts: ReadonlyMap<unknown, number>): number {
  let pairs = 0;
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2;
  return pairs;
}

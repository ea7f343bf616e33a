import type { CandidateColumns } from './fit-options.ts';

/**
 * Groups records that are very likely one customer, roughly: a chain joins, which is good enough for counting values.
 * @param count of records
 * @param isLikely by pair
 * @returns by record: its group, numbered by one of its records
 */
export function likelyCustomers(
  count: number,
  { left, right }: CandidateColumns,
  isLikely: (pair: number) => boolean,
): Int32Array {
  const parents = Int32Array.from({ length: count }, (_none, record) => record);
  const rootOf = (record: number): number => {
    let at = record;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  };
  for (let pair = 0; pair < left.length; pair++) {
    if (!isLikely(pair)) continue;
    const [one, other] = [rootOf(left[pair] as number), rootOf(right[pair] as number)];
    // The smaller number stays, so that the groups do not depend on the order of pairs.
    if (one !== other) parents[Math.max(one, other)] = Math.min(one, other);
  }
  return Int32Array.from({ length: count }, (_none, record) => rootOf(record));
}

import type { ScoredPairs } from '../model/pair.ts';
import { fixedBits } from './fixed-bits.ts';

/** The weight of any two records, in fixed bits. */
export type WeightOf = (left: number, right: number) => number;

export interface PairLookup {
  weightOf: WeightOf;
  /** Records with which a record has a pair of at least that weight. */
  neighboursOf: (record: number, least: number) => readonly number[];
}

/**
 * The weights of pairs, found by record.
 * @param count of records
 * @param pairs each unordered pair at most once
 * @param wanted whether pairs of a record are looked up at all; others take no memory
 * @param missing weighs a pair that is not among them, in bits
 * @param most no pair weighs more, in fixed bits
 */
export function pairLookup(
  count: number,
  pairs: ScoredPairs,
  wanted: (left: number, right: number) => boolean,
  missing: (left: number, right: number) => number,
  most: number,
): PairLookup {
  const { starts, neighbours, weights } = sortedRows(count, pairs, wanted, most);
  const weightOf: WeightOf = (left, right) => {
    // The shorter row is searched.
    const leftSize = (starts[left + 1] ?? 0) - (starts[left] ?? 0);
    const rightSize = (starts[right + 1] ?? 0) - (starts[right] ?? 0);
    const [row, other] = leftSize <= rightSize ? [left, right] : [right, left];
    let low = starts[row] ?? 0;
    let high = (starts[row + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const neighbour = neighbours[middle] ?? 0;
      if (neighbour === other) return weights[middle] ?? 0;
      if (neighbour < other) low = middle + 1;
      else high = middle - 1;
    }
    return Math.min(most, fixedBits(left < right ? missing(left, right) : missing(right, left)));
  };
  const neighboursOf = (record: number, least: number): readonly number[] => {
    const found: number[] = [];
    for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at += 1) {
      if ((weights[at] ?? 0) >= least) found.push(neighbours[at] ?? 0);
    }
    return found;
  };
  return { weightOf, neighboursOf };
}

interface Rows {
  /** By record, and one more: where its neighbours begin. */
  starts: Int32Array;
  /** Ascending within a row. */
  neighbours: Int32Array;
  weights: Int32Array;
}

/** Both directions of each pair by record. Filling rows twice, the second time from the rows of the first, sorts them. */
function sortedRows(
  count: number,
  { left, right, bits }: ScoredPairs,
  wanted: (left: number, right: number) => boolean,
  most: number,
): Rows {
  const starts = new Int32Array(count + 1);
  for (let pair = 0; pair < left.length; pair += 1) {
    const [a, b] = [left[pair] ?? 0, right[pair] ?? 0];
    if (!wanted(a, b)) continue;
    starts[a + 1] = (starts[a + 1] ?? 0) + 1;
    starts[b + 1] = (starts[b + 1] ?? 0) + 1;
  }
  for (let record = 0; record < count; record += 1) {
    starts[record + 1] = (starts[record + 1] ?? 0) + (starts[record] ?? 0);
  }
  const size = starts[count] ?? 0;
  const unsorted = { neighbours: new Int32Array(size), weights: new Int32Array(size) };
  let next = starts.slice();
  const put = (into: typeof unsorted, row: number, neighbour: number, weight: number): void => {
    const at = next[row] ?? 0;
    into.neighbours[at] = neighbour;
    into.weights[at] = weight;
    next[row] = at + 1;
  };
  for (let pair = 0; pair < left.length; pair += 1) {
    const [a, b] = [left[pair] ?? 0, right[pair] ?? 0];
    if (!wanted(a, b)) continue;
    const weight = Math.min(most, fixedBits(bits[pair] ?? 0));
    put(unsorted, a, b, weight);
    put(unsorted, b, a, weight);
  }
  const sorted = { neighbours: new Int32Array(size), weights: new Int32Array(size) };
  next = starts.slice();
  for (let record = 0; record < count; record += 1) {
    for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at += 1) {
      put(sorted, unsorted.neighbours[at] ?? 0, record, unsorted.weights[at] ?? 0);
    }
  }
  return { starts, ...sorted };
}

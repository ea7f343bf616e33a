import { seededRandom } from '../../seeded-random.ts';
import type { CandidateColumns } from './fit-options.ts';
import { mixed, recordOrder } from './record-order.ts';

/** Pairs that stand for all pairs of the data: some of the candidates, some of the rest. */
export interface PairSample {
  candidates: CandidateColumns;
  /** Pairs that no blocking rule proposes. */
  others: CandidateColumns;
  /** How many pairs each candidate, each other pair stands for. */
  perCandidate: number;
  perOther: number;
  /** All pairs of the data. */
  allPairs: number;
}

/**
 * Draws the pairs that training looks at. The draw depends on ids and seed, not on the order of records or pairs.
 * @param ids of the records
 * @param pairs the candidates, each unordered pair once
 * @param most candidates, and other pairs, that are drawn; what is fewer is taken whole
 */
export function samplePairs(
  ids: readonly string[],
  pairs: CandidateColumns,
  most: { candidates: number; others: number },
  seed: number,
): PairSample {
  const count = ids.length;
  const allPairs = (count * (count - 1)) / 2;
  const { order, hashes } = recordOrder(ids);
  const candidates = drawCandidates(pairs, hashes, most.candidates, seed);
  const { standsFor = 1 } = pairs;
  const restCount = Math.max(0, allPairs - pairs.left.length * standsFor);
  const others =
    allPairs <= most.others
      ? allOthers(order, pairs)
      : drawOthers(order, pairs, Math.min(most.others, restCount), seed);
  return {
    candidates,
    others,
    perCandidate: candidates.left.length === 0 ? 0 : (pairs.left.length * standsFor) / candidates.left.length,
    perOther: others.left.length === 0 ? 0 : restCount / others.left.length,
    allPairs,
  };
}

function drawCandidates(pairs: CandidateColumns, hashes: Uint32Array, most: number, seed: number): CandidateColumns {
  const share = most / pairs.left.length;
  if (share >= 1) return pairs;
  return columnsOf(pairs, (left, right) => {
    const [one, other] = [hashes[left] as number, hashes[right] as number];
    const drawn = mixed(mixed(Math.min(one, other) ^ seed) + Math.max(one, other));
    return drawn < share * 0x1_0000_0000;
  });
}

function columnsOf(
  { left, right }: CandidateColumns,
  keep: (left: number, right: number) => boolean,
): CandidateColumns {
  const kept: CandidateColumns = { left: [], right: [] };
  for (let pair = 0; pair < left.length; pair++) {
    const [one, other] = [left[pair] as number, right[pair] as number];
    if (keep(one, other)) add(kept, one, other);
  }
  return kept;
}

function add(columns: CandidateColumns, left: number, right: number): void {
  (columns.left as number[]).push(left);
  (columns.right as number[]).push(right);
}

function pairKey(left: number, right: number, count: number): number {
  return left < right ? left * count + right : right * count + left;
}

function allOthers(order: Int32Array, pairs: CandidateColumns): CandidateColumns {
  const count = order.length;
  const known = new Set<number>();
  columnsOf(pairs, (left, right) => known.add(pairKey(left, right, count)).size < 0);
  const others: CandidateColumns = { left: [], right: [] };
  for (let left = 0; left < count; left++) {
    for (let right = left + 1; right < count; right++) {
      if (!known.has(pairKey(left, right, count))) add(others, left, right);
    }
  }
  return others;
}

function drawOthers(order: Int32Array, pairs: CandidateColumns, wanted: number, seed: number): CandidateColumns {
  const count = order.length;
  const random = seededRandom(seed);
  const drawn = new Set<number>();
  // With replacement first; the few that came twice or are candidates are left out.
  for (let turn = 0; turn < wanted; turn++) {
    const left = order[Math.floor(random() * count)] as number;
    const right = order[Math.floor(random() * count)] as number;
    if (left !== right) drawn.add(pairKey(left, right, count));
  }
  if (pairs.isCandidate === undefined) forgetCandidates(drawn, pairs, count);
  const others: CandidateColumns = { left: [], right: [] };
  for (const key of drawn) {
    const [left, right] = [Math.floor(key / count), key % count];
    if (pairs.isCandidate?.(left, right) !== true) add(others, left, right);
  }
  return others;
}

/** A pair that is not in the coarse filter need not be looked up among the drawn: of millions of candidates nearly all. */
function forgetCandidates(drawn: Set<number>, { left, right }: CandidateColumns, count: number): void {
  const filter = new Uint8Array(filterSize);
  for (const key of drawn) filter[filterPlace(key)] = 1;
  for (let pair = 0; pair < left.length; pair++) {
    const key = pairKey(left[pair] as number, right[pair] as number, count);
    if (filter[filterPlace(key)] === 1) drawn.delete(key);
  }
}

const filterSize = 2 ** 22;
function filterPlace(key: number): number {
  return mixed((key % 0x1_0000_0000) ^ Math.floor(key / 0x1_0000_0000)) % filterSize;
}

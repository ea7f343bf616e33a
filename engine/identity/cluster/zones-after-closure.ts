import type { ScoredPairs } from '../model/pair.ts';
import type { ClusteredPairs, PairState } from './cluster-options.ts';
import { pairStates } from './cluster-options.ts';
import { fixedBits } from './fixed-bits.ts';
import { radixOrder } from './radix-order.ts';

export interface ClosureQuestion {
  profileOf: Int32Array;
  sameFixed: number;
  askFixed: number;
  rank: Int32Array;
  /** Whether a guard keeps the profiles of two records apart. */
  guarded: (left: number, right: number) => boolean;
  /** Whether a person said that they are two customers. */
  answered: (left: number, right: number) => boolean;
}

/**
 * The zones of pairs, seen from the profiles that came of them: inside one profile all are the same, whatever they weigh; across
 * two, a person is asked from `askFixed` on, unless a person has said that they are two.
 * @returns pairs inside profiles and those that a person is asked about, highest weight first, ties by rank
 */
export function zonesAfterClosure(pairs: ScoredPairs, question: ClosureQuestion): ClusteredPairs {
  const { left, right, bits } = pairs;
  const states = new Uint8Array(left.length).fill(different);
  let listed = 0;
  for (let pair = 0; pair < left.length; pair += 1) {
    const state = stateOf(left[pair] ?? 0, right[pair] ?? 0, fixedBits(bits[pair] ?? 0), question);
    if (state === null) continue;
    states[pair] = pairStates.indexOf(state);
    listed += 1;
  }
  const rows = new Int32Array(listed);
  let next = 0;
  states.forEach((state, pair) => {
    if (state === different) return;
    rows[next] = pair;
    next += 1;
  });
  const order = orderOf(rows, pairs, question.rank);
  const at = (row: number): number => rows[order[row] ?? 0] ?? 0;
  return {
    left: Int32Array.from({ length: listed }, (_none, row) => left[at(row)] ?? 0),
    right: Int32Array.from({ length: listed }, (_none, row) => right[at(row)] ?? 0),
    bits: Float32Array.from({ length: listed }, (_none, row) => bits[at(row)] ?? 0),
    state: Uint8Array.from({ length: listed }, (_none, row) => states[at(row)] ?? 0),
  };
}

const different = 255;

function stateOf(left: number, right: number, weight: number, question: ClosureQuestion): PairState | null {
  const { profileOf, sameFixed, askFixed, guarded, answered } = question;
  if (profileOf[left] === profileOf[right]) return 'same';
  if (weight < askFixed || answered(left, right)) return null;
  if (weight < sameFixed) return 'ask';
  return guarded(left, right) ? 'ask-guard' : 'ask-weakest-link';
}

function orderOf(rows: Int32Array, { left, right, bits }: ScoredPairs, rank: Int32Array): Int32Array {
  const low = new Uint32Array(rows.length);
  const high = new Uint32Array(rows.length);
  const weight = new Uint32Array(rows.length);
  rows.forEach((pair, row) => {
    const [a, b] = [rank[left[pair] ?? 0] ?? 0, rank[right[pair] ?? 0] ?? 0];
    low[row] = Math.min(a, b);
    high[row] = Math.max(a, b);
    weight[row] = 0x7fff_ffff - fixedBits(bits[pair] ?? 0);
  });
  return radixOrder([weight, low, high]);
}

import type { ScoredPairs } from '../../../../engine/identity/model/pair.ts';

/** Pairs from a list, each `[record, record, bits]`. */
export function pairsOf(list: readonly (readonly [number, number, number])[]): ScoredPairs {
  return {
    left: Int32Array.from(list, ([a, b]) => Math.min(a, b)),
    right: Int32Array.from(list, ([a, b]) => Math.max(a, b)),
    bits: Float32Array.from(list, ([, , bits]) => bits),
  };
}

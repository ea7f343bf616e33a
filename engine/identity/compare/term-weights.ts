import type { TermFrequencies } from '../model/identity-model.ts';

/** What agreement on a value adds to, or takes from, the weight of agreement on any value. */
export interface TermWeights {
  /** Bits by value, for the most frequent ones. */
  byValue: ReadonlyMap<string, number>;
  /** Bits for all other values. */
  rest: number;
}

/**
 * Turns frequencies into bits: log2(average / own), where `own` is how likely it is that a record drawn at random has the value,
 * and `average` that two drawn at random agree on any.
 * @param frequencies of one feature
 * @returns bits above 0 for values that are rarer than what strangers agree on at the average, below 0 for more frequent ones; all 0
 *   where nothing was counted
 * @example termWeights({ total: 4, counts: { smith: 3 }, rest: 1 }).byValue.get('smith') // -0.26…
 * @source W. E. Winkler, Frequency-based matching in the Fellegi–Sunter model of record linkage, US Census Bureau RR2000/06
 */
export function termWeights(frequencies: TermFrequencies): TermWeights {
  const { total, counts, rest } = frequencies;
  const entries = Object.entries(counts);
  const counted = entries.reduce((sum, [, count]) => sum + count, 0);
  if (total <= 0 || counted <= 0) return { byValue: new Map(), rest: 0 };
  const others = Math.max(0, total - counted);
  const ofOthers = rest > 0 && others > 0 ? rest / total : 0;
  // So many different values are left, each as frequent as `rest` says.
  const agreeOnOther = ofOthers > 0 ? (others / rest) * ofOthers ** 2 : 0;
  const average = entries.reduce((sum, [, count]) => sum + (count / total) ** 2, agreeOnOther);
  const bitsOf = (frequency: number): number => Math.log2(average / frequency);
  const byValue = new Map(entries.map(([value, count]) => [value, bitsOf(count / total)]));
  // A value that was never counted is at least as rare as one that was counted once.
  return { byValue, rest: bitsOf(ofOthers > 0 ? ofOthers : 1 / total) };
}

/** Bits that agreement on two values adds, which may be written differently: those of the more frequent one. */
export function termBits(weights: TermWeights, left: string, right: string): number {
  const bits = weights.byValue.get(left) ?? weights.rest;
  return left === right ? bits : Math.min(bits, weights.byValue.get(right) ?? weights.rest);
}

/** A probability as bits: log2(p / (1 - p)). */
export function bitsOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

/**
 * Weights as whole numbers of 1/65536 bit. Whole numbers add up to the same sum in every order; floating-point numbers do not,
 * and a tie that depends on the order of addition would make profiles depend on the order of records.
 */
export const fixedPerBit = 65_536;

/** A weight as whole number of 1/65536 bit, at most some 32,000 bits either way. */
export function fixedBits(bits: number): number {
  return Math.max(-0x7fff_ffff, Math.min(0x7fff_ffff, Math.round(bits * fixedPerBit)));
}

/**
 * The most that one pair says for two clusters, in bits. chosen: 20, one in a million: beyond, the doubt is in the data, not in the
 * pair, and two records that are equal in everything would outweigh any two that contradict one another.
 */
export const mostPairBits = 20;

/**
 * The first row that is in four masks of one block each, or -1: by the summaries of the masks, then by the words that
 * these point to.
 * @param b0 the blocks that the first mask is in, the others likewise
 * @param p0 the place of the mask in them
 * @returns index of the row
 */
export function firstRowIn(
  b0: Int32Array,
  p0: number,
  b1: Int32Array,
  p1: number,
  b2: Int32Array,
  p2: number,
  b3: Int32Array,
  p3: number,
): number {
  let summary = (b0[p0] as number) & (b1[p1] as number) & (b2[p2] as number) & (b3[p3] as number);
  while (summary !== 0) {
    const word = 32 - Math.clz32(summary & -summary);
    summary &= summary - 1;
    const bits =
      (b0[p0 + word] as number) & (b1[p1 + word] as number) & (b2[p2 + word] as number) & (b3[p3 + word] as number);
    if (bits !== 0) return word * 32 - 1 - Math.clz32(bits & -bits);
  }
  return -1;
}

/** Groups of signs, four bits each. */
const groups = 8;
const mostCounted = 15;

/**
 * Which group a letter is counted in: eight that are about as frequent in names and addresses, digits spread among them.
 * @source chosen by the frequency of letters in English words, the frequent ones apart
 */
const groupOfSign = groupsOf(['eqx05', 'acj16', 'rby27', 'ihm38', 'onz49', 'tdfv', 'slk', 'gpuw']);

function groupsOf(signs: readonly string[]): Uint8Array {
  const groupOf = Uint8Array.from({ length: 128 }, (_, code) => code % groups);
  for (const [group, of] of signs.entries()) for (const sign of of) groupOf[sign.charCodeAt(0)] = group;
  return groupOf;
}

/**
 * How many signs of each group a text has, four bits a group.
 * @returns null where a group has more than fifteen, which says nothing then
 */
export function letterCounts(text: string): number | null {
  let counts = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const shift = 4 * (groupOfSign[code & 127] as number);
    if (((counts >>> shift) & 15) === mostCounted) return null;
    counts = (counts + (1 << shift)) | 0;
  }
  return counts;
}

/** Signs, at least, of the one text that the other does not have: what it has more of in each group. */
export function leastUnshared(counts: number, others: number): number {
  return (
    more(counts & 0x0f0f0f0f, others & 0x0f0f0f0f) + more((counts >>> 4) & 0x0f0f0f0f, (others >>> 4) & 0x0f0f0f0f)
  );
}

/** The sum of what four bytes are above those of the other. @source H. S. Warren, Hacker's Delight, 2nd edition, 2-18 */
function more(bytes: number, others: number): number {
  const differences = (bytes | 0x80808080) - others;
  // All ones but the highest where a byte is not below.
  const kept = ((differences >>> 7) & 0x01010101) * 0x7f;
  return Math.imul(differences & kept, 0x01010101) >>> 24;
}

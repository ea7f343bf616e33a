/**
 * The number by which tables know a text, 0 to 2^30 - 1: small enough that an engine keeps it as a plain integer.
 * @param text a token's text, or a phrase's word
 * @example hashOf('refund') === readText('REFUND!').tokens[0].hash // true
 * @source FNV-1a over UTF-16 units, Fowler, Noll, Vo; the last step of MurmurHash3 (Appleby) spreads its low bits
 */
export function hashOf(text: string): number {
  let hash = hashStart;
  for (let at = 0; at < text.length; at++) hash = hashStep(hash, text.charCodeAt(at));
  return hashEnd(hash);
}

/** FNV's offset basis. */
export const hashStart = 0x811c9dc5 | 0;

/** Takes one more UTF-16 unit into a hash. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Spreads what was hashed over 30 bits. */
export function hashEnd(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & 0x3fffffff;
}

/**
 * Random numbers from a seed, at least 0 and below 1: the same on every machine.
 * @param seed any whole number
 * @example const random = seededRandom(2026); random()
 * @source mulberry32, Tommy Ettinger, public domain
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

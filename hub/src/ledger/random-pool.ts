/** chosen: a page; asking the system for it takes hardly longer than for twelve bytes. */
const poolBytes = 4_096;

/** Random bytes, taken from the system many at a time. What is given out is a copy, and nobody gets it again. */
export function randomPool(random: (bytes: number) => Uint8Array): (bytes: number) => Uint8Array {
  let pool = new Uint8Array(0);
  let used = 0;
  return (bytes) => {
    if (bytes > poolBytes) return random(bytes);
    if (used + bytes > pool.length) {
      pool = Uint8Array.from(random(poolBytes));
      used = 0;
    }
    const taken = pool.slice(used, used + bytes);
    pool.fill(0, used, used + bytes);
    used += bytes;
    return taken;
  };
}

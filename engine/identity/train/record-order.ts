/**
 * An order of records that depends on their ids alone, not on how they came, so that the same data give the same sample.
 * @param ids unique
 * @returns indexes of records; neighbours have nothing to do with each other
 * @source FNV-1a, 32 bit (Fowler, Noll, Vo), with the last mixing step of MurmurHash3
 */
export function recordOrder(ids: readonly string[]): { order: Int32Array; hashes: Uint32Array } {
  const hashes = Uint32Array.from(ids, hashOf);
  const order = Int32Array.from(ids, (_id, index) => index);
  order.sort((one, other) => {
    const difference = (hashes[one] as number) - (hashes[other] as number);
    if (difference !== 0) return difference;
    return (ids[one] as string) < (ids[other] as string) ? -1 : 1;
  });
  return { order, hashes };
}

function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads a number over 32 bits. */
export function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

import { createHash } from 'node:crypto';

// RFC 6962, section 2.1, as it is written there: apart from the engine's own, so that each can judge the other.

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The hash of an entry's text, 64 hexadecimal digits. */
export function leafOf(text: string): string {
  return sha256(Buffer.of(0), text).toString('hex');
}

function node(left: string, right: string): string {
  return sha256(Buffer.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')).toString('hex');
}

/** The largest power of two below `count`. */
function splitAt(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

/** The root over some leaves; of none it is the hash of nothing. */
export function rootOf(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256('').toString('hex');
  if (leaves.length === 1) return leaves[0] as string;
  const half = splitAt(leaves.length);
  return node(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

/** The audit path of the leaf at `index`, from the leaf up. */
export function pathOf(leaves: readonly string[], index: number): string[] {
  if (leaves.length <= 1) return [];
  const half = splitAt(leaves.length);
  return index < half
    ? [...pathOf(leaves.slice(0, half), index), rootOf(leaves.slice(half))]
    : [...pathOf(leaves.slice(half), index - half), rootOf(leaves.slice(0, half))];
}

import { createHash } from 'node:crypto';

const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** MTH(D[n]) as RFC 6962, 2.1 writes it, over the hashes of leaves. */
export function naiveRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256('');
  const [only] = leaves;
  if (only !== undefined && leaves.length === 1) return only;
  const middle = powerBelow(leaves.length);
  return naiveNode(naiveRoot(leaves.slice(0, middle)), naiveRoot(leaves.slice(middle)));
}

export function naiveNode(left: string, right: string): string {
  return sha256(Buffer.from([1]), Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));
}

/** PATH(m, D[n]) as RFC 6962, 2.1.1 writes it. */
export function naivePath(index: number, leaves: readonly string[]): string[] {
  if (leaves.length === 1) return [];
  const middle = powerBelow(leaves.length);
  return index < middle
    ? [...naivePath(index, leaves.slice(0, middle)), naiveRoot(leaves.slice(middle))]
    : [...naivePath(index - middle, leaves.slice(middle)), naiveRoot(leaves.slice(0, middle))];
}

/** SUBPROOF(m, D[n], b) as RFC 6962, 2.1.2 writes it. */
export function naiveProof(from: number, leaves: readonly string[], isWhole = true): string[] {
  if (from === leaves.length) return isWhole ? [] : [naiveRoot(leaves)];
  const middle = powerBelow(leaves.length);
  return from <= middle
    ? [...naiveProof(from, leaves.slice(0, middle), isWhole), naiveRoot(leaves.slice(middle))]
    : [...naiveProof(from - middle, leaves.slice(middle), false), naiveRoot(leaves.slice(0, middle))];
}

function powerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** Hash of a leaf of bytes. */
export function naiveLeaf(bytes: Buffer): string {
  return sha256(Buffer.from([0]), bytes);
}

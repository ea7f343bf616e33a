import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';
import { isHash, nodeHash } from './node-hash.ts';

/**
 * The root that a leaf and its audit path lead to.
 * @param size number of leaves of the tree
 * @param index of the leaf, from 0
 * @param leaf hash of the leaf
 * @param path from `inclusionPath`
 * @returns the root; null for a path of another length, and for anything that is no such index, size or hash
 * @example rootFromPath(1000, 41, leaf, path) === checkpoint.root
 * @source RFC 9162, 2.1.3.2 (verifying an inclusion proof)
 */
export function rootFromPath(
  size: number,
  index: number,
  leaf: string,
  path: readonly string[],
  crypto: AuditCrypto = plainCrypto,
): string | null {
  if (!isSize(size) || !isSize(index) || index >= size || !isHash(leaf) || !path.every(isHash)) return null;
  let [at, last, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return null;
    if (isOdd(at) || at === last) {
      root = nodeHash(sibling, root, crypto);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else root = nodeHash(root, sibling, crypto);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? root : null;
}

/** Two states of a stream, and the proof that the later holds the earlier. */
export interface Consistency {
  from: number;
  fromRoot: string;
  to: number;
  toRoot: string;
  /** From `consistencyPath`. */
  path: readonly string[];
}

/**
 * True when the later tree is the earlier one with leaves added. An empty tree is in every other.
 * @example verifyConsistency({ from: kept.size, fromRoot: kept.root, to: newest.size, toRoot: newest.root, path })
 * @source RFC 9162, 2.1.4.2 (verifying consistency between two tree heads)
 */
export function verifyConsistency(
  { from, fromRoot, to, toRoot, path }: Consistency,
  crypto: AuditCrypto = plainCrypto,
): boolean {
  if (!isSize(from) || !isSize(to) || from > to || ![fromRoot, toRoot, ...path].every(isHash)) return false;
  if (from === to) return path.length === 0 && fromRoot === toRoot;
  if (from === 0) return path.length === 0;
  const [first, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...path] : path;
  if (first === undefined || path.length === 0) return false;
  let [at, last] = [from - 1, to - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [earlier, later] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      earlier = nodeHash(hash, earlier, crypto);
      later = nodeHash(hash, later, crypto);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else later = nodeHash(later, hash, crypto);
    [at, last] = [half(at), half(last)];
  }
  return earlier === fromRoot && later === toRoot && last === 0;
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Sizes may be above 2³², where bit operations end. */
function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}

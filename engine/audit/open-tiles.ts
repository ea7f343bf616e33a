import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';
import type { TileNode } from './checkpoint.ts';
import { CompactRange } from './compact-range.ts';

/** Leaves under a tile, and tiles under a tile of the next level. */
export const tileWidth = 256;
/** Binary levels of a tile. */
export const tileHeight = 8;

/**
 * What is not under a complete tile yet: of level 0 the hashes of the leaves since the last complete tile, of each higher
 * level the tiles since the last complete one. Each list has fewer than 256 members.
 */
export type OpenTiles = string[][];

/**
 * Adds leaves to a tree that is kept as tiles.
 * @param open the tree so far; empty for one without leaves. It stays as it is
 * @param hashes of the new leaves
 * @param size number of leaves so far
 * @returns the tree with them, and the tiles that they completed, lower levels first where one completes the next
 * @example addLeaves([], [leafHash('a')], 0) // { open: [['…']], tiles: [] }
 * @source RFC 6962, 2.1; tiles as in C2SP tlog-tiles
 */
export function addLeaves(
  open: readonly (readonly string[])[],
  hashes: readonly string[],
  size: number,
  crypto: AuditCrypto = plainCrypto,
): { open: OpenTiles; tiles: TileNode[] } {
  const levels: OpenTiles = open.map((level) => [...level]);
  const tiles: TileNode[] = [];
  for (const [at, hash] of hashes.entries()) {
    (levels[0] ??= []).push(hash);
    completeTiles(levels, tiles, size + at + 1, crypto);
  }
  return { open: levels, tiles };
}

function completeTiles(levels: OpenTiles, tiles: TileNode[], size: number, crypto: AuditCrypto): void {
  let width = 1;
  for (let level = 0; levels[level]?.length === tileWidth; level++) {
    width *= tileWidth;
    const hash = rootOfNodes(levels[level] as string[], crypto);
    tiles.push({ level: level + 1, index: size / width - 1, hash });
    levels[level] = [];
    (levels[level + 1] ??= []).push(hash);
  }
}

/** The root over complete subtrees of one size. */
function rootOfNodes(hashes: readonly string[], crypto: AuditCrypto): string {
  const range = new CompactRange(0, crypto);
  for (const hash of hashes) range.addLeaf(hash);
  return range.root();
}

/**
 * The root of a tree that is kept as tiles.
 * @returns 64 hexadecimal digits; that of the empty tree for one without leaves
 * @example rootOf(addLeaves([], hashes, 0).open)
 * @source RFC 6962, 2.1 (Merkle tree hash)
 */
export function rootOf(open: readonly (readonly string[])[], crypto: AuditCrypto = plainCrypto): string {
  const range = new CompactRange(0, crypto);
  for (const [level, hashes] of [...open.entries()].reverse()) {
    for (const hash of hashes) {
      const binaryLevel = level * tileHeight;
      range.add({ level: binaryLevel, index: range.until / 2 ** binaryLevel, hash });
    }
  }
  return range.root();
}

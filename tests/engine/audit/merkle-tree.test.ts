import { describe, expect, it } from 'vitest';
import {
  CompactRange,
  addLeaves,
  consistencyPath,
  emptyRoot,
  inclusionPath,
  leafHash,
  rootFromPath,
  rootOf,
  verifyConsistency,
  type TreeReader,
} from '../../../engine/index.ts';
import { nodeCrypto } from './node-crypto.ts';
import { naiveLeaf, naivePath, naiveProof, naiveRoot } from './naive-tree.ts';

/** The leaves and roots that certificate-transparency and its successors test with. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hashes = leaves.map((hex) => naiveLeaf(Buffer.from(hex, 'hex')));

function readerOf(leafHashes: readonly string[], reads: number[] = []): TreeReader {
  const { tiles } = addLeaves([], leafHashes, 0, nodeCrypto);
  return {
    hashes(level, from, until) {
      reads.push(until - from);
      const found =
        level === 0
          ? leafHashes.slice(from, until)
          : tiles.filter((tile) => tile.level === level && tile.index >= from && tile.index < until);
      return Promise.resolve(found.map((one) => (typeof one === 'string' ? one : one.hash)));
    },
  };
}

describe('the Merkle tree', () => {
  it('has the roots of the published test vectors', () => {
    for (const [at, root] of roots.entries()) {
      expect(rootOf(addLeaves([], hashes.slice(0, at + 1), 0).open)).toBe(root);
      expect(naiveRoot(hashes.slice(0, at + 1))).toBe(root);
    }
  });

  it('of nothing is the hash of nothing', () => {
    expect(rootOf([])).toBe(emptyRoot);
    expect(new CompactRange().root()).toBe(naiveRoot([]));
  });

  it('hashes the UTF-8 bytes of a leaf after a zero byte', () => {
    expect(leafHash('')).toBe(roots[0]);
    expect(leafHash('Käse 🧀')).toBe(naiveLeaf(Buffer.from('Käse 🧀')));
  });

  it('gives the audit paths and consistency proofs of the published test vectors', async () => {
    const reader = readerOf(hashes);
    expect(await inclusionPath(8, 5, reader)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(await consistencyPath(6, 8, reader)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('proves every leaf of every small tree, and every earlier tree, as the RFC defines it', async () => {
    const many = Array.from({ length: 20 }, (_, at) => leafHash(String(at), nodeCrypto));
    for (let size = 1; size <= many.length; size++) {
      const tree = many.slice(0, size);
      const reader = readerOf(many);
      for (let index = 0; index < size; index++) {
        const path = await inclusionPath(size, index, reader);
        expect(path).toEqual(naivePath(index, tree));
        expect(rootFromPath(size, index, many[index] as string, path)).toBe(naiveRoot(tree));
      }
      for (let from = 0; from <= size; from++) {
        const path = await consistencyPath(from, size, reader);
        if (from > 0) expect(path).toEqual(naiveProof(from, tree));
        const roots = { from, fromRoot: naiveRoot(many.slice(0, from)), to: size, toRoot: naiveRoot(tree) };
        expect(verifyConsistency({ ...roots, path })).toBe(true);
      }
    }
  });

  it('keeps tiles, and proves from them with few hashes read', async () => {
    const many = Array.from({ length: 66_000 }, (_, at) => leafHash(String(at), nodeCrypto));
    const [first, second] = [many.slice(0, 40_000), many.slice(40_000)];
    const one = addLeaves([], first, 0, nodeCrypto);
    const both = addLeaves(one.open, second, first.length, nodeCrypto);
    expect(both.open.map((level) => level.length)).toEqual([66_000 % 256, 1, 1]);
    expect(both.tiles.filter(({ level }) => level === 2)).toEqual([
      { level: 2, index: 0, hash: naiveRoot(many.slice(0, 65_536)) },
    ]);
    expect(rootOf(both.open)).toBe(naiveRoot(many));

    const reads: number[] = [];
    const path = await inclusionPath(66_000, 1234, readerOf(many, reads));
    expect(path).toEqual(naivePath(1234, many));
    expect(reads.reduce((sum, count) => sum + count, 0)).toBeLessThan(800);
    expect(await consistencyPath(40_000, 66_000, readerOf(many))).toEqual(naiveProof(40_000, many));
  });

  it('refuses to prove what it does not hold', async () => {
    const reader = readerOf(hashes);
    expect(() => inclusionPath(8, 8, reader)).toThrow(RangeError);
    expect(() => consistencyPath(9, 8, reader)).toThrow(RangeError);
    await expect(inclusionPath(9, 0, reader)).rejects.toThrow(RangeError);
    expect(() => new CompactRange().add({ level: 0, index: 1, hash: emptyRoot })).toThrow(RangeError);
  });
});

describe('a proof that is no proof', () => {
  const [leaf] = hashes as [string];
  it.each([
    ['an index outside of the tree', 8, 8, leaf, []],
    ['a size that is none', 1.5, 0, leaf, []],
    ['a negative index', 8, -1, leaf, []],
    ['a leaf that is no hash', 1, 0, 'leaf', []],
    ['a hash in capitals', 2, 0, leaf, [leaf.toUpperCase()]],
    ['too short a path', 8, 0, leaf, [leaf, leaf]],
    ['too long a path', 2, 0, leaf, [leaf, leaf]],
  ])('leads to no root: %s', (_, size, index, hash, path) => {
    expect(rootFromPath(size, index, hash, path)).toBeNull();
  });

  it.each([
    ['sizes the wrong way round', { from: 8, to: 6 }],
    ['equal sizes with different roots', { from: 8, to: 8, path: [] }],
    ['equal sizes with a path', { from: 8, to: 8, fromRoot: roots[7] as string }],
    ['an empty tree with a path', { from: 0 }],
    ['no path', { path: [] }],
    ['a path cut short', { path: [hashes[0] as string] }],
    ['another earlier root', { fromRoot: roots[4] as string }],
    ['another later root', { toRoot: roots[4] as string }],
  ])('shows no consistency: %s', async (_, changed) => {
    const right = { from: 6, fromRoot: roots[5] as string, to: 8, toRoot: roots[7] as string };
    const path = await consistencyPath(6, 8, readerOf(hashes));
    expect(verifyConsistency({ ...right, path })).toBe(true);
    expect(verifyConsistency({ ...right, path, ...changed })).toBe(false);
  });
});

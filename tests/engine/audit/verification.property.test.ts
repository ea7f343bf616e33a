import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  RangeVerifier,
  addLeaves,
  concludeVerification,
  consistencyPath,
  exportEntryLine,
  inclusionPath,
  leafHash,
  rootFromPath,
  rootOf,
  streamVerifier,
  verifyConsistency,
  type StoredRow,
  type TreeReader,
} from '../../../engine/index.ts';
import '../../property-seed.ts';
import { naivePath, naiveProof, naiveRoot } from './naive-tree.ts';
import { nodeCrypto } from './node-crypto.ts';
import { checkpointOf, headOf, hubKey, rowsOf, stream } from './small-ledger.ts';

const leaves = Array.from({ length: 1500 }, (_, at) => leafHash(String(at), nodeCrypto));

function readerOf(size: number): TreeReader {
  const { tiles } = addLeaves([], leaves.slice(0, size), 0, nodeCrypto);
  return {
    hashes: (level, from, until) =>
      Promise.resolve(
        level === 0
          ? leaves.slice(from, Math.min(until, size))
          : tiles
              .filter((tile) => tile.level === level && tile.index >= from && tile.index < until)
              .map(({ hash }) => hash),
      ),
  };
}

describe('proofs of any tree', () => {
  it('of inclusion are those of the definition, and lead to the root from no other place or leaf', async () => {
    const cases = fc
      .integer({ min: 1, max: 1500 })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(size)));
    await fc.assert(
      fc.asyncProperty(cases, async ([size, index, otherIndex]) => {
        const tree = leaves.slice(0, size);
        const [root, leaf] = [naiveRoot(tree), leaves[index] as string];
        const path = await inclusionPath(size, index, readerOf(size), nodeCrypto);
        expect(path).toEqual(naivePath(index, tree));
        expect(rootFromPath(size, index, leaf, path, nodeCrypto)).toBe(root);
        if (otherIndex !== index) expect(rootFromPath(size, otherIndex, leaf, path, nodeCrypto)).not.toBe(root);
        expect(rootFromPath(size, index, leafHash('other', nodeCrypto), path, nodeCrypto)).not.toBe(root);
      }),
      { numRuns: 40 },
    );
  });

  it('of consistency are those of the definition, and hold for no other root', async () => {
    const cases = fc
      .integer({ min: 1, max: 1500 })
      .chain((to) => fc.tuple(fc.integer({ min: 1, max: to }), fc.constant(to)));
    await fc.assert(
      fc.asyncProperty(cases, async ([from, to]) => {
        const [fromRoot, toRoot] = [naiveRoot(leaves.slice(0, from)), naiveRoot(leaves.slice(0, to))];
        const path = await consistencyPath(from, to, readerOf(to), nodeCrypto);
        expect(path).toEqual(naiveProof(from, leaves.slice(0, to)));
        expect(verifyConsistency({ from, fromRoot, to, toRoot, path }, nodeCrypto)).toBe(true);
        const other = leafHash('other', nodeCrypto);
        expect(verifyConsistency({ from, fromRoot: other, to, toRoot, path }, nodeCrypto)).toBe(false);
        expect(verifyConsistency({ from, fromRoot, to, toRoot: other, path }, nodeCrypto)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('and roots are the same however the leaves were added', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }), (batches) => {
        let [open, size, tiles]: [string[][], number, number] = [[], 0, 0];
        for (const count of batches) {
          const added = addLeaves(open, leaves.slice(size, size + count), size, nodeCrypto);
          [open, tiles] = [added.open, tiles + added.tiles.length];
          size = Math.min(size + count, leaves.length);
        }
        expect(rootOf(open, nodeCrypto)).toBe(naiveRoot(leaves.slice(0, size)));
        expect(tiles).toBe(Math.floor(size / 256));
      }),
      { numRuns: 40 },
    );
  });
});

const rows = rowsOf(40);
const grounds = {
  keys: [hubKey.key],
  head: headOf(rows),
  checkpoints: [checkpointOf(rows, 13), checkpointOf(rows, 32)],
  crypto: nodeCrypto,
};

function verify(stored: readonly StoredRow[]) {
  const verifier = streamVerifier(stream, grounds);
  verifier.add(stored);
  return verifier.finish();
}

const place = fc.integer({ min: 1, max: 40 });

describe('every tampering is found', () => {
  it('a changed character, at its entry', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (sequence, where, character) => {
        const row = rows[sequence - 1] as StoredRow;
        const at = where % row.entry.length;
        const entry = row.entry.slice(0, at) + character + row.entry.slice(at + 1);
        fc.pre(entry !== row.entry);
        const { findings } = verify(rows.with(sequence - 1, { ...row, entry }));
        expect(findings.map(({ code, sequence: found }) => [code, found])).toEqual([['entry_changed', sequence]]);
      }),
    );
  });

  it('a removed row, at its place', () => {
    fc.assert(
      fc.property(place, (sequence) => {
        const { findings } = verify(rows.toSpliced(sequence - 1, 1));
        expect(findings).toMatchObject([{ code: sequence === 40 ? 'tail_missing' : 'entry_missing', sequence }]);
      }),
    );
  });

  it('two swapped rows, at both places', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one !== other);
        const swapped = rows.with(one - 1, rows[other - 1] as StoredRow).with(other - 1, rows[one - 1] as StoredRow);
        const found = verify(swapped).findings.map(({ sequence }) => sequence);
        expect(found).toContain(Math.min(one, other));
        expect(found.length).toBeGreaterThan(0);
      }),
    );
  });

  it('any selection, order and repetition of rows but the right one', () => {
    const selection = fc.oneof(
      fc.array(fc.nat(39), { maxLength: 60 }),
      fc.shuffledSubarray([...rows.keys()], { minLength: 30 }),
      fc.subarray([...rows.keys()]),
    );
    fc.assert(
      fc.property(selection, (indexes) => {
        const report = verify(indexes.map((index) => rows[index] as StoredRow));
        const isRight = indexes.length === 40 && indexes.every((index, at) => index === at);
        expect(report.ok).toBe(isRight);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a stream in parts', () => {
  it('has the report of the whole', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { maxLength: 4 }), (cuts) => {
        const bounds = [1, ...cuts.toSorted((left, right) => left - right), 41];
        const sizes = grounds.checkpoints.map(({ size }) => size);
        const ranges = bounds.slice(0, -1).map((from, at) => {
          const range = new RangeVerifier(stream, { from, checkpointSizes: sizes, crypto: nodeCrypto });
          range.add(rows.slice(from - 1, (bounds[at + 1] as number) - 1));
          return structuredClone(range.finish());
        });
        expect(concludeVerification(stream, ranges, grounds)).toEqual(verify(rows));
      }),
      { numRuns: 40 },
    );
  });

  it('shows what is wrong where parts meet', () => {
    const rebuilt = rowsOf(40).map((row, at) => (at === 19 ? (rowsOf(41)[at] as StoredRow) : row));
    const parts = (first: StoredRow[], second: StoredRow[], from = 21) =>
      [first, second].map((part, at) => {
        const range = new RangeVerifier(stream, { from: at === 0 ? 1 : from, crypto: nodeCrypto });
        range.add(part);
        return range.finish();
      });
    const other = { ...(rebuilt[19] as StoredRow) };
    other.entry = other.entry.replace('Refund', 'Refunt').replace('forgotten', 'remembered');
    other.hash = leafHash(other.entry, nodeCrypto);
    const withoutCheckpoints = { ...grounds, checkpoints: [] };
    const found = (ranges: ReturnType<typeof parts>) =>
      concludeVerification(stream, ranges, withoutCheckpoints).findings.map(({ code, sequence }) => [code, sequence]);
    expect(found(parts(rows.slice(0, 20), rows.slice(20)))).toEqual([]);
    expect(found(parts(rows.slice(0, 18), rows.slice(20)))).toEqual([['entry_missing', 19]]);
    expect(found(parts([...rows.slice(0, 19), { entry: other.entry, hash: other.hash }], rows.slice(20)))).toEqual([
      ['chain_broken', 20],
    ]);
  });
});

describe('the line of an entry', () => {
  it('holds the text byte for byte', () => {
    fc.assert(
      fc.property(place, (sequence) => {
        const row = rows[sequence - 1] as StoredRow;
        expect(exportEntryLine(row)).toContain(row.entry);
      }),
      { numRuns: 5 },
    );
  });
});

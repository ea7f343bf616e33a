import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';
import { CompactRange } from './compact-range.ts';
import { tileHeight, tileWidth } from './open-tiles.ts';

/** Reads hashes of a stream's tree: leaves (level 0) or complete tiles (level 1, 2 …), `from <= index < until`. */
export interface TreeReader {
  hashes(level: number, from: number, until: number): Promise<string[]>;
}

/** Neighbouring leaves, `from <= index < until`. */
export interface LeafSpan {
  from: number;
  until: number;
}

/**
 * The audit path of a leaf: with it and the leaf anybody can compute the root.
 * @param size number of leaves of the tree; the stream may have more
 * @param index of the leaf, from 0: the entry's sequence less one
 * @param reader reads at most some 500 hashes for each two digits of size in base 256, all at once
 * @returns hashes from the leaf up; RangeError for a leaf that the tree does not have
 * @example await inclusionPath(1000, 41, reader)
 * @source RFC 6962, 2.1.1 (Merkle audit paths); RFC 9162, 2.1.3.1
 */
export function inclusionPath(
  size: number,
  index: number,
  reader: TreeReader,
  crypto: AuditCrypto = plainCrypto,
): Promise<string[]> {
  if (!(index >= 0 && index < size)) throw new RangeError('the tree has no such leaf');
  return rootsOf(inclusionSpans({ from: 0, until: size }, index), reader, crypto);
}

/** Leaves under each hash of an audit path. */
function inclusionSpans({ from, until }: LeafSpan, index: number): LeafSpan[] {
  if (until - from === 1) return [];
  const middle = from + largestPowerBelow(until - from);
  return index < middle
    ? [...inclusionSpans({ from, until: middle }, index), { from: middle, until }]
    : [...inclusionSpans({ from: middle, until }, index), { from, until: middle }];
}

/**
 * Proves that a later tree is an earlier one with leaves added: that nothing before was changed or taken away.
 * @param from number of leaves of the earlier tree, 0 to `to`
 * @param to number of leaves of the later one
 * @returns the proof for `verifyConsistency`; empty for equal sizes and for an empty earlier tree
 * @example await consistencyPath(1000, 2000, reader)
 * @source RFC 6962, 2.1.2 (Merkle consistency proofs); RFC 9162, 2.1.4.1
 */
export function consistencyPath(
  from: number,
  to: number,
  reader: TreeReader,
  crypto: AuditCrypto = plainCrypto,
): Promise<string[]> {
  if (!(from >= 0 && from <= to)) throw new RangeError('the earlier tree is the larger one');
  const spans = from === 0 || from === to ? [] : consistencySpans(from, { from: 0, until: to }, true);
  return rootsOf(spans, reader, crypto);
}

/** `isWhole`: the verifier knows the root of these leaves already. */
function consistencySpans(cut: number, { from, until }: LeafSpan, isWhole: boolean): LeafSpan[] {
  if (cut === until) return isWhole ? [] : [{ from, until }];
  const middle = from + largestPowerBelow(until - from);
  return cut <= middle
    ? [...consistencySpans(cut, { from, until: middle }, isWhole), { from: middle, until }]
    : [...consistencySpans(cut, { from: middle, until }, false), { from, until: middle }];
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The roots over spans of leaves, each of which begins where a subtree of its size may begin. */
async function rootsOf(spans: readonly LeafSpan[], reader: TreeReader, crypto: AuditCrypto): Promise<string[]> {
  return Promise.all(spans.map((span) => rootOfSpan(span, reader, crypto)));
}

async function rootOfSpan(span: LeafSpan, reader: TreeReader, crypto: AuditCrypto): Promise<string> {
  const runs = runsOf(span);
  const read = await Promise.all(runs.map(({ level, from, until }) => reader.hashes(level, from, until)));
  const range = new CompactRange(span.from, crypto);
  for (const [at, { level, from, until }] of runs.entries()) {
    const hashes = read[at] as string[];
    if (hashes.length !== until - from) throw new RangeError('the tree has fewer hashes than its size says');
    for (const [offset, hash] of hashes.entries()) range.add({ level: level * tileHeight, index: from + offset, hash });
  }
  return range.root();
}

/** Leaves or tiles of one level, `from <= index < until`. */
interface TileRun {
  level: number;
  from: number;
  until: number;
}

/** The fewest leaves and complete tiles that make up a span: tiles of the highest level that fits, then lower ones. */
function runsOf({ from, until }: LeafSpan): TileRun[] {
  const runs: TileRun[] = [];
  let [level, width] = [0, 1];
  while (from % (width * tileWidth) === 0 && width * tileWidth <= until - from) {
    level++;
    width *= tileWidth;
  }
  let at = from;
  for (; level >= 0; level--, width /= tileWidth) {
    const count = Math.floor((until - at) / width);
    if (count > 0) runs.push({ level, from: at / width, until: at / width + count });
    at += count * width;
  }
  return runs;
}

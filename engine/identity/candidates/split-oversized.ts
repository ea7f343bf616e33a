import type { PreparedRecords } from '../model/prepared-records.ts';
import type { BlockingPass } from './blocking-pass.ts';
import { blocksOf, blocksWhere, type Blocks } from './blocks.ts';
import { contentOrder } from './content-order.ts';
import type { KeyColumn } from './key-columns.ts';

/** Each oversized block is split by so many keys, each for itself, so that a typo in one of them loses no pair. chosen: 3 */
const splitsAtFirst = 3;
/** Keys put on top of one another, where a part is still too large. chosen: 3 */
const mostSplits = 3;
/** Neighbours that every record of an oversized block is compared with, after sorting it. chosen: 8 */
const neighbours = 8;

export interface OversizedBlocks {
  /** Index of the rule. */
  rule: number;
  /** Indexes of its key columns. */
  keys: readonly number[];
  large: Blocks;
  /** All keys of the model: what blocks may be split by. */
  columns: readonly KeyColumn[];
  prepared: PreparedRecords;
  blockLimit: number;
  /** Flags are added. The last one is that of `large`. */
  flags: Uint8Array[];
  /** The number of the first of these blocks among all oversized ones. */
  firstRoot: number;
}

/**
 * Splits blocks over the limit by further keys of the model; what is too large then is split again. On top, the records of each
 * block are sorted by what they say, and neighbours compared, so that no block is without any pair.
 * @returns passes in the order in which they bring pairs
 * @source neighbours: M. Hernández and S. Stolfo, The merge/purge problem for large databases, SIGMOD 1995
 */
export function splitOversized(task: OversizedBlocks): BlockingPass[] {
  const { rule, keys, large, columns, prepared, flags, firstRoot } = task;
  const within = addFlag(flags, prepared.count, large.order);
  const rootOf = rootsByRecord(large, firstRoot, prepared.count);
  const passes = passesOf(task, keys, large.order, within, rootOf, 0);
  const order = contentOrder(large, prepared, new Set(keys.map((key) => (columns[key] as KeyColumn).key.feature)));
  const places = new Int32Array(prepared.count);
  for (let at = 0; at < order.length; at++) places[order[at] as number] = at + 1;
  const blocks = { order, starts: large.starts };
  const roots = rootsOf(blocks, rootOf);
  passes.push({ rule, keys, blocks, window: neighbours, places, within, oversized: -1, roots });
  return passes;
}

function passesOf(
  task: OversizedBlocks,
  keys: readonly number[],
  records: Int32Array,
  within: number,
  rootOf: Int32Array,
  depth: number,
): BlockingPass[] {
  if (depth === mostSplits) return [];
  const { rule, columns, prepared, blockLimit, flags } = task;
  const further = furtherKeys(columns, keys, records, blockLimit).slice(0, depth === 0 ? splitsAtFirst : 1);
  return further.flatMap((key) => {
    const ofPass = [...keys, key];
    const all = blocksOf(
      ofPass.map((at) => columns[at] as KeyColumn),
      prepared.count,
      records,
    );
    const blocks = blocksWhere(all, (size) => size <= blockLimit);
    const large = blocksWhere(all, (size) => size > blockLimit);
    const oversized = large.order.length > 0 ? addFlag(flags, prepared.count, large.order) : -1;
    const roots = rootsOf(blocks, rootOf);
    const pass = { rule, keys: ofPass, blocks, window: 0, places: null, within, oversized, roots };
    return oversized === -1 ? [pass] : [pass, ...passesOf(task, ofPass, large.order, oversized, rootOf, depth + 1)];
  });
}

/**
 * Keys that a block may be split by, the best first, one of each feature: of those whose parts are expected to be within the
 * limit, those that keep most pairs; then the others, those with the smallest parts first.
 */
function furtherKeys(
  columns: readonly KeyColumn[],
  used: readonly number[],
  records: Int32Array,
  blockLimit: number,
): number[] {
  const usedNames = new Set(used.map((at) => (columns[at] as KeyColumn).name));
  const wholes = new Set(
    used.flatMap((at) =>
      (columns[at] as KeyColumn).key.take === 'whole' ? [(columns[at] as KeyColumn).key.feature] : [],
    ),
  );
  const judged = columns.flatMap((column, at) => {
    if (usedNames.has(column.name) || wholes.has(column.key.feature)) return [];
    const shared = sharedPairs(column, records);
    return shared === 0 ? [] : [{ at, column, shared, isEnough: shared * 2 <= blockLimit * records.length }];
  });
  judged.sort(
    (one, other) =>
      Number(other.isEnough) - Number(one.isEnough) ||
      (one.isEnough ? other.shared - one.shared : one.shared - other.shared) ||
      (one.column.name < other.column.name ? -1 : 1),
  );
  const features = new Set<string>();
  return judged.flatMap(({ at, column }) => {
    if (features.has(column.key.feature)) return [];
    features.add(column.key.feature);
    return [at];
  });
}

/** Pairs of these records that agree on a key. */
function sharedPairs({ codes, parts }: KeyColumn, records: Int32Array): number {
  const counts = new Uint32Array(parts.length);
  let pairs = 0;
  for (let at = 0; at < records.length; at++) {
    const code = codes[records[at] as number] as number;
    if (code === 0) continue;
    pairs += counts[code] as number;
    (counts[code] as number)++;
  }
  return pairs;
}

function addFlag(flags: Uint8Array[], count: number, records: Int32Array): number {
  const flag = new Uint8Array(count);
  for (let at = 0; at < records.length; at++) flag[records[at] as number] = 1;
  return flags.push(flag) - 1;
}

function rootsByRecord({ order, starts }: Blocks, firstRoot: number, count: number): Int32Array {
  const rootOf = new Int32Array(count);
  for (let block = 0; block + 1 < starts.length; block++) {
    const end = starts[block + 1] as number;
    for (let at = starts[block] as number; at < end; at++) rootOf[order[at] as number] = firstRoot + block;
  }
  return rootOf;
}

function rootsOf({ order, starts }: Blocks, rootOf: Int32Array): Int32Array {
  const roots = new Int32Array(starts.length - 1);
  for (let block = 0; block < roots.length; block++)
    roots[block] = rootOf[order[starts[block] as number] as number] as number;
  return roots;
}

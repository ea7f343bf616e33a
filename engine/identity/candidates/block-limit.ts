import { pairsOf, type Blocks } from './blocks.ts';

/** chosen: 50, because below it splitting loses more true pairs than it saves time */
const leastLimit = 50;

/**
 * How large a block may be so that all rules together stay within a number of pairs.
 * @param blocks of every rule
 * @param mostRecords the limit of the model, which is never exceeded
 * @param maxPairs pairs of all blocks within the limit, together
 * @returns `mostRecords`, or the largest half, quarter … of it that keeps to `maxPairs`; not below 50
 */
export function chooseBlockLimit(blocks: readonly Blocks[], mostRecords: number, maxPairs: number): number {
  let limit = mostRecords;
  while (limit > leastLimit && pairsWithin(blocks, limit, maxPairs) > maxPairs) limit = Math.ceil(limit / 2);
  return limit;
}

/**
 * Which rules are left out so that all together stay within a number of pairs: the widest ones, as long as the others have a
 * quarter of that number. Where few rules are left, their blocks are split instead.
 * @returns indexes
 */
export function rulesToLeaveOut(blocks: readonly Blocks[], mostRecords: number, maxPairs: number): Set<number> {
  const widths = blocks.map((each, rule) => ({ rule, pairs: pairsWithin([each], mostRecords, Infinity) }));
  let total = widths.reduce((sum, { pairs }) => sum + pairs, 0);
  const leftOut = new Set<number>();
  for (const { rule, pairs } of widths.sort((one, other) => other.pairs - one.pairs || one.rule - other.rule)) {
    if (total <= maxPairs || total - pairs < maxPairs / 4) break;
    total -= pairs;
    leftOut.add(rule);
  }
  return leftOut;
}

/** Counting stops once there are too many. */
function pairsWithin(blocks: readonly Blocks[], limit: number, maxPairs: number): number {
  let pairs = 0;
  for (const { starts } of blocks) {
    for (let block = 0; block + 1 < starts.length && pairs <= maxPairs; block++) {
      const size = (starts[block + 1] as number) - (starts[block] as number);
      if (size <= limit) pairs += pairsOf(size);
    }
  }
  return pairs;
}

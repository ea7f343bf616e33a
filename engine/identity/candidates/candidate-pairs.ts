import type { OversizedBlock } from './blocking-pass.ts';
import { pairsOf } from './blocks.ts';
import type { CandidatePlan, RuleEstimate } from './candidate-plan.ts';
import { blockCount, PairCursor, type BlockRange, type CandidateChunk } from './pair-cursor.ts';

/** What became of blocking. */
export interface CandidateReport {
  /** Different pairs. */
  pairs: number;
  rules: readonly RuleEstimate[];
  /** Blocks of more records were split. */
  blockLimit: number;
  oversizedBlocks: readonly OversizedBlock[];
}

/** chosen: 65,536 pairs take 512 KiB and stay in a processor's cache. */
const presetChunkPairs = 65_536;

/**
 * The pairs worth comparing, chunk after chunk, each pair once, so that no more than a chunk is ever in memory.
 * @param plan of `planCandidates`
 * @param range a part of `partitionPlan`; absent: all
 * @param comparedOf by oversized block of the plan: pairs compared are added, for `candidateReport`
 * @param isDrawn which pairs are wanted, where not all are; asked before anything else, so that few wanted ones take little time
 * @returns chunks that are valid until the next is asked for; the order of pairs says nothing
 * @example for (const { left, right, size } of candidateChunks(plan)) for (let at = 0; at < size; at++) score(left[at], right[at])
 */
export function* candidateChunks(
  plan: CandidatePlan,
  range?: BlockRange,
  comparedOf = new Float64Array(plan.oversized.length),
  isDrawn?: (one: number, other: number) => boolean,
): Generator<CandidateChunk> {
  const size = Math.max(presetChunkPairs, largestRow(plan));
  const chunk = { left: new Int32Array(size), right: new Int32Array(size), size: 0 };
  const cursor = new PairCursor(plan, range, comparedOf, isDrawn);
  let goesOn = true;
  while (goesOn) {
    goesOn = cursor.fill(chunk);
    if (chunk.size > 0) yield chunk;
  }
}

/**
 * What blocking did.
 * @param pairs that all chunks had together
 * @param comparedOf the sums of all `candidateChunks`
 */
export function candidateReport(plan: CandidatePlan, pairs: number, comparedOf: Float64Array): CandidateReport {
  const oversizedBlocks = plan.oversized.map((block, index) => {
    const comparedPairs = comparedOf[index] as number;
    return { ...block, comparedPairs, skippedPairs: pairsOf(block.records) - comparedPairs };
  });
  return { pairs, rules: plan.rules, blockLimit: plan.blockLimit, oversizedBlocks };
}

/**
 * Cuts a plan into parts of about as many pairs, which can be walked through apart from one another, each in a thread of its own.
 * @param parts 1 or more
 * @returns at most `parts` ranges; together they have every pair once
 */
export function partitionPlan(plan: CandidatePlan, parts: number): BlockRange[] {
  const ranges: BlockRange[] = [];
  let from = 0;
  let pairs = 0;
  let block = 0;
  for (const { blocks, window } of plan.passes) {
    for (let at = 0; at + 1 < blocks.starts.length; at++) {
      pairs += pairsOf((blocks.starts[at + 1] as number) - (blocks.starts[at] as number), window);
      block++;
      if (pairs < (plan.atMostPairs / parts) * (ranges.length + 1)) continue;
      ranges.push({ from, to: block });
      from = block;
    }
  }
  if (from < blockCount(plan)) ranges.push({ from, to: blockCount(plan) });
  return ranges;
}

/** The most pairs that one record has in one block. */
function largestRow({ passes }: CandidatePlan): number {
  let largest = 0;
  for (const { blocks, window } of passes) {
    for (let block = 0; block + 1 < blocks.starts.length; block++) {
      const others = (blocks.starts[block + 1] as number) - (blocks.starts[block] as number) - 1;
      largest = Math.max(largest, window === 0 ? others : Math.min(window, others));
    }
  }
  return largest;
}

import { candidateChunks } from '../candidates/candidate-pairs.ts';
import type { CandidatePlan } from '../candidates/candidate-plan.ts';
import { EarlierPasses } from '../candidates/earlier-passes.ts';
import type { CandidateColumns } from '../train/fit-options.ts';
import { mixed, recordOrder } from '../train/record-order.ts';

/** The most candidates that are held at once to be learned from. chosen: 2,000,000, all pairs of the 2,000 records that are looked at whole; 16 MiB */
const mostHeld = 2_000_000;

/**
 * The candidates of a plan, or, where there are too many, an even share of them.
 * @param ids of the records: which pairs are drawn depends on them alone, not on the order of records
 * @returns pairs, and how many each of them stands for
 */
export function thinnedCandidates(plan: CandidatePlan, ids: readonly string[]): CandidateColumns {
  const share = Math.min(1, mostHeld / Math.max(1, plan.atMostPairs));
  if (share === 1) return heldPairs(plan);
  const { hashes } = recordOrder(ids);
  const isDrawn = (one: number, other: number): boolean => {
    const [low, high] = [hashes[one] as number, hashes[other] as number];
    return mixed(mixed(Math.min(low, high)) + Math.max(low, high)) < share * 0x1_0000_0000;
  };
  const passes = new EarlierPasses(plan, plan.passes.length);
  return {
    ...heldPairs(plan, isDrawn),
    standsFor: 1 / share,
    isCandidate: (left, right) => passes.bring(left, right),
  };
}

function heldPairs(plan: CandidatePlan, isDrawn?: (left: number, right: number) => boolean): CandidateColumns {
  const parts: { left: Int32Array; right: Int32Array }[] = [];
  let size = 0;
  for (const chunk of candidateChunks(plan, undefined, undefined, isDrawn)) {
    parts.push({ left: chunk.left.slice(0, chunk.size), right: chunk.right.slice(0, chunk.size) });
    size += chunk.size;
  }
  const all = { left: new Int32Array(size), right: new Int32Array(size) };
  let at = 0;
  for (const { left, right } of parts) {
    all.left.set(left, at);
    all.right.set(right, at);
    at += left.length;
  }
  return all;
}

import { candidateChunks } from '../candidates/candidate-pairs.ts';
import type { CandidatePlan } from '../candidates/candidate-plan.ts';
import type { CandidateColumns } from '../train/fit-options.ts';
import { mixed, recordOrder } from '../train/record-order.ts';

/** The most candidates that are held at once to be learned from. chosen: 4,000,000, ten times what fitting draws of them; 32 MiB */
const mostHeld = 4_000_000;

/**
 * The candidates of a plan, or, where they would fill the memory, an even share of them.
 * @param ids of the records: which pairs are drawn depends on them alone, not on the order of records
 * @returns pairs, and how many each of them stands for
 */
export function thinnedCandidates(plan: CandidatePlan, ids: readonly string[]): CandidateColumns {
  const share = Math.min(1, mostHeld / Math.max(1, plan.atMostPairs));
  const hashes = share < 1 ? recordOrder(ids).hashes : null;
  const parts: { left: Int32Array; right: Int32Array }[] = [];
  let seen = 0;
  let size = 0;
  for (const chunk of candidateChunks(plan)) {
    seen += chunk.size;
    let kept = 0;
    const part = { left: new Int32Array(chunk.size), right: new Int32Array(chunk.size) };
    for (let at = 0; at < chunk.size; at += 1) {
      const [left, right] = [chunk.left[at] ?? 0, chunk.right[at] ?? 0];
      if (hashes !== null && !isDrawn(hashes[left] ?? 0, hashes[right] ?? 0, share)) continue;
      part.left[kept] = left;
      part.right[kept] = right;
      kept += 1;
    }
    parts.push({ left: part.left.slice(0, kept), right: part.right.slice(0, kept) });
    size += kept;
  }
  const all = { left: new Int32Array(size), right: new Int32Array(size) };
  let at = 0;
  for (const { left, right } of parts) {
    all.left.set(left, at);
    all.right.set(right, at);
    at += left.length;
  }
  return size === seen ? all : { ...all, standsFor: seen / Math.max(1, size) };
}

function isDrawn(one: number, other: number, share: number): boolean {
  return mixed(mixed(Math.min(one, other)) + Math.max(one, other)) < share * 0x1_0000_0000;
}

import {
  candidateChunks,
  candidateReport,
  type CandidateReport,
} from '../../../../engine/identity/candidates/candidate-pairs.ts';
import { planCandidates, type CandidateOptions } from '../../../../engine/identity/candidates/plan-candidates.ts';
import type { IdentityModel, PreparedRecords } from '../../../../engine/index.ts';

/** All pairs of a plan at once. */
export function candidatePairs(
  model: IdentityModel,
  prepared: PreparedRecords,
  options: CandidateOptions = {},
): { left: Int32Array; right: Int32Array; report: CandidateReport } {
  const plan = planCandidates(model, prepared, options);
  const comparedOf = new Float64Array(plan.oversized.length);
  const left: number[] = [];
  const right: number[] = [];
  for (const chunk of candidateChunks(plan, undefined, comparedOf)) {
    for (let at = 0; at < chunk.size; at++) {
      left.push(chunk.left[at] as number);
      right.push(chunk.right[at] as number);
    }
  }
  const report = candidateReport(plan, left.length, comparedOf);
  return { left: Int32Array.from(left), right: Int32Array.from(right), report };
}

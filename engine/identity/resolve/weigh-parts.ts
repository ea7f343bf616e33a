import { candidateChunks } from '../candidates/candidate-pairs.ts';
import type { CandidatePlan } from '../candidates/candidate-plan.ts';
import type { BlockRange } from '../candidates/pair-cursor.ts';
import type { ComparedColumns } from '../compare/compared-columns.ts';
import { pairScorer } from '../compare/pair-scorer.ts';
import { probabilityOf } from '../compare/score-pair.ts';
import type { IdentityModel } from '../model/identity-model.ts';
import type { ScoredPairs } from '../model/pair.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { bitsOf } from './bits-of.ts';
import { KeptPairs } from './kept-pairs.ts';

/** All candidates, which are weighed part by part, in any order and by any number of threads. Plain data. */
export interface WeighingJob {
  model: IdentityModel;
  prepared: Pick<PreparedRecords, 'count' | 'columns'>;
  columns: ComparedColumns;
  plan: CandidatePlan;
  parts: readonly BlockRange[];
}

/** What came of one part. */
export interface WeighedPart {
  /** Those that matter: what weighs less than doubt is weighed again where clusters ask for it. */
  pairs: ScoredPairs;
  /** Candidates of the part. */
  candidates: number;
  /** By oversized block: pairs compared. */
  comparedOf: Float64Array;
  expectedMatches: number;
}

/** Pairs below this are not weighed to the end; chosen: -10 bits, one in a thousand, which adds up to nothing. */
const leastWeighed = -10;

/**
 * Readies a thread for weighing candidates.
 * @param job the same for all threads
 * @returns weighs a part of the job, by its place in `parts`
 */
export function partWeigher({ model, prepared, columns, plan, parts }: WeighingJob): (part: number) => WeighedPart {
  const scorer = pairScorer(model, prepared, columns);
  const least = Math.min(bitsOf(model.zones.ask), bitsOf(model.zones.same));
  const atLeast = Math.min(least, leastWeighed);
  return (part) => {
    const comparedOf = new Float64Array(plan.oversized.length);
    const kept = new KeptPairs();
    let candidates = 0;
    let expectedMatches = 0;
    for (const { left, right, size } of candidateChunks(plan, parts[part], comparedOf)) {
      for (let at = 0; at < size; at += 1) {
        const one = left[at] as number;
        const other = right[at] as number;
        const bits = scorer.bits(one, other, atLeast);
        if (bits === -Infinity) continue;
        expectedMatches += probabilityOf(bits);
        if (bits >= least) kept.add(one, other, bits);
      }
      candidates += size;
    }
    return { pairs: kept.columns(), candidates, comparedOf, expectedMatches };
  };
}

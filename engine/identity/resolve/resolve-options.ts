import type { Issue } from '../../issue.ts';
import type { CandidatePlan } from '../candidates/candidate-plan.ts';
import type { PairAnswer } from '../cluster/cluster-options.ts';
import type { Grouping } from '../model/grouping.ts';
import type { IdentityModel } from '../model/identity-model.ts';
import type { FitReport } from '../train/fit-options.ts';

/** From so many records on, `fit: 'auto'` measures the model on them. chosen: 500; fewer have too few matches to learn from. */
export const leastRecordsToFit = 500;

/** How far resolving is. */
export interface ResolveProgress {
  stage: 'prepare' | 'candidates' | 'fit' | 'score' | 'cluster';
  /** Records, or for `score` pairs; `of` is at least `done`. */
  done: number;
  of: number;
}

export interface ResolveOptions {
  /**
   * `auto`: how often values occur, and how well comparisons tell, is measured on the records, if there are at least
   * `leastRecordsToFit`. `never`: the model is taken as it is, so that the same two records always weigh the same.
   * @default 'auto'
   */
  fit?: 'auto' | 'never';
  /** The country of national phone numbers and ambiguous dates: two capital letters. Only where records are not prepared yet. */
  region?: string;
  /** What persons said, by index of record; it wins over weights and guards. */
  answers?: readonly PairAnswer[];
  /** Called as each stage begins and ends, and every so many pairs. */
  onProgress?: (progress: ResolveProgress) => void;
  /** Called before any pair is compared, with how many there will be at most. */
  onPlan?: (plan: Pick<CandidatePlan, 'rules' | 'atMostPairs' | 'blockLimit' | 'oversized'>) => void;
}

export interface Resolved extends Grouping {
  /** As it was used: measured, where it was fitted. */
  model: IdentityModel;
  /** What measuring found; null where the model was taken as it is. */
  fit: FitReport | null;
  /** What is to be known of the records: none, ids twice, nothing to compare, blocks too large. */
  issues: readonly Issue[];
}

import type { ComparedColumns } from '../compare/compared-columns.ts';
import type { IdentityModel } from '../model/identity-model.ts';

/** Pairs of records by index, in columns. */
export interface CandidateColumns {
  left: ArrayLike<number>;
  right: ArrayLike<number>;
  /** How many pairs each stands for, where they are a sample. @default 1 */
  standsFor?: number;
  /** Whether a pair is among all candidates, where these are a sample. @default whether it is among these */
  isCandidate?: (left: number, right: number) => boolean;
}

export interface FitOptions {
  /** What random pairs are drawn by. @default 2026 */
  seed?: number;
  /** Rounds at most; most data need 10 to 20. @default 50 */
  maxIterations?: number;
  /** Candidate pairs looked at, at most. @default 400,000, chosen: rare levels still have dozens of pairs, and it takes seconds; all of 2,000 records or fewer */
  maxCandidates?: number;
  /** Random pairs looked at, at most. @default 200,000, chosen: as above */
  maxRandomPairs?: number;
  /** YYYY-MM-DD, for the provenance. */
  date?: string;
  /** What it is trained on in words, for the provenance. @default the number of records */
  trainedOn?: string;
  /** What the comparisons look at, where that was read before. */
  columns?: ComparedColumns;
}

export interface FitReport {
  iterations: number;
  /** False: stopped by `maxIterations`. */
  converged: boolean;
  /** Pairs of the data that are one customer, as the model expects. */
  expectedMatches: number;
  candidatesSeen: number;
  randomPairsSeen: number;
  /** Comparisons whose levels had to be held in order, because the data spoke against sense: disagreement for, agreement against. */
  held: readonly string[];
}

export interface FittedModel {
  model: IdentityModel;
  report: FitReport;
}

import type { CompiledShared } from '../compare/shared-evidence.ts';
import type { IdentityComparison } from '../model/identity-model.ts';
import type { LevelCell } from './level-cells.ts';

/** What is looked at: cells with the number of pairs of the data that one of their pairs stands for. */
export interface TrainingPairs {
  /** Pairs that may be one customer. */
  candidates: readonly LevelCell[];
  /** By candidate: what `evidenceOfCells` found. */
  evidence: Int8Array;
  perCandidate: number;
  /** Pairs that are taken for two customers each. */
  others: readonly LevelCell[];
  perOther: number;
  allPairs: number;
  /** What households share, so that their members are not taken for one customer. */
  shared: readonly CompiledShared[];
}

/** What is being estimated. */
export interface Estimate {
  comparisons: readonly IdentityComparison[];
  priorMatch: number;
  /** By shared evidence: pairs of two people of one household. */
  households: readonly number[];
}

import {
  candidateChunks,
  defaultIdentityModel,
  pairwiseAccuracy,
  planCandidates,
  prepareRecords,
  resolveRecords,
  type CandidatePlan,
  type IdentityModel,
  type PairwiseAccuracy,
  type PreparedRecords,
} from '../../engine/index.ts';
import type { LabelledSet } from './labelled-customers.ts';

/** How one default model does on a labelled set. */
export interface IdentityFigures {
  records: number;
  truePairs: number;
  /** Grouped where that is likelier than not: what a grouping without anybody to ask would be. */
  likeliest: PairwiseAccuracy;
  /** Joined without asking, at the default threshold, after closure. */
  automatic: PairwiseAccuracy;
  /** Of the true pairs that are not joined: the share that a person is asked about; 1 where none remain. */
  remainingAsked: number;
  /** Pairs that a person is asked about. */
  asked: number;
  /** Share of true pairs among the candidates: by the rules alone, and as run (small sets are compared whole). */
  keptByRules: number;
  kept: number;
  candidates: number;
  /** Pairs that the model expects to be one customer, against the true ones: 0 for exactly as many. */
  expectedOff: number;
  seconds: number;
}

/** Resolves a labelled set with the default model, which is measured on the set without its labels. */
export function evaluateIdentity({ records, region, kind = 'person' }: LabelledSet): IdentityFigures {
  const begun = performance.now();
  const customers = records.map(({ customer }) => customer);
  const prepared = prepareRecords(records, { region });
  const base = defaultIdentityModel(kind);
  const resolved = resolveRecords(prepared, base);
  const seconds = (performance.now() - begun) / 1000;
  const automatic = pairwiseAccuracy(resolved.profileOf, customers);
  const { truePairs } = automatic;
  const asks = resolved.pairs.filter(({ zone }) => zone === 'ask');
  const trueAsked = asks.filter(({ left, right }) => customers[left] === customers[right]).length;
  const remaining = truePairs - automatic.rightPairs;
  return {
    records: records.length,
    truePairs,
    likeliest: likeliestGrouping(prepared, resolved.model, customers),
    automatic,
    remainingAsked: remaining === 0 ? 1 : trueAsked / remaining,
    asked: asks.length,
    keptByRules: keptShare(planCandidates(base, prepared, { allPairsUpTo: 0 }), customers, truePairs),
    kept: keptShare(planCandidates(base, prepared), customers, truePairs),
    candidates: resolved.report.candidatePairs,
    expectedOff: resolved.report.expectedMatches / truePairs - 1,
    seconds,
  };
}

function likeliestGrouping(
  prepared: PreparedRecords,
  model: IdentityModel,
  customers: readonly string[],
): PairwiseAccuracy {
  const evenly = { ...model, zones: { same: 0.5, ask: Math.min(0.5, model.zones.ask) } };
  return pairwiseAccuracy(resolveRecords(prepared, evenly, { fit: 'never' }).profileOf, customers);
}

function keptShare(plan: CandidatePlan, customers: readonly string[], truePairs: number): number {
  let kept = 0;
  for (const { left, right, size } of candidateChunks(plan)) {
    for (let pair = 0; pair < size; pair++) {
      if (customers[left[pair] as number] === customers[right[pair] as number]) kept++;
    }
  }
  return kept / truePairs;
}

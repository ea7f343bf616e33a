import { comparedColumns } from '../compare/compared-columns.ts';
import { compileModel } from '../compare/compiled-comparison.ts';
import { pairScorer } from '../compare/pair-scorer.ts';
import type { IdentityModel, ModelProvenance } from '../model/identity-model.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { cellProbabilities, evidenceOfCells } from './cell-probabilities.ts';
import { maximizeExpectation } from './expectation-maximization.ts';
import type { CandidateColumns, FitOptions, FittedModel } from './fit-options.ts';
import { firstHouseholds, measuredShared } from './households.ts';
import { levelCells, withRarity } from './level-cells.ts';
import { likelyCustomers } from './likely-customers.ts';
import { measureFrequencies } from './measure-frequencies.ts';
import { samplePairs } from './sample-pairs.ts';
import type { Estimate } from './training-pairs.ts';

/** From this probability on, two records count as one customer while frequencies are counted. chosen: .95 */
const likely = 0.95;
/** Data of so many records are looked at whole. @source as many as `planCandidates` proposes all pairs of */
const smallData = 2_000;

function defaultsFor(
  records: number,
): Required<Pick<FitOptions, 'seed' | 'maxIterations' | 'maxCandidates' | 'maxRandomPairs'>> {
  const maxCandidates = records <= smallData ? smallData ** 2 : 400_000;
  return { seed: 2026, maxIterations: 50, maxCandidates, maxRandomPairs: 200_000 };
}

type Frequencies = NonNullable<IdentityModel['termFrequencies']>;

/**
 * Measures a model on data without answers: how often values occur, u by random pairs, m and the prior over all pairs by
 * expectation maximization over the candidates.
 * @param model where it begins; levels, features, blocking, zones and guards stay as they are
 * @param prepared the records; fewer than two leave the model as it is
 * @param pairs the candidates, each unordered pair once
 * @returns the measured model, its version one higher, with its provenance; the same whatever the order of records and pairs
 * @example fitModel(defaultIdentityModel('person'), prepared, candidatePairs(model, prepared)).report.expectedMatches
 */
export function fitModel(
  model: IdentityModel,
  prepared: PreparedRecords,
  pairs: CandidateColumns,
  options: FitOptions = {},
): FittedModel {
  if (prepared.count < 2) return { model, report: nothingSeen };
  const { seed, maxIterations, maxCandidates, maxRandomPairs } = { ...defaultsFor(prepared.count), ...options };
  const plain = compileModel(model);
  const columns = options.columns ?? comparedColumns(plain, prepared);
  const sample = samplePairs(prepared.ids, pairs, { candidates: maxCandidates, others: maxRandomPairs }, seed);
  const scorer = pairScorer(plain, prepared, columns);
  const others = levelCells(scorer, plain.comparisons.length, sample.others).cells;
  const compared = levelCells(scorer, plain.comparisons.length, sample.candidates);
  const estimateWith = (start: Estimate, termFrequencies: Frequencies) => {
    const compiled = compileModel({ ...model, termFrequencies });
    const { cells, cellOf } = withRarity(
      compiled,
      pairScorer(compiled, prepared, columns),
      sample.candidates,
      compared,
    );
    const evidence = evidenceOfCells(cells, plain.shared);
    const training = { ...sample, candidates: cells, evidence, others, shared: plain.shared };
    return { termFrequencies, cellOf, training, estimated: maximizeExpectation(model, start, training, maxIterations) };
  };
  const households = firstHouseholds(plain.shared, model.comparisons, sample.allPairs);
  let fitted = estimateWith({ ...model, households }, measureFrequencies(model, prepared));
  // Where all candidates were seen, the first estimate says which records are one customer, whose values then count once.
  if (sample.perCandidate === 1) {
    const { same } = cellProbabilities(fitted.estimated, fitted.training);
    const { cellOf } = fitted;
    const isLikely = (pair: number): boolean => (same[cellOf[pair] as number] as number) >= likely;
    const customerOf = likelyCustomers(prepared.count, sample.candidates, isLikely);
    fitted = estimateWith(fitted.estimated, measureFrequencies(model, prepared, customerOf));
  }
  const { termFrequencies, estimated } = fitted;
  const { comparisons, priorMatch, iterations, converged, expectedMatches, held } = estimated;
  const provenance = provenanceOf(model, prepared.count, iterations, options);
  return {
    model: {
      ...model,
      version: nextVersion(model.version),
      comparisons,
      ...(model.shared && { shared: measuredShared(model.shared, plain.shared, estimated, sample.allPairs) }),
      priorMatch,
      termFrequencies,
      provenance,
    },
    report: {
      iterations,
      converged,
      expectedMatches,
      candidatesSeen: sample.candidates.left.length,
      randomPairsSeen: sample.others.left.length,
      held,
    },
  };
}

const nothingSeen = {
  iterations: 0,
  converged: true,
  expectedMatches: 0,
  candidatesSeen: 0,
  randomPairsSeen: 0,
  held: [],
} as const;

function provenanceOf(model: IdentityModel, records: number, iterations: number, options: FitOptions): ModelProvenance {
  const { reviewedPairs } = model.provenance;
  return {
    method: reviewedPairs === undefined ? 'expectation-maximization' : 'expectation-maximization+reviewed-pairs',
    trainedOn: options.trainedOn ?? `${records} records without answers`,
    base: `${model.id}@${model.version}`,
    ...(options.date !== undefined && { date: options.date }),
    records,
    ...(reviewedPairs !== undefined && { reviewedPairs }),
    iterations,
  };
}

/** `3` becomes `4`, `2027.1` becomes `2027.2`; a version without a number at its end gets one. */
export function nextVersion(version: string): string {
  const [, start = '', digits] = /^(.*?)(\d+)$/s.exec(version) ?? [];
  return digits === undefined ? `${version}.1` : start + String(Number(digits) + 1);
}

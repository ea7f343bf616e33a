import { compileModel } from '../compare/compiled-comparison.ts';
import type { IdentityModel, ModelProvenance } from '../model/identity-model.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { maximizeExpectation } from './expectation-maximization.ts';
import type { CandidateColumns, FitOptions, FittedModel } from './fit-options.ts';
import { levelCells } from './level-cells.ts';
import { measureFrequencies } from './measure-frequencies.ts';
import { samplePairs } from './sample-pairs.ts';

const defaults = { seed: 2026, maxIterations: 50, maxCandidates: 400_000, maxRandomPairs: 200_000 };

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
  const { seed, maxIterations, maxCandidates, maxRandomPairs } = { ...defaults, ...options };
  if (prepared.count < 2) return { model, report: nothingSeen };
  const termFrequencies = measureFrequencies(model, prepared);
  const compiled = compileModel({ ...model, termFrequencies });
  const sample = samplePairs(prepared.ids, pairs, { candidates: maxCandidates, others: maxRandomPairs }, seed);
  const estimated = maximizeExpectation(
    { comparisons: model.comparisons, priorMatch: model.priorMatch },
    {
      candidates: levelCells(compiled, prepared, sample.candidates, true),
      perCandidate: sample.perCandidate,
      others: levelCells(compiled, prepared, sample.others, false),
      perOther: sample.perOther,
      allPairs: sample.allPairs,
    },
    maxIterations,
  );
  const { comparisons, priorMatch, iterations, converged, expectedMatches, held } = estimated;
  const provenance = provenanceOf(model, prepared.count, iterations, options);
  return {
    model: { ...model, version: nextVersion(model.version), comparisons, priorMatch, termFrequencies, provenance },
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

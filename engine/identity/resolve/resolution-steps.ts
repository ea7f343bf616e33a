import { candidateReport, partitionPlan } from '../candidates/candidate-pairs.ts';
import { planCandidates } from '../candidates/plan-candidates.ts';
import { clusterPairs } from '../cluster/cluster-pairs.ts';
import { comparedColumns } from '../compare/compared-columns.ts';
import { compileModel } from '../compare/compiled-comparison.ts';
import { standAgainst } from '../compare/find-guards.ts';
import { pairScorer } from '../compare/pair-scorer.ts';
import type { IdentityModel } from '../model/identity-model.ts';
import type { IdentityFeature } from '../model/identity-record.ts';
import type { ScoredPairs } from '../model/pair.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import type { FitReport } from '../train/fit-options.ts';
import { recordOrder } from '../train/record-order.ts';
import { bitsOf } from './bits-of.ts';
import { checkRecords, warning } from './check-records.ts';
import { groupingOf } from './grouping-of.ts';
import { measureModel } from './measure-model.ts';
import { leastRecordsToFit, type Resolved, type ResolveOptions } from './resolve-options.ts';
import type { WeighedPart, WeighingJob } from './weigh-parts.ts';

/** A resolution whose pairs are still to be weighed. */
export interface BegunResolution {
  prepared: PreparedRecords;
  job: WeighingJob;
  /** What measuring found; null where the model was taken as it is. */
  fit: FitReport | null;
}

/**
 * Parts that the candidates are cut into. chosen: 64, so that threads end at about the same time. It does not depend on their
 * number: sums over parts come out the same to the last digit.
 */
const partCount = 64;

/**
 * The first step of resolving: plans which pairs are compared, and measures the model. `partWeigher` then weighs the parts of the
 * job, in any order and by any number of threads, and `finishResolution` groups the records. `resolveRecords` does all of it.
 * @example
 * const begun = beginResolution(prepared, model);
 * const weigh = partWeigher(begun.job);
 * finishResolution(begun, begun.job.parts.map((_range, part) => weigh(part))).profiles.length
 */
export function beginResolution(
  prepared: PreparedRecords,
  model: IdentityModel,
  options: ResolveOptions = {},
): BegunResolution {
  const { onProgress = () => undefined, onPlan } = options;
  const { count } = prepared;
  onProgress({ stage: 'prepare', done: count, of: count });
  onProgress({ stage: 'candidates', done: 0, of: count });
  const plan = planCandidates(model, prepared);
  const columns = comparedColumns(compileModel(model), prepared);
  onProgress({ stage: 'candidates', done: count, of: count });
  onPlan?.(plan);
  const isFitted = (options.fit ?? 'auto') === 'auto' && count >= leastRecordsToFit;
  if (isFitted) onProgress({ stage: 'fit', done: 0, of: count });
  const fitted = isFitted ? measureModel(model, prepared, { columns }, plan) : null;
  if (isFitted) onProgress({ stage: 'fit', done: count, of: count });
  const parts = partitionPlan(plan, partCount);
  const { columns: values } = prepared;
  return {
    prepared,
    job: { model: fitted?.model ?? model, prepared: { count, columns: values }, columns, plan, parts },
    fit: fitted?.report ?? null,
  };
}

/**
 * The last step: groups the records by the pairs that were weighed.
 * @param weighed what came of each part of the job, in the order of its parts
 */
export function finishResolution(
  { prepared, job, fit }: BegunResolution,
  weighed: readonly WeighedPart[],
  options: ResolveOptions = {},
): Resolved {
  const { onProgress = () => undefined } = options;
  const { count } = prepared;
  const { model, plan, columns } = job;
  onProgress({ stage: 'cluster', done: 0, of: count });
  const scorer = pairScorer(model, prepared, columns);
  const clustered = clusterPairs(count, allPairs(weighed), {
    sameBits: bitsOf(model.zones.same),
    askBits: bitsOf(model.zones.ask),
    ...guardsOf(model, prepared),
    answers: options.answers ?? [],
    bitsOf: (left, right) => scorer.bits(left, right),
    rank: ranksOf(prepared.ids),
  });
  onProgress({ stage: 'cluster', done: count, of: count });
  const comparedOf = new Float64Array(plan.oversized.length);
  for (const part of weighed) addTo(comparedOf, part.comparedOf);
  const candidates = weighed.reduce((sum, part) => sum + part.candidates, 0);
  const { pairs: candidatePairs, oversizedBlocks } = candidateReport(plan, candidates, comparedOf);
  const grouping = groupingOf(clustered, {
    records: count,
    candidatePairs,
    profiles: clustered.profileCount,
    same: clustered.sameCount,
    ask: clustered.askCount,
    oversizedBlocks,
    leftOutRules: plan.rules.filter(({ isLeftOut }) => isLeftOut).map(({ rule }) => rule),
    setAside: prepared.setAside,
    expectedMatches: weighed.reduce((sum, part) => sum + part.expectedMatches, 0),
  });
  const skipped = oversizedBlocks.reduce((sum, block) => sum + block.skippedPairs, 0);
  const issues = checkRecords(prepared);
  if (skipped > 0) issues.push(warning('identity_blocks_too_large', { blocks: oversizedBlocks.length, skipped }));
  const contradicted = clustered.contradicted.length;
  if (contradicted > 0) issues.push(warning('identity_answers_contradict', { count: contradicted }));
  return Object.assign(grouping, { model, fit, issues });
}

function addTo(sums: Float64Array, more: Float64Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) + (more[at] as number);
}

function allPairs(weighed: readonly WeighedPart[]): ScoredPairs {
  const size = weighed.reduce((sum, { pairs }) => sum + pairs.left.length, 0);
  const all = { left: new Int32Array(size), right: new Int32Array(size), bits: new Float32Array(size) };
  let at = 0;
  for (const { pairs } of weighed) {
    all.left.set(pairs.left, at);
    all.right.set(pairs.right, at);
    all.bits.set(pairs.bits, at);
    at += pairs.left.length;
  }
  return all;
}

function guardsOf({ guards }: IdentityModel, { columns }: PreparedRecords) {
  const textOf = (feature: IdentityFeature, code: number): string => columns.get(feature)?.values[code] ?? '';
  return {
    guards,
    codeOf: (feature: IdentityFeature, record: number): number => columns.get(feature)?.codes[record] ?? 0,
    textOf,
    standAgainst: (feature: IdentityFeature, left: number, right: number): boolean =>
      standAgainst(textOf(feature, left), textOf(feature, right)),
  };
}

function ranksOf(ids: readonly string[]): Int32Array {
  const rank = new Int32Array(ids.length);
  recordOrder(ids).order.forEach((record, place) => {
    rank[record] = place;
  });
  return rank;
}

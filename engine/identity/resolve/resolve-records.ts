import type { Issue } from '../../issue.ts';
import { candidateChunks, candidateReport, type CandidateReport } from '../candidates/candidate-pairs.ts';
import type { CandidatePlan } from '../candidates/candidate-plan.ts';
import { planCandidates } from '../candidates/plan-candidates.ts';
import type { PairAnswer } from '../cluster/cluster-options.ts';
import { clusterPairs } from '../cluster/cluster-pairs.ts';
import { standAgainst } from '../compare/find-guards.ts';
import { pairScorer, type PairScorer } from '../compare/pair-scorer.ts';
import { probabilityOf } from '../compare/score-pair.ts';
import type { Grouping } from '../model/grouping.ts';
import type { IdentityModel } from '../model/identity-model.ts';
import type { IdentityFeature, IdentityRecord } from '../model/identity-record.ts';
import type { ScoredPairs } from '../model/pair.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { prepareRecords } from '../prepare/prepared-records-builder.ts';
import { fitModel } from '../train/fit-model.ts';
import type { FitReport } from '../train/fit-options.ts';
import { recordOrder } from '../train/record-order.ts';
import { checkRecords, warning } from './check-records.ts';
import { groupingOf } from './grouping-of.ts';
import { KeptPairs } from './kept-pairs.ts';
import { thinnedCandidates } from './thinned-candidates.ts';

/** From so many records on, `fit: 'auto'` measures the model on them. chosen: 500; fewer have too few matches to learn from. */
export const leastRecordsToFit = 500;

export const resolveStages = ['prepare', 'candidates', 'fit', 'score', 'cluster'] as const;

/** How far resolving is. */
export interface ResolveProgress {
  stage: (typeof resolveStages)[number];
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
}

export interface Resolved extends Grouping {
  /** As it was used: measured, where it was fitted. */
  model: IdentityModel;
  /** What measuring found; null where the model was taken as it is. */
  fit: FitReport | null;
  /** What is to be known of the records: none, ids twice, nothing to compare, blocks too large. */
  issues: readonly Issue[];
}

/**
 * Resolves records with one another: finds pairs worth comparing, weighs them, and groups the records into customers.
 * @param records as they came, or prepared
 * @param model the weights to begin with; `defaultIdentityModel` does for any data
 * @returns profiles, pairs inside profiles and in doubt, what was done, and the model that was used. The same for the same records
 *   in any order, as long as their ids differ
 * @example resolveRecords(records, defaultIdentityModel('person')).profiles.length
 */
export function resolveRecords(
  records: readonly IdentityRecord[] | PreparedRecords,
  model: IdentityModel,
  options: ResolveOptions = {},
): Resolved {
  const { onProgress = () => undefined, region } = options;
  const prepared = 'columns' in records ? records : prepareRecords(records, region === undefined ? {} : { region });
  const { count } = prepared;
  onProgress({ stage: 'prepare', done: count, of: count });
  onProgress({ stage: 'candidates', done: 0, of: count });
  const plan = planCandidates(model, prepared);
  onProgress({ stage: 'candidates', done: count, of: count });
  const isFitted = (options.fit ?? 'auto') === 'auto' && count >= leastRecordsToFit;
  const fitted = isFitted ? fit(prepared, model, plan, onProgress) : null;
  const used = fitted?.model ?? model;
  const scorer = pairScorer(used, prepared);
  const scored = score(used, plan, scorer, onProgress);
  onProgress({ stage: 'cluster', done: 0, of: count });
  const clustered = clusterPairs(count, scored.pairs, {
    sameBits: bitsOf(used.zones.same),
    askBits: bitsOf(used.zones.ask),
    ...guardsOf(used, prepared),
    answers: options.answers ?? [],
    bitsOf: (left, right) => scorer.bits(left, right),
    rank: ranksOf(prepared.ids),
  });
  onProgress({ stage: 'cluster', done: count, of: count });
  const { oversizedBlocks } = scored.report;
  const grouping = groupingOf(clustered, {
    records: count,
    candidatePairs: scored.report.pairs,
    profiles: clustered.profileCount,
    same: clustered.sameCount,
    ask: clustered.askCount,
    oversizedBlocks,
    leftOutRules: plan.rules.filter(({ isLeftOut }) => isLeftOut).map(({ rule }) => rule),
    setAside: prepared.setAside,
    expectedMatches: scored.expectedMatches,
  });
  const skipped = oversizedBlocks.reduce((sum, block) => sum + block.skippedPairs, 0);
  const issues = checkRecords(prepared);
  if (skipped > 0) issues.push(warning('identity_blocks_too_large', { blocks: oversizedBlocks.length, skipped }));
  const contradicted = clustered.contradicted.length;
  if (contradicted > 0) issues.push(warning('identity_answers_contradict', { count: contradicted }));
  return Object.assign(grouping, { model: used, fit: fitted?.report ?? null, issues });
}

/** A probability as bits: log2(p / (1 - p)). */
export function bitsOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

type OnProgress = (progress: ResolveProgress) => void;

function fit(
  prepared: PreparedRecords,
  model: IdentityModel,
  plan: CandidatePlan,
  onProgress: OnProgress,
): ReturnType<typeof fitModel> {
  onProgress({ stage: 'fit', done: 0, of: prepared.count });
  const fitted = fitModel(model, prepared, thinnedCandidates(plan, prepared.ids));
  onProgress({ stage: 'fit', done: prepared.count, of: prepared.count });
  return fitted;
}

interface Scored {
  pairs: ScoredPairs;
  report: CandidateReport;
  expectedMatches: number;
}

/** Pairs below this are not weighed to the end; chosen: -10 bits, one in a thousand, which adds up to nothing. */
const leastWeighed = -10;

/** Weighs all candidates and keeps those that matter: what weighs less than doubt is weighed again where clusters ask for it. */
function score(model: IdentityModel, plan: CandidatePlan, scorer: PairScorer, onProgress: OnProgress): Scored {
  const comparedOf = new Float64Array(plan.oversized.length);
  const least = Math.min(bitsOf(model.zones.ask), bitsOf(model.zones.same));
  const atLeast = Math.min(least, leastWeighed);
  const kept = new KeptPairs();
  let done = 0;
  let expectedMatches = 0;
  onProgress({ stage: 'score', done, of: plan.atMostPairs });
  for (const { left, right, size } of candidateChunks(plan, undefined, comparedOf)) {
    for (let at = 0; at < size; at += 1) {
      const [one, other] = [left[at] ?? 0, right[at] ?? 0];
      const bits = scorer.bits(one, other, atLeast);
      if (bits === -Infinity) continue;
      expectedMatches += probabilityOf(bits);
      if (bits >= least) kept.add(one, other, bits);
    }
    done += size;
    onProgress({ stage: 'score', done, of: Math.max(done, plan.atMostPairs) });
  }
  return { pairs: kept.columns(), report: candidateReport(plan, done, comparedOf), expectedMatches };
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

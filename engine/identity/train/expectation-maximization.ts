import type { ComparisonLevel, IdentityComparison } from '../model/identity-model.ts';
import { cellProbabilities } from './cell-probabilities.ts';
import { measuredHouseholds } from './households.ts';
import type { LevelCell } from './level-cells.ts';
import type { Estimate, TrainingPairs } from './training-pairs.ts';

export interface Estimated extends Estimate {
  iterations: number;
  converged: boolean;
  expectedMatches: number;
  held: readonly string[];
}

/** Matches that the model to begin with counts for, so that a level which nobody was seen at keeps a sensible weight. chosen: 10 */
const baseMatches = 10;
/** Share of all pairs that it counts for where strangers are concerned, and at most so many pairs. chosen: .002 and 5,000 */
const baseStrangers = { share: 0.002, most: 5_000 };
/** Pairs of strangers that every level has besides, so that none weighs endlessly because nobody was seen at it. chosen: .3, below what one pair would be */
const leastStrangers = 0.3;
/** A round that changes no probability by more ends it. chosen: a hundredth of what shows in two digits */
const stillness = 0.0001;

/**
 * Estimates m, u and the prior over all pairs by expectation maximization. Blocking does not bias the prior: pairs that no rule
 * proposes are taken for strangers and counted as such.
 * @param base what the pseudo-counts come from
 * @param start where it begins
 * @source A. P. Dempster, N. M. Laird, D. B. Rubin, Maximum likelihood from incomplete data via the EM algorithm, JRSS B 39 (1977);
 *   W. E. Winkler, Using the EM algorithm for weight computation in the Fellegi–Sunter model, US Census Bureau RR2000/05
 */
export function maximizeExpectation(
  base: Pick<Estimate, 'comparisons'>,
  start: Estimate,
  pairs: TrainingPairs,
  maxIterations: number,
): Estimated {
  const strangers = countOthers(base, pairs);
  const pseudoStrangers = Math.min(baseStrangers.most, baseStrangers.share * pairs.allPairs);
  const { comparisons, priorMatch, households } = start;
  let estimate: Estimate = { comparisons, priorMatch, households };
  let expectedMatches = 0;
  let held: readonly string[] = [];
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const counts = expect(estimate, pairs);
    expectedMatches = counts.matches;
    const next = maximize(base, counts, strangers, pseudoStrangers);
    held = next.held;
    const after: Estimate = {
      comparisons: next.comparisons,
      priorMatch: clampedPrior(expectedMatches, pairs.allPairs),
      households: measuredHouseholds(counts.households, expectedMatches),
    };
    const change = largestChange(estimate, after);
    estimate = after;
    if (change < stillness) return { ...estimate, iterations: iteration, converged: true, expectedMatches, held };
  }
  return { ...estimate, iterations: maxIterations, converged: false, expectedMatches, held };
}

/** By comparison and level: number of pairs. */
type LevelCounts = number[][];

function emptyCounts(comparisons: readonly IdentityComparison[]): LevelCounts {
  return comparisons.map(({ levels }) => levels.map(() => 0));
}

function count(counts: LevelCounts, levels: Int8Array, pairs: number): void {
  for (let comparison = 0; comparison < levels.length; comparison++) {
    const level = levels[comparison] as number;
    if (level < 0) continue;
    const row = counts[comparison] as number[];
    row[level] = (row[level] as number) + pairs;
  }
}

function countOthers({ comparisons }: Pick<Estimate, 'comparisons'>, { others, perOther }: TrainingPairs): LevelCounts {
  const counts = emptyCounts(comparisons);
  for (const cell of others) count(counts, cell.levels, cell.count * perOther);
  return counts;
}

interface ExpectedCounts {
  matches: number;
  households: number[];
  same: LevelCounts;
  different: LevelCounts;
}

function expect(estimate: Estimate, pairs: TrainingPairs): ExpectedCounts {
  const { comparisons } = estimate;
  const counts: ExpectedCounts = {
    matches: 0,
    households: pairs.shared.map(() => 0),
    same: emptyCounts(comparisons),
    different: emptyCounts(comparisons),
  };
  const { same, household } = cellProbabilities(estimate, pairs);
  for (let at = 0; at < pairs.candidates.length; at++) {
    const cell = pairs.candidates[at] as LevelCell;
    const probability = same[at] as number;
    const together = household[at] as number;
    const of = pairs.evidence[at] as number;
    const seen = cell.count * pairs.perCandidate;
    counts.matches += probability * seen;
    if (of >= 0) counts.households[of] = (counts.households[of] as number) + together * seen;
    count(counts.same, cell.levels, probability * seen);
    count(counts.different, cell.levels, (1 - probability - together) * seen);
  }
  return counts;
}

function maximize(
  base: Pick<Estimate, 'comparisons'>,
  { same, different }: ExpectedCounts,
  strangers: LevelCounts,
  pseudoStrangers: number,
): { comparisons: IdentityComparison[]; held: string[] } {
  const held: string[] = [];
  const comparisons = base.comparisons.map((comparison, index) => {
    const { levels } = comparison;
    const m = shares(
      same[index] as number[],
      levels.map((level) => level.m * baseMatches),
    );
    const both = (different[index] as number[]).map((pairs, level) => pairs + (strangers[index]?.[level] as number));
    const u = shares(
      both,
      levels.map((level) => level.u * pseudoStrangers + leastStrangers),
    );
    const ordered = inOrder(m, u);
    if (ordered !== m) held.push(comparison.id);
    const measured = levels.map((level, at): ComparisonLevel => ({
      ...level,
      m: ordered[at] as number,
      u: u[at] as number,
    }));
    return { ...comparison, levels: measured };
  });
  return { comparisons, held };
}

function shares(counts: readonly number[], pseudo: readonly number[]): number[] {
  const sums = counts.map((pairs, level) => pairs + (pseudo[level] as number));
  const total = sums.reduce((sum, pairs) => sum + pairs, 0);
  return sums.map((pairs) => pairs / total);
}

/** Bits by which another level may weigh more than the best: what rarity adds to the best where it speaks of many values. chosen: 6 */
const aboveBest = 2 ** 6;

/**
 * Holds m to sense: agreement speaks for one customer, disagreement against, no level weighs less than the worst, and none much more
 * than the best. Without it a comparison that says nothing may turn around.
 * @returns the same `m` where nothing had to be held
 */
function inOrder(m: number[], u: readonly number[]): number[] {
  const ratios = m.map((share, level) => share / (u[level] as number));
  const worst = Math.min(1, ratios.at(-1) as number);
  const best = Math.max(1, ratios[0] as number);
  const heldRatios = ratios.map((ratio, level) => {
    if (level === 0) return best;
    return level === ratios.length - 1 ? worst : Math.min(best * aboveBest, Math.max(worst, ratio));
  });
  if (heldRatios.every((ratio, level) => ratio === ratios[level])) return m;
  return shares(
    heldRatios.map((ratio, level) => ratio * (u[level] as number)),
    m.map(() => 0),
  );
}

/** At least half a match, at most every second pair, so that the weights stay finite. */
function clampedPrior(matches: number, allPairs: number): number {
  return Math.min(0.5, Math.max(0.5, matches) / Math.max(1, allPairs));
}

/** The prior is compared by its relative change, the m by their difference. */
function largestChange(before: Estimate, after: Estimate): number {
  let largest = Math.abs(after.priorMatch / before.priorMatch - 1);
  for (const [at, pairs] of after.households.entries()) {
    largest = Math.max(largest, Math.abs(pairs / (before.households[at] as number) - 1) / 100);
  }
  for (const [index, { levels }] of after.comparisons.entries()) {
    for (const [at, { m }] of levels.entries()) {
      largest = Math.max(largest, Math.abs(m - (before.comparisons[index]?.levels[at]?.m as number)));
    }
  }
  return largest;
}

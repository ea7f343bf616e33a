import type { IdentityComparison } from '../model/identity-model.ts';

/** A judged pair as the comparisons found it. */
export interface AnsweredPair {
  /** By comparison: level, or -1 where it was not compared. */
  levels: readonly number[];
  /** Bits that do not depend on m: the prior, and rarities. */
  fixedBits: number;
  same: boolean;
}

/** So many answers weigh as much as what the model knew of a comparison. chosen: 20, so that ten move a weight by a bit or so, and hundreds decide */
const priorAnswers = 20;
const rounds = 200;
/** Smallest step of the search; a gain below the last figure ends it. */
const leastStep = 1e-6;
const leastGain = 1e-9;
/** No level gets rarer than this, so that weights stay finite. */
const leastShare = 1e-6;

type Shares = number[][];

/**
 * Moves the m of all comparisons to where the answers surprise the model least, held by what it knew.
 * @returns by comparison and level: the new m, which add up to 1
 */
export function shiftTowards(comparisons: readonly IdentityComparison[], pairs: readonly AnsweredPair[]): Shares {
  const known = comparisons.map(({ levels }) => levels.map(({ m }) => m));
  const strangers = comparisons.map(({ levels }) => levels.map(({ u }) => u));
  let logits = known.map((shares) => shares.map(Math.log));
  let shares = known;
  let loss = lossOf(shares, known, strangers, pairs);
  let step = 1 / (priorAnswers + pairs.length);
  for (let round = 0; round < rounds && step > leastStep; round++) {
    const slope = slopeOf(shares, known, strangers, pairs);
    const nextLogits = logits.map((row, at) =>
      row.map((logit, level) => logit - step * (slope[at]?.[level] as number)),
    );
    const nextShares = nextLogits.map(softmax);
    const nextLoss = lossOf(nextShares, known, strangers, pairs);
    if (nextLoss > loss) {
      step /= 2;
      continue;
    }
    const gain = loss - nextLoss;
    [logits, shares, loss] = [nextLogits, nextShares, nextLoss];
    if (gain < leastGain) break;
    step *= 1.5;
  }
  return shares;
}

/** Surprise at the answers, and distance from what was known, in natural units. */
function lossOf(shares: Shares, known: Shares, strangers: Shares, pairs: readonly AnsweredPair[]): number {
  let loss = 0;
  for (const pair of pairs) {
    const odds = naturalOdds(pair, shares, strangers);
    loss += softplus(pair.same ? -odds : odds);
  }
  for (const [at, row] of known.entries()) {
    for (const [level, m] of row.entries()) loss += priorAnswers * m * Math.log(m / (shares[at]?.[level] as number));
  }
  return loss;
}

/** The loss by the logarithm of each share. */
function slopeOf(shares: Shares, known: Shares, strangers: Shares, pairs: readonly AnsweredPair[]): Shares {
  const slope = shares.map((row, at) => row.map((m, level) => priorAnswers * (m - (known[at]?.[level] as number))));
  for (const pair of pairs) {
    const surprise = 1 / (1 + Math.exp(-naturalOdds(pair, shares, strangers))) - (pair.same ? 1 : 0);
    for (const [at, level] of pair.levels.entries()) {
      const row = slope[at];
      if (level < 0 || row === undefined) continue;
      for (const [other, m] of (shares[at] as number[]).entries()) {
        row[other] = (row[other] as number) + surprise * ((other === level ? 1 : 0) - m);
      }
    }
  }
  return slope;
}

function naturalOdds({ levels, fixedBits }: AnsweredPair, shares: Shares, strangers: Shares): number {
  let odds = fixedBits * Math.LN2;
  for (const [at, level] of levels.entries()) {
    if (level >= 0) odds += Math.log((shares[at]?.[level] as number) / (strangers[at]?.[level] as number));
  }
  return odds;
}

function softplus(value: number): number {
  return value > 30 ? value : Math.log1p(Math.exp(value));
}

function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.max(leastShare, Math.exp(logit - largest)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

import { probabilityOf } from '../compare/score-pair.ts';
import type { IdentityModel, Zones } from '../model/identity-model.ts';

/** A pair with its weight and the truth. */
export interface LabelledPair {
  /** With the prior. */
  bits: number;
  same: boolean;
}

/** So many pairs as the model expects them weigh in beside those that were labelled. chosen: 10, so that three right answers are no proof */
const expectedPairs = 10;
/** Of the true pairs below certainty, the share that a person shall see. chosen: .8, above the two thirds that are promised */
const seenByPersons = 0.8;

/**
 * Chooses where certainty ends: the lowest probability above which pairs are right as often as wanted, and below it the one above
 * which four in five of the remaining true pairs lie.
 * @param model whose zones stay where the pairs cannot tell
 * @param labelled scored by this model; in any order
 * @param wantedPrecision above 0, below 1: the share of right ones among pairs that are joined without asking
 * @returns zones; `ask` is never above `same`. Without pairs, the model's own; where no threshold is precise enough, `same` is
 *   not lowered, and above the highest wrong pair
 * @example chooseThresholds(model, labelled, 0.995) // { same: 0.93, ask: 0.11 }
 */
export function chooseThresholds(
  model: IdentityModel,
  labelled: readonly LabelledPair[],
  wantedPrecision: number,
): Zones {
  if (labelled.length === 0) return model.zones;
  const sorted = [...labelled].sort((one, other) => other.bits - one.bits);
  const same = sameThreshold(sorted, wantedPrecision, model.zones.same);
  const below = sorted.filter((pair) => pair.same && probabilityOf(pair.bits) < same);
  const last = below[Math.ceil(below.length * seenByPersons) - 1];
  const ask = last === undefined ? model.zones.ask : withinBounds(probabilityOf(last.bits));
  return { same, ask: Math.min(same, ask) };
}

function sameThreshold(sorted: readonly LabelledPair[], wantedPrecision: number, otherwise: number): number {
  let right = 0;
  let expected = 0;
  let threshold: number | null = null;
  let highestWrong = 0;
  for (const [at, { bits, same }] of sorted.entries()) {
    const probability = probabilityOf(bits);
    if (same) right++;
    else highestWrong = Math.max(highestWrong, probability);
    expected += probability;
    // Pairs of one weight stay together.
    if (sorted[at + 1]?.bits === bits) continue;
    const count = at + 1;
    const precision = (right + expectedPairs * (expected / count)) / (count + expectedPairs);
    if (precision >= wantedPrecision) threshold = probability;
  }
  // Above the highest wrong pair: halfway to certainty.
  return withinBounds(threshold ?? Math.max(otherwise, (1 + highestWrong) / 2));
}

/** Zones are above 0 and below 1. */
function withinBounds(probability: number): number {
  return Math.min(1 - 1e-9, Math.max(1e-9, probability));
}

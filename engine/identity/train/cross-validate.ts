import { compileModel } from '../compare/compiled-comparison.ts';
import { probabilityOf, scorePair } from '../compare/score-pair.ts';
import type { IdentityModel } from '../model/identity-model.ts';
import { chooseThresholds, type LabelledPair } from './choose-thresholds.ts';
import { learnFromAnswers, type ReviewedPair } from './learn-from-answers.ts';
import { mixed } from './record-order.ts';

/** Parts, each of which is judged by what the others taught. @source five-fold cross-validation, as is usual */
const folds = 5;

/** A labelled pair and the part that it is in: pairs of one customer are best in one, as they are alike. */
export interface FoldedPair extends LabelledPair {
  /** 0 to 4. */
  fold: number;
}

/**
 * The part that a pair is in.
 * @param key what keeps pairs together that are alike, such as the number of a customer or of a record
 */
export function foldOf(key: number): number {
  return mixed(key) % folds;
}

/**
 * What answers weigh by models that learned from others alone: by their own model they would look better than new pairs will.
 * @param model where learning begins
 * @param answers of persons, each with its part
 * @returns in the order of the answers
 */
export function heldOutPairs(
  model: IdentityModel,
  answers: readonly (ReviewedPair & Pick<FoldedPair, 'fold'>)[],
): FoldedPair[] {
  const compiled = Array.from({ length: folds }, (_none, fold) =>
    compileModel(
      learnFromAnswers(
        model,
        answers.filter((answer) => answer.fold !== fold),
      ),
    ),
  );
  return answers.map(({ left, right, same, fold }) => {
    const { bits } = scorePair(compiled[fold] ?? model, left, right);
    return { bits, same, fold };
  });
}

/** How thresholds do on pairs that they were not chosen by. */
export interface HeldOutAccuracy {
  /** Pairs above the threshold that the others chose. */
  joined: number;
  right: number;
  truePairs: number;
  /** True pairs below it that are left to a person. */
  asked: number;
}

/**
 * Chooses thresholds by four parts and counts on the fifth, for each of them.
 * @param labelled pairs, before groups are closed
 * @param wantedPrecision as `chooseThresholds` takes it
 */
export function crossValidateThresholds(
  model: IdentityModel,
  labelled: readonly FoldedPair[],
  wantedPrecision: number,
): HeldOutAccuracy {
  const sums: HeldOutAccuracy = { joined: 0, right: 0, truePairs: 0, asked: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const zones = chooseThresholds(
      model,
      labelled.filter((pair) => pair.fold !== fold),
      wantedPrecision,
    );
    for (const pair of labelled) {
      if (pair.fold !== fold) continue;
      const probability = probabilityOf(pair.bits);
      const isJoined = probability >= zones.same;
      if (isJoined) sums.joined++;
      if (!pair.same) continue;
      sums.truePairs++;
      if (isJoined) sums.right++;
      else if (probability >= zones.ask) sums.asked++;
    }
  }
  return sums;
}

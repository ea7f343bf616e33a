import { compileModel, type CompiledModel } from '../compare/compiled-comparison.ts';
import { scorePair } from '../compare/score-pair.ts';
import type { IdentityModel, ModelProvenance } from '../model/identity-model.ts';
import type { NormalizedRecord } from '../model/identity-record.ts';
import { nextVersion } from './fit-model.ts';
import { shiftTowards, type AnsweredPair } from './shift-towards-answers.ts';

/** What a person said of two records. */
export interface ReviewedPair {
  left: NormalizedRecord;
  right: NormalizedRecord;
  /** One customer, or two. */
  same: boolean;
}

export interface LearnOptions {
  /** YYYY-MM-DD, for the provenance. */
  date?: string;
}

/**
 * Learns from pairs that persons judged. Such pairs are the doubtful ones, so that counting levels among them would mislead: strangers
 * who agree on nothing are never asked about. Instead m is moved, comparison by comparison, to where the model would have been
 * less surprised by the answers; that it may not go far from the model's own m without good reason is what keeps ten answers
 * from spoiling it. u, prior, rarities, zones and guards stay.
 * @param model where it begins
 * @param answers in any order; none, or none that compares anything, leaves the model as it is
 * @returns a model of the next version; its provenance counts the answers, together with those that the model knew
 * @example learnFromAnswers(model, [{ left, right, same: true }]).provenance.reviewedPairs // { same: 1, different: 0 }
 * @source maximum a posteriori logistic regression on the levels, with the Kullback–Leibler distance from the model's m as prior
 */
export function learnFromAnswers(
  model: IdentityModel,
  answers: readonly ReviewedPair[],
  options: LearnOptions = {},
): IdentityModel {
  const compiled = compileModel(model);
  const pairs = answers
    .map((answer) => answeredPair(compiled, answer))
    .filter((pair) => pair.levels.some((at) => at >= 0));
  if (pairs.length === 0) return model;
  const learned = shiftTowards(model.comparisons, pairs);
  const comparisons = model.comparisons.map((comparison, index) => ({
    ...comparison,
    levels: comparison.levels.map((level, at) => ({ ...level, m: learned[index]?.[at] as number })),
  }));
  const same = pairs.filter((pair) => pair.same).length;
  const counted = { same, different: pairs.length - same };
  return {
    ...model,
    version: nextVersion(model.version),
    comparisons,
    provenance: provenanceOf(model, counted, options),
  };
}

function answeredPair(compiled: CompiledModel, { left, right, same }: ReviewedPair): AnsweredPair {
  const { parts, priorBits } = scorePair(compiled, left, right);
  const levels = parts.map(({ level }, index) =>
    level === null ? -1 : (compiled.comparisons[index]?.comparison.levels.findIndex(({ id }) => id === level) ?? -1),
  );
  // What answers do not move: the prior and rarities.
  const fixedBits = parts.reduce((sum, part) => sum + part.termFrequencyBits, priorBits);
  return { levels, fixedBits, same };
}

function provenanceOf(
  model: IdentityModel,
  counted: { same: number; different: number },
  { date }: LearnOptions,
): ModelProvenance {
  const { method, trainedOn, reviewedPairs, records, iterations } = model.provenance;
  const measured = method.startsWith('expectation-maximization');
  const [same, different] = [
    counted.same + (reviewedPairs?.same ?? 0),
    counted.different + (reviewedPairs?.different ?? 0),
  ];
  const trained = reviewedPairs === undefined ? trainedOn : trainedOn.replace(/, and \d+ reviewed pairs$/, '');
  return {
    method: measured ? 'expectation-maximization+reviewed-pairs' : 'reviewed-pairs',
    trainedOn: `${trained}, and ${same + different} reviewed pairs`,
    base: `${model.id}@${model.version}`,
    ...(date !== undefined && { date }),
    ...(records !== undefined && { records }),
    reviewedPairs: { same, different },
    ...(iterations !== undefined && { iterations }),
  };
}

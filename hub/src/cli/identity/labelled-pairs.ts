import {
  foldOf,
  pairScorer,
  thinnedCandidates,
  type FoldedPair,
  type IdentityModel,
  type PreparedRecords,
  type WeighingJob,
} from '../../../../engine/index.ts';
import { UsageError, type CommandOption } from '../command.ts';
import type { ReadAnswer } from './read-answers.ts';

export const precisionOption: CommandOption = {
  type: 'string',
  help: 'how often a pair that is joined without asking has to be right: 0.995; chooses the thresholds',
};

/** The share that `--precision` asks for; null where it was not given. */
export function precisionOf(given: string | boolean | undefined): number | null {
  if (given === undefined) return null;
  const share = Number(given);
  if (!(share > 0.5 && share < 1))
    throw new UsageError(`--precision ${String(given)}: expected a share above 0.5 and below 1, such as 0.995.`);
  return share;
}

/** Two records, by index, with their weight and the truth. */
export interface LabelledCandidate extends FoldedPair {
  left: number;
  right: number;
}

/** Candidates below so many bits are different to anybody. */
const leastBits = -10;

/** The candidates of a job, or an even share of them, with what a column says; those of one customer are in one fold. */
export function labelledByTruth(
  job: WeighingJob,
  ids: readonly string[],
  truths: readonly string[],
): LabelledCandidate[] {
  const { model, prepared, columns, plan } = job;
  const scorer = pairScorer(model, prepared, columns);
  const numberOf = new Map<string, number>();
  for (const truth of truths) if (!numberOf.has(truth)) numberOf.set(truth, numberOf.size);
  const { left, right } = thinnedCandidates(plan, ids);
  const labelled: LabelledCandidate[] = [];
  for (let pair = 0; pair < left.length; pair++) {
    const [one, other] = [left[pair] ?? 0, right[pair] ?? 0];
    const bits = scorer.bits(one, other, leastBits);
    const [truth = '', otherTruth = ''] = [truths[one], truths[other]];
    if (bits === -Infinity) continue;
    const fold = foldOf(Math.min(numberOf.get(truth) ?? 0, numberOf.get(otherTruth) ?? 0));
    labelled.push({ left: one, right: other, bits, same: truth === otherTruth, fold });
  }
  return labelled;
}

/** What persons judged, as a model weighs it. */
export function labelledByAnswers(
  model: IdentityModel,
  prepared: PreparedRecords,
  answers: readonly ReadAnswer[],
): FoldedPair[] {
  const scorer = pairScorer(model, prepared);
  return answers.map(({ left, right, same }) => ({
    bits: scorer.bits(left, right),
    same,
    fold: foldOf(Math.min(left, right)),
  }));
}

import {
  beginResolution,
  crossValidateThresholds,
  defaultIdentityModel,
  heldOutPairs,
  prepareRecords,
  probabilityOf,
  type HeldOutAccuracy,
  type LabelledPair,
} from '../../engine/index.ts';
import { labelledByTruth } from '../../hub/src/cli/identity/labelled-pairs.ts';
import { normalizedAt } from '../../hub/src/cli/identity/normalized-at.ts';
import type { LabelledSet } from './labelled-customers.ts';

/** What is learned from labels or chosen by them, counted on the fifth of the customers that had no part in it. */
export interface CrossValidated {
  /** Pairs by thresholds chosen for `wantedPrecision`, before groups are closed. */
  thresholds: HeldOutAccuracy;
  /** Pairs that a person would be asked about, or nearly: how a model does that learned from the answers to the others. */
  answers: { count: number; before: Surprise; after: Surprise };
}

export interface Surprise {
  /** Bits by which an answer surprises on average: 0 for somebody who knows, 1 for somebody who tosses a coin. */
  bits: number;
  /** Answers that the model would have given otherwise. */
  wrong: number;
}

export const wantedPrecision = 0.995;
/** Such probabilities are in doubt, or were nearly. */
const doubtful = { least: 0.02, most: 0.995 };

export function crossValidated({ records, region, kind = 'person' }: LabelledSet): CrossValidated {
  const customers = records.map(({ customer }) => customer);
  const prepared = prepareRecords(records, { region });
  const { job } = beginResolution(prepared, defaultIdentityModel(kind));
  const labelled = labelledByTruth(job, prepared.ids, customers);
  const asked = labelled.filter(({ bits }) => {
    const probability = probabilityOf(bits);
    return probability >= doubtful.least && probability <= doubtful.most;
  });
  const answers = asked.map(({ left, right, same, fold }) => ({
    left: normalizedAt(prepared, left),
    right: normalizedAt(prepared, right),
    same,
    fold,
  }));
  return {
    thresholds: crossValidateThresholds(job.model, labelled, wantedPrecision),
    answers: {
      count: asked.length,
      before: surpriseOf(asked),
      after: surpriseOf(heldOutPairs(job.model, answers)),
    },
  };
}

function surpriseOf(pairs: readonly LabelledPair[]): Surprise {
  let [bits, wrong] = [0, 0];
  for (const pair of pairs) {
    const probability = probabilityOf(pair.bits);
    bits -= Math.log2(Math.max(1e-9, pair.same ? probability : 1 - probability));
    if (probability >= 0.5 !== pair.same) wrong++;
  }
  return { bits: pairs.length === 0 ? 0 : bits / pairs.length, wrong };
}

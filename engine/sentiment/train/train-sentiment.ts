import type { WeightTable } from '../model/text-model.ts';
import { measureCount, type Lexicon } from '../score/lexicon.ts';
import { denseCount, sentimentGroups } from '../score/sentiment-model.ts';
import { learnClasses, predictClasses, type LearnedClasses } from './learn-classes.ts';
import { ratingOf, type LearnedRating } from './learn-rating.ts';
import { sentimentExample } from './sentiment-examples.ts';
import { sharpnessOf } from './sharpness.ts';
import type { SparseExample } from './sparse-example.ts';
import { ratingRows, rounded } from './train-rating.ts';
import type { LabelledText } from './training-data.ts';
import { weighInHalves } from './weigh-in-bytes.ts';

/** Rows of the table `sentiment`. Chosen: 524,288, a mebibyte of two columns; a quarter of it cost .01. */
const sentimentRows = 524_288;
const classes = 3;
const folds = 4;
/** Chosen by cross-validation over the training parts. */
const options = {
  classes,
  tableRows: sentimentRows,
  denseCount,
  groups: sentimentGroups.length,
  epochs: 6,
  rate: 0.5,
  denseRate: 0.05,
  leastExamples: 1,
};

/** Labelled texts as examples; an English one has the rating that was learned from other texts among its dense numbers. */
export function sentimentExamples(
  labelled: readonly LabelledText[],
  lexicon: Lexicon,
  rating: LearnedRating,
): SparseExample[] {
  const down = Math.log2(sentimentRows / ratingRows);
  return labelled.map(({ text, language, label }) => {
    const example = sentimentExample({ text, language, target: label }, lexicon, sentimentRows, denseCount);
    if (language === 'en') {
      const rows = example.rows.subarray(0, example.wordCount).map((row) => row >>> down);
      const dense = example.dense.subarray(0, measureCount);
      example.dense[measureCount] = ratingOf(rating, { ...example, rows, dense });
    }
    return example;
  });
}

/** Learns negative, neutral, positive. */
export function learnSentiment(examples: readonly SparseExample[], seed: number): LearnedClasses {
  return learnClasses(examples, { ...options, seed });
}

/** Learns sentiment, with probabilities made true per language by cross-validation, as the table that the scorer reads. */
export function trainSentiment(examples: readonly SparseExample[], seed: number): WeightTable {
  const learned = learnSentiment(examples, seed);
  const sums = unseenSums(examples, seed);
  const sharpness = sentimentGroups.map((_, group) => {
    const own = examples.flatMap((example, at) => (example.group === group ? [at] : []));
    const chosen = own.length > 0 ? own : examples.map((_example, at) => at);
    return sharpnessOf(
      chosen.map((at) => sums[at] as Float64Array),
      chosen.map((at) => (examples[at] as SparseExample).target),
    );
  });
  return sentimentTable(learned, sharpness);
}

/** Sums per class of every example by a model that has not seen it. */
function unseenSums(examples: readonly SparseExample[], seed: number): Float64Array[] {
  const sums = examples.map(() => new Float64Array(classes));
  for (let fold = 0; fold < folds; fold++) {
    const learned = learnSentiment(
      examples.filter((_, at) => at % folds !== fold),
      seed,
    );
    for (const [at, example] of examples.entries()) {
      if (at % folds === fold) predictClasses(learned, example, sums[at] as Float64Array);
    }
  }
  return sums;
}

/** Neutral is taken from the other two, which then are sums against neutral. */
export function sentimentTable(learned: LearnedClasses, sharpness: readonly number[]): WeightTable {
  const against = (values: ArrayLike<number>, index: number): [number, number] => {
    const [down, even, up] = [values[index * 3], values[index * 3 + 1], values[index * 3 + 2]] as [
      number,
      number,
      number,
    ];
    return [down - even, up - even];
  };
  const weights = new Float32Array(sentimentRows * 2);
  for (let row = 0; row < sentimentRows; row++) weights.set(against(learned.table, row), row * 2);
  const intercepts: number[] = [];
  const dense: number[] = [];
  const all = against(learned.intercepts, 0);
  for (let group = 1; group <= sentimentGroups.length; group++) {
    const own = against(learned.intercepts, group);
    intercepts.push(rounded(all[0] + own[0]), rounded(all[1] + own[1]));
    for (let at = 0; at < denseCount; at++) {
      const shared = against(learned.dense, at);
      const special = against(learned.dense, group * denseCount + at);
      dense.push(rounded(shared[0] + special[0]), rounded(shared[1] + special[1]));
    }
  }
  return weighInHalves(weights, 2, { intercepts, dense, sharpness: sharpness.map(rounded) });
}

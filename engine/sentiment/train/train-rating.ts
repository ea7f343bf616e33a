import type { WeightTable } from '../model/text-model.ts';
import type { Lexicon } from '../score/lexicon.ts';
import { learnRating, type LearnedRating } from './learn-rating.ts';
import { sentimentExample } from './sentiment-examples.ts';
import type { SparseExample } from './sparse-example.ts';
import type { RatedText } from './training-data.ts';
import { weighInBytes } from './weigh-in-bytes.ts';

/** Rows of the table `rating`. Chosen: 32,768; more of them brought nothing in cross-validation. */
export const ratingRows = 32_768;
/** Chosen by five-fold cross-validation over the rated texts. */
const options = { tableRows: ratingRows, epochs: 20, rate: 0.3 };

/** Rated texts as examples; ratings of -4 to 4 become -1 to 1. */
export function ratingExamples(rated: readonly RatedText[], lexicon: Lexicon): SparseExample[] {
  return rated.map(({ text, rating }) =>
    sentimentExample({ text, language: 'en', target: rating / 4 }, lexicon, ratingRows),
  );
}

/** Learns how people would rate an English text. */
export function trainRating(examples: readonly SparseExample[], seed: number): LearnedRating {
  return learnRating(examples, { ...options, seed });
}

/** The table that the scorer reads. */
export function ratingTable(learned: LearnedRating): WeightTable {
  return weighInBytes(learned.table, 1, {
    intercepts: [rounded(learned.intercept)],
    dense: [...learned.dense].map(rounded),
  });
}

/** Few digits, so that the document reads well. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

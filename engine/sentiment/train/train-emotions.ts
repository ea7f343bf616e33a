import { feltClasses } from '../model/felt-class.ts';
import type { WeightTable } from '../model/text-model.ts';
import { measureCount, type Lexicon } from '../score/lexicon.ts';
import { learnClasses, type LearnedClasses } from './learn-classes.ts';
import { sentimentExample } from './sentiment-examples.ts';
import type { SparseExample } from './sparse-example.ts';
import { rounded } from './train-rating.ts';
import type { FeltText } from './training-data.ts';
import { weighInHalves } from './weigh-in-bytes.ts';

/** Rows of the table `emotions`. Chosen: 32,768; four times as many brought nothing in cross-validation. */
const emotionRows = 32_768;
/** Chosen by cross-validation over the training part. */
const options = {
  classes: feltClasses.length,
  tableRows: emotionRows,
  denseCount: measureCount,
  groups: 1,
  epochs: 4,
  rate: 0.5,
  denseRate: 0.05,
  leastExamples: 2,
};

/** English comments as examples. */
export function emotionExamples(felt: readonly FeltText[], lexicon: Lexicon): SparseExample[] {
  return felt.map(({ text, feeling }) =>
    sentimentExample({ text, language: 'en', target: feltClasses.indexOf(feeling) }, lexicon, emotionRows),
  );
}

/** Learns which of the nine classes an English comment is of. */
export function learnEmotions(examples: readonly SparseExample[], seed: number): LearnedClasses {
  const counts = feltClasses.map((_, at) => examples.filter(({ target }) => target === at).length);
  const mean = examples.length / counts.length;
  // Three comments in five say nothing of feelings: a rare class counts more. A root is the same to the last bit everywhere.
  const classWeights = counts.map((count) => Math.sqrt(mean / Math.max(1, count)));
  return learnClasses(examples, { ...options, classWeights, seed });
}

/** The table that the scorer reads. */
export function emotionTable(learned: LearnedClasses): WeightTable {
  const { classes } = options;
  const both = (values: Float64Array, count: number): number[] =>
    Array.from({ length: count }, (_, at) => rounded((values[at] as number) + (values[count + at] as number)));
  return weighInHalves(learned.table, classes, {
    intercepts: both(learned.intercepts, classes),
    dense: both(learned.dense, measureCount * classes),
  });
}

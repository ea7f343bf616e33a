import { needs } from '../model/need.ts';
import type { TextModel, WeightTable } from '../model/text-model.ts';
import { needColumns } from '../score/learned-need.ts';
import { needFeatures, needMeasureCount, needPairs, needSequences, needWords } from '../score/need-features.ts';
import { saltOf } from '../score/language-salt.ts';
import { opened } from '../score/loaded-text-model.ts';
import { knownOf, sumsOf } from '../score/sums-of.ts';
import { readText } from '../text/read-text.ts';
import { joinedMessages } from './joined-messages.ts';
import { learnClasses, predictClasses, type LearnedClasses } from './learn-classes.ts';
import { sharpnessOf } from './sharpness.ts';
import type { SparseExample } from './sparse-example.ts';
import { rounded } from './train-rating.ts';
import type { NeedText } from './training-data.ts';
import { weighInHalves } from './weigh-in-bytes.ts';

/** Rows of the table `need`. Chosen: 262,144; half of it cost .001 in cross-validation, a quarter .01. */
const needRows = 262_144;
const shift = 32 - Math.log2(needRows);
export const needFolds = 5;
/** Chosen by cross-validation over the corpus, whole themes at a time. */
const options = {
  classes: needs.length,
  tableRows: needRows,
  denseCount: needMeasureCount,
  groups: 1,
  epochs: 20,
  rate: 0.6,
  denseRate: 0.2,
  leastExamples: 2,
};

/**
 * Messages as examples, each as the scorer will see it.
 * @param model whose other tables and phrases say what the measures are; its table `need` is not asked
 */
export function needExamples(model: TextModel, messages: readonly NeedText[]): SparseExample[] {
  const loaded = opened(model);
  return messages.map(({ text, language, need }) => {
    const read = readText(text);
    const features = needFeatures(read, saltOf(language), shift, knownOf(sumsOf(loaded, read, language)));
    const lists = [needWords, needPairs, features.topics];
    const wordCount = lists.reduce((sum, { count }) => sum + count, 0);
    const rows = new Int32Array(wordCount + needSequences.count);
    let at = 0;
    for (const { rows: own, count } of [...lists, needSequences]) {
      rows.set(own.subarray(0, count), at);
      at += count;
    }
    const { wordScale, sequenceScale, measures } = features;
    return {
      rows,
      wordCount,
      wordScale,
      sequenceScale,
      dense: measures.slice(),
      group: 0,
      target: needs.indexOf(need),
    };
  });
}

/** Learns what messages need. */
export function learnNeed(examples: readonly SparseExample[], seed: number): LearnedClasses {
  return learnClasses(examples, { ...options, seed });
}

/**
 * Learns what messages need, with probabilities made true by cross-validation, as the table that the scorer reads.
 * @param messages their themes part the folds, so that no fold has seen the situations of another
 */
export function trainNeed(model: TextModel, messages: readonly NeedText[], seed: number): WeightTable {
  const all = withJoined(messages, seed);
  const examples = needExamples(model, all);
  const sums = unseenSums(examples, all, seed);
  const targets = examples.map(({ target }) => target);
  return needTable(learnNeed(examples, seed), sharpnessOf(sums, targets));
}

/** The messages, and the longer ones that are made of them. */
export function withJoined(messages: readonly NeedText[], seed: number): NeedText[] {
  return [...messages, ...joinedMessages(messages, seed)];
}

/** By message, the fold from 0 that it is measured in. Themes bear the same number in every language, and stay together. */
export function foldsOf(messages: readonly NeedText[]): number[] {
  const numberOf = ({ theme }: NeedText) => theme.split(' ')[0] ?? '';
  const numbers = [...new Set(messages.map(numberOf))].sort();
  return messages.map((message) => numbers.indexOf(numberOf(message)) % needFolds);
}

/** Sums per need of every message by a model that has seen none of its theme. */
function unseenSums(examples: readonly SparseExample[], messages: readonly NeedText[], seed: number): Float64Array[] {
  const foldOf = foldsOf(messages);
  const sums = examples.map(() => new Float64Array(needs.length));
  for (let fold = 0; fold < needFolds; fold++) {
    const learned = learnNeed(
      examples.filter((_, at) => foldOf[at] !== fold),
      seed,
    );
    for (const [at, example] of examples.entries()) {
      if (foldOf[at] === fold) predictClasses(learned, example, sums[at] as Float64Array);
    }
  }
  return sums;
}

/** `none` is taken from the others, which then are sums against it. */
export function needTable(learned: LearnedClasses, sharpness: number): WeightTable {
  const classes = needs.length;
  const against = (values: ArrayLike<number>, index: number, column: number): number =>
    (values[index * classes + column + 1] as number) - (values[index * classes] as number);
  const weights = new Float32Array(needRows * needColumns);
  for (let row = 0; row < needRows; row++)
    for (let column = 0; column < needColumns; column++)
      weights[row * needColumns + column] = against(learned.table, row, column);
  const columns = Array.from({ length: needColumns }, (_, column) => column);
  const both = (values: Float64Array, index: number, count: number): number[] =>
    columns.map((column) => rounded(against(values, index, column) + against(values, count + index, column)));
  return weighInHalves(weights, needColumns, {
    intercepts: both(learned.intercepts, 0, 1),
    dense: Array.from({ length: needMeasureCount }, (_, at) => both(learned.dense, at, needMeasureCount)).flat(),
    sharpness: [rounded(sharpness)],
  });
}

import { feltClasses, type FeltClass } from '../model/felt-class.ts';
import { portableExp } from '../model/portable-math.ts';
import { emotions, type Emotion } from '../model/text-score.ts';
import { numbersOf, type ReadTable } from '../model/weight-table.ts';
import type { FeatureList } from './text-features.ts';

/** The parts of the table `emotions`, read once: which of nine classes an English text is of. */
export interface EmotionModel {
  table: ReadTable;
  /** By how much a row of the sentiment table is to be shifted for this one. */
  shift: number;
  dense: readonly number[];
  intercepts: readonly number[];
}

/** Reads the table `emotions`. @param largerRows rows of the table whose lists are shared */
export function emotionModel(table: ReadTable, largerRows: number): EmotionModel {
  return {
    table,
    shift: Math.log2(largerRows / table.rows),
    dense: numbersOf(table, 'dense'),
    intercepts: numbersOf(table, 'intercepts'),
  };
}

/** A text in the rows of the larger table, and what one row counts. */
export interface FeltFeatures {
  words: FeatureList;
  wordScale: number;
  sequences: FeatureList;
  sequenceScale: number;
  measures: Float64Array;
}

/** Probabilities per class, in the order of `feltClasses`; filled again for every text. */
const probabilities = new Float64Array(feltClasses.length);

/** How likely an English text is of each class. The array is filled again by the next call. */
export function feltProbabilities(model: EmotionModel, features: FeltFeatures): Float64Array {
  const { table, intercepts, dense } = model;
  const classes = feltClasses.length;
  const sums = probabilities;
  sums.fill(0);
  addRows(sums, model, features.words, features.wordScale);
  addRows(sums, model, features.sequences, features.sequenceScale);
  let highest = -Infinity;
  for (let c = 0; c < classes; c++) {
    let sum = (sums[c] as number) * (table.scales[c] as number) + (intercepts[c] as number);
    for (let at = 0; at * classes < dense.length; at++)
      sum += (features.measures[at] as number) * (dense[at * classes + c] as number);
    sums[c] = sum;
    if (sum > highest) highest = sum;
  }
  let all = 0;
  for (let c = 0; c < classes; c++) {
    sums[c] = portableExp((sums[c] as number) - highest);
    all += sums[c] as number;
  }
  for (let c = 0; c < classes; c++) sums[c] = (sums[c] as number) / all;
  return sums;
}

function addRows(sums: Float64Array, { table, shift }: EmotionModel, list: FeatureList, scale: number): void {
  const classes = feltClasses.length;
  const { bytes } = table;
  for (let at = 0; at < list.count; at++) {
    const offset = ((list.rows[at] as number) >>> shift) * classes;
    for (let c = 0; c < classes; c++) sums[c] = (sums[c] as number) + (bytes[offset + c] as number) * scale;
  }
}

/** The learned class that speaks for an emotion. */
const spokenFor: Readonly<Record<Emotion, FeltClass>> = {
  anger: 'anger',
  frustration: 'annoyance',
  disappointment: 'disappointment',
  fear: 'fear',
  sadness: 'sadness',
  confusion: 'confusion',
  gratitude: 'gratitude',
};

/**
 * What is learned of an emotion may colour a picture, and never decides alone: it stays below half of the scale, where an emotion
 * begins to count. Chosen, because the best of these classes is right in two of three comments, annoyance in one of three.
 */
const mostAlone = 0.45;

/** Emotions as phrases found them, with what is learned where it says more. */
export function withLearned(found: Readonly<Record<Emotion, number>>, learned: Float64Array): Record<Emotion, number> {
  const all = { ...found };
  for (const emotion of emotions) {
    const probability = learned[feltClasses.indexOf(spokenFor[emotion])] as number;
    const alone = probability * mostAlone;
    if (alone > all[emotion] && probability > leastProbability) all[emotion] = alone;
  }
  return all;
}

/** Below that a class says nothing. Chosen: likelier than all others together. */
const leastProbability = 0.5;

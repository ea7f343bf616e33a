import { numbersOf, type ReadTable } from '../model/weight-table.ts';
import type { FeatureList } from './text-features.ts';

/** The parts of the table `rating`, read once: how strongly people would rate an English text. */
export interface RatingModel {
  table: ReadTable;
  /** By how much a row of the sentiment table is to be shifted for this one. */
  shift: number;
  dense: readonly number[];
  intercept: number;
}

/** Reads the table `rating`. @param largerRows rows of the table whose list of words is shared */
export function ratingModel(table: ReadTable, largerRows: number): RatingModel {
  const [intercept = 0] = numbersOf(table, 'intercepts');
  return { table, shift: Math.log2(largerRows / table.rows), dense: numbersOf(table, 'dense'), intercept };
}

/**
 * How people would rate a text on average, from -1 to 1.
 * @param words of the text, rows of the larger table
 * @param wordScale what one of them counts
 * @param measures of the lexicon
 */
export function rate(model: RatingModel, words: FeatureList, wordScale: number, measures: Float64Array): number {
  const { table, shift, dense } = model;
  let sum = 0;
  for (let at = 0; at < words.count; at++) sum += table.bytes[(words.rows[at] as number) >>> shift] as number;
  let rating = model.intercept + sum * (table.scales[0] as number) * wordScale;
  for (let at = 0; at < dense.length; at++) rating += (dense[at] as number) * (measures[at] as number);
  return rating;
}

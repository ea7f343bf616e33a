import { textLanguages, type TextLanguage } from '../model/language.ts';
import { numbersOf, type ReadTable } from '../model/weight-table.ts';
import { measureCount } from './lexicon.ts';

/** The parts of the table `sentiment`, read once. Its columns are negative and positive, each against neutral. */
export interface SentimentModel {
  table: ReadTable;
  /** 32 minus the binary logarithm of the rows. */
  shift: number;
  /** By language. */
  own: ReadonlyMap<TextLanguage | 'und', LanguagePart>;
}

/** What a language has of its own. */
export interface LanguagePart {
  /** Against neutral: negative, positive. */
  intercepts: readonly [number, number];
  /** Per measure: negative, positive, negative, … */
  dense: Float64Array;
  /** What sums are multiplied by so that probabilities are true. */
  sharpness: number;
}

/** Measures of the lexicon, and the rating by people where there is one. */
export const denseCount = measureCount + 1;

/** Groups of dense weights: the languages in order, then `und`. */
export const sentimentGroups = [...textLanguages, 'und'] as const;

/** Reads the table `sentiment`. */
export function sentimentModel(table: ReadTable): SentimentModel {
  const intercepts = numbersOf(table, 'intercepts');
  const dense = numbersOf(table, 'dense');
  const sharpness = numbersOf(table, 'sharpness');
  const own = new Map<TextLanguage | 'und', LanguagePart>();
  for (const [at, language] of sentimentGroups.entries()) {
    own.set(language, {
      intercepts: [intercepts[at * 2] ?? 0, intercepts[at * 2 + 1] ?? 0],
      dense: Float64Array.from(dense.slice(at * denseCount * 2, (at + 1) * denseCount * 2)),
      sharpness: sharpness[at] ?? 1,
    });
  }
  return { table, shift: 32 - Math.log2(table.rows), own };
}

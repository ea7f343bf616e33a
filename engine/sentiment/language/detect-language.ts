import type { TextLanguage } from '../model/language.ts';
import { portableExp } from '../model/portable-math.ts';
import { numbersOf, type ReadTable } from '../model/weight-table.ts';
import type { ReadText } from '../text/read-text.ts';
import { languageRows, listLanguageRows } from './language-rows.ts';
import { scriptOf } from './script-of.ts';

/** Languages that share Latin letters, in the order of the table's columns; Hindi is often written in them, too. */
export const latinLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'hi'] as const;

/** Which language a text is in, and how sure that is. */
export interface DetectedLanguage {
  language: TextLanguage | 'und';
  /** 0 to 1. */
  probability: number;
}

/** The parts of the language table, read once. */
export interface LanguageModel {
  table: ReadTable;
  shift: number;
  intercepts: readonly number[];
}

/** Below that a text has no language. Chosen: 0.35, well above one in seven; short texts ("Terrible service") have about 0.4. */
const leastProbability = 0.35;
const list = languageRows();

/** Reads the table `language`. */
export function languageModel(table: ReadTable): LanguageModel {
  return { table, shift: 32 - Math.log2(table.rows), intercepts: numbersOf(table, 'intercepts') };
}

/**
 * Tells the language: Arabic and Devanagari letters say it themselves, the languages in Latin letters are told by words and
 * sequences of three characters.
 * @returns `und` for a text without words, in another script, or that might as well be any
 * @example detectLanguage(model, readText('Wo bleibt mein Geld?')) // { language: 'de', probability: 0.99 }
 */
export function detectLanguage(model: LanguageModel, read: ReadText): DetectedLanguage {
  switch (scriptOf(read)) {
    case 'none':
    case 'other':
      return { language: 'und', probability: 1 };
    case 'arabic':
      return { language: 'ar', probability: 0.99 };
    case 'devanagari':
      return { language: 'hi', probability: 0.99 };
    case 'latin':
      return detectLatin(model, read);
  }
}

function detectLatin({ table, shift, intercepts }: LanguageModel, read: ReadText): DetectedLanguage {
  listLanguageRows(read, shift, list);
  const { rows, count } = list;
  const { bytes, scales } = table;
  let [en, de, fr, es, it, pt, hi] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const offset = (rows[at] as number) * latinLanguages.length;
    en += bytes[offset] as number;
    de += bytes[offset + 1] as number;
    fr += bytes[offset + 2] as number;
    es += bytes[offset + 3] as number;
    it += bytes[offset + 4] as number;
    pt += bytes[offset + 5] as number;
    hi += bytes[offset + 6] as number;
  }
  const scale = languageScale(count);
  const sums = [en, de, fr, es, it, pt, hi];
  let best = 0;
  for (let at = 0; at < sums.length; at++) {
    sums[at] = (sums[at] as number) * (scales[at] as number) * scale + (intercepts[at] as number);
    if ((sums[at] as number) > (sums[best] as number)) best = at;
  }
  let all = 0;
  for (const sum of sums) all += portableExp(sum - (sums[best] as number));
  const probability = 1 / all;
  if (probability < leastProbability) return { language: 'und', probability: 1 - probability };
  return { language: latinLanguages[best] as TextLanguage, probability };
}

/** What one row counts: evidence adds up, but neighbouring sequences say the same. */
export function languageScale(count: number): number {
  return 1 / Math.sqrt(count > 12 ? count : 12);
}

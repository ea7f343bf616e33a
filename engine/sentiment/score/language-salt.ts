import { textLanguages, type TextLanguage } from '../model/language.ts';
import { hashOf } from '../text/word-hash.ts';

/** By which rows of one language differ from those of another; 0 for none, which leaves the rows that all share. */
export function saltOf(language: TextLanguage | 'und'): number {
  return salts.get(language) ?? 0;
}

const salts = new Map<string, number>(textLanguages.map((language) => [language, hashOf(`language ${language}`) | 1]));

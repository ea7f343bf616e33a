import type { FullLanguage } from './language.ts';

/** Words that carry sentiment by themselves, and words that turn or strengthen it; source of the table `lexicon`, written for people. */
export interface LexiconDocument {
  schemaVersion: 1;
  /** `all` for pictograms and emoticons. */
  language: FullLanguage | 'all';
  sources: readonly { name: string; licence: string; address: string }[];
  /** Single words, parted by blanks; so are all lists below. */
  negations: string;
  boosters: string;
  dampers: string;
  /** After these counts more, before them less: `but`. */
  contrasts: string;
  /** From -4 to 4, to one decimal. */
  valences: readonly { valence: number; words: string }[];
}

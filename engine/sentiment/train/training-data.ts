import type { FeltClass } from '../model/felt-class.ts';
import type { LexiconDocument } from '../model/lexicon-document.ts';
import type { TextLanguage } from '../model/language.ts';

/** A text and what people said of it. */
export interface LabelledText {
  text: string;
  language: TextLanguage;
  /** 0 negative, 1 neutral, 2 positive. */
  label: number;
}

/** An English text and how people rated it on average, -4 to 4. */
export interface RatedText {
  text: string;
  rating: number;
}

/** An English text and the one feeling that people found in it. */
export interface FeltText {
  text: string;
  feeling: FeltClass;
}

/** All that a text model is learned from. */
export interface TrainingData {
  labelled: readonly LabelledText[];
  rated: readonly RatedText[];
  felt: readonly FeltText[];
  lexicons: readonly LexiconDocument[];
  /** Further texts by language alone. */
  byLanguage: readonly { text: string; language: TextLanguage }[];
  /** Common words per language, parted by blanks: what a language is told by where the labelled texts are few or odd. */
  commonWords: Readonly<Record<string, string>>;
}

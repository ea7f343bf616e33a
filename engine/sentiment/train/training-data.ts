import type { FeltClass } from '../model/felt-class.ts';
import type { LexiconDocument } from '../model/lexicon-document.ts';
import type { FullLanguage, TextLanguage } from '../model/language.ts';
import type { Need } from '../model/need.ts';
import type { TextModelDocument } from '../model/text-model.ts';

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

/** A message of a customer and what it needs. */
export interface NeedText {
  text: string;
  language: FullLanguage;
  need: Need;
  /** Messages of one theme were written together; a fold that is measured has seen nothing of its themes. */
  theme: string;
}

/** All that a text model is learned from. */
export interface TrainingData {
  labelled: readonly LabelledText[];
  rated: readonly RatedText[];
  felt: readonly FeltText[];
  needed: readonly NeedText[];
  lexicons: readonly LexiconDocument[];
  /** What the phrases find is among what a need is learned from. */
  phrases: TextModelDocument['phrases'];
  /** Further texts by language alone. */
  byLanguage: readonly { text: string; language: TextLanguage }[];
  /** Common words per language, parted by blanks: what a language is told by where the labelled texts are few or odd. */
  commonWords: Readonly<Record<string, string>>;
}

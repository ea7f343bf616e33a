import type { FullLanguage } from '../model/language.ts';
import type { TextModel } from '../model/text-model.ts';
import type { LanguageModel } from '../language/detect-language.ts';
import type { CompiledPhrases } from '../signals/compile-phrases.ts';
import type { EmotionModel } from './learned-emotions.ts';
import type { NeedModel } from './learned-need.ts';
import type { Lexicon } from './lexicon.ts';
import type { RatingModel } from './rating.ts';
import type { SentimentModel } from './sentiment-model.ts';

/** What `loadTextModel` makes; others see a `TextModel`. */
export interface LoadedTextModel extends TextModel {
  readonly language: LanguageModel;
  readonly sentiment: SentimentModel;
  readonly rating: RatingModel;
  readonly emotions: EmotionModel;
  /** Null while a model is being made: the need is learned last. */
  readonly need: NeedModel | null;
  readonly lexicon: Lexicon;
  /** Compiled when a text of the language comes first; null for a language without phrases. */
  readonly phrasesOf: (language: FullLanguage) => CompiledPhrases | null;
}

/** The same model with what is inside. @throws for a model that `loadTextModel` did not make */
export function opened(model: TextModel): LoadedTextModel {
  if (!('sentiment' in model)) throw new Error('The text model was not made by loadTextModel');
  return model as LoadedTextModel;
}

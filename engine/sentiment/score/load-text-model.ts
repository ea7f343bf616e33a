import { languageModel } from '../language/detect-language.ts';
import { textLanguages, type FullLanguage } from '../model/language.ts';
import type { TextModel, TextModelDocument } from '../model/text-model.ts';
import { readTable, type ReadTable } from '../model/weight-table.ts';
import { compilePhrases, type CompiledPhrases } from '../signals/compile-phrases.ts';
import { emotionModel } from './learned-emotions.ts';
import { Lexicon } from './lexicon.ts';
import { needModel } from './learned-need.ts';
import type { LoadedTextModel } from './loaded-text-model.ts';
import { ratingModel } from './rating.ts';
import { sentimentModel } from './sentiment-model.ts';

/**
 * Makes the model that scores from the document that keeps it; once per process, some ten milliseconds.
 * @param document `textModelDocument` of the rules, or one of the same shape
 * @throws where a table is missing or damaged
 * @example const model = loadTextModel(textModelDocument); scoreText(model, 'Danke!').label // 'positive'
 */
export function loadTextModel(document: TextModelDocument): TextModel {
  const { weights, phrases } = document;
  const tableOf = (name: string): ReadTable => {
    const table = weights.tables[name];
    if (table === undefined) throw new Error(`The text model is damaged: it has no table ${name}`);
    return readTable(table);
  };
  const sentiment = sentimentModel(tableOf('sentiment'));
  const compiled = new Map<FullLanguage, CompiledPhrases>();
  const model: LoadedTextModel = {
    id: weights.id,
    version: weights.version,
    languages: textLanguages,
    language: languageModel(tableOf('language')),
    sentiment,
    rating: ratingModel(tableOf('rating'), sentiment.table.rows),
    emotions: emotionModel(tableOf('emotions'), sentiment.table.rows),
    need: weights.tables['need'] === undefined ? null : needModel(tableOf('need')),
    lexicon: new Lexicon(tableOf('lexicon')),
    phrasesOf: (language) => {
      const known = compiled.get(language);
      const document = phrases[language];
      if (known !== undefined || document === undefined) return known ?? null;
      const made = compilePhrases(document);
      compiled.set(language, made);
      return made;
    },
  };
  return model;
}

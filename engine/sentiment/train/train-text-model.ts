import type { WeightTable } from '../model/text-model.ts';
import { readTable } from '../model/weight-table.ts';
import { Lexicon } from '../score/lexicon.ts';
import { lexiconTable } from './lexicon-table.ts';
import { sentimentExamples, trainSentiment } from './train-sentiment.ts';
import { emotionExamples, emotionTable, learnEmotions } from './train-emotions.ts';
import { trainLanguage } from './train-language.ts';
import { ratingExamples, ratingTable, trainRating } from './train-rating.ts';
import { trainNeed } from './train-need.ts';
import type { TrainingData } from './training-data.ts';
import { loadTextModel } from '../score/load-text-model.ts';

/**
 * Learns all tables of a text model. Same data and seed, same bytes, on any machine.
 * @returns the tables `lexicon`, `language`, `rating`, `emotions`, `sentiment`, `need`; the last is learned from what the others and the phrases say
 * @throws where a lexicon has a word twice
 * @example const tables = trainTextModel(data, 2026)
 */
export function trainTextModel(data: TrainingData, seed: number): Record<string, WeightTable> {
  const lexicon = lexiconTable(data.lexicons);
  const words = new Lexicon(readTable(lexicon));
  const rating = trainRating(ratingExamples(data.rated, words), seed);
  const tables = {
    lexicon,
    language: trainLanguage(data, seed),
    rating: ratingTable(rating),
    emotions: emotionTable(learnEmotions(emotionExamples(data.felt, words), seed)),
    sentiment: trainSentiment(sentimentExamples(data.labelled, words, rating), seed),
  };
  const model = loadTextModel({ weights: { ...unnamed, tables }, phrases: data.phrases });
  return { ...tables, need: trainNeed(model, data.needed, seed) };
}

/** Of a model that is being made. */
const unnamed = {
  schemaVersion: 1,
  id: '',
  version: '',
  provenance: { sources: [], seed: 0, program: '' },
} as const;

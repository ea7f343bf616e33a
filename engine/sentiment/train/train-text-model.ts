import type { WeightTable } from '../model/text-model.ts';
import { readTable } from '../model/weight-table.ts';
import { Lexicon } from '../score/lexicon.ts';
import { lexiconTable } from './lexicon-table.ts';
import { sentimentExamples, trainSentiment } from './train-sentiment.ts';
import { emotionExamples, emotionTable, learnEmotions } from './train-emotions.ts';
import { trainLanguage } from './train-language.ts';
import { ratingExamples, ratingTable, trainRating } from './train-rating.ts';
import type { TrainingData } from './training-data.ts';

/**
 * Learns all tables of a text model. Same data and seed, same bytes, on any machine.
 * @returns the tables `lexicon`, `language`, `rating`, `emotions`, `sentiment`
 * @throws where a lexicon has a word twice
 * @example const tables = trainTextModel(data, 2026)
 */
export function trainTextModel(data: TrainingData, seed: number): Record<string, WeightTable> {
  const lexicon = lexiconTable(data.lexicons);
  const words = new Lexicon(readTable(lexicon));
  const rating = trainRating(ratingExamples(data.rated, words), seed);
  return {
    lexicon,
    language: trainLanguage(data, seed),
    rating: ratingTable(rating),
    emotions: emotionTable(learnEmotions(emotionExamples(data.felt, words), seed)),
    sentiment: trainSentiment(sentimentExamples(data.labelled, words, rating), seed),
  };
}

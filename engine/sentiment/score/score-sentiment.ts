import type { TextLanguage } from '../model/language.ts';
import type { ReadText } from '../text/read-text.ts';
import { groupScale, leastSequences, leastWords } from './group-scale.ts';
import { saltOf } from './language-salt.ts';
import { findValences, lexiconMeasures, measureCount, type WordValence } from './lexicon.ts';
import type { LoadedTextModel } from './loaded-text-model.ts';
import { feltProbabilities } from './learned-emotions.ts';
import { rate } from './rating.ts';
import { denseCount, type LanguagePart } from './sentiment-model.ts';
import { featureList, listSequences, listWords } from './text-features.ts';

/** What the learned weights say of a text. */
export interface SentimentSums {
  /** Against neutral. */
  negative: number;
  positive: number;
  /** How people would rate it, about -1 to 1: of English texts, and of those without a language (pictograms); null for others. */
  rating: number | null;
  valences: readonly WordValence[];
  /** Of English texts: how likely each of `feltClasses` is; null for others. Filled again by the next text. */
  felt: Float64Array | null;
  /** Part of `positive - negative` that the lexicon brings. */
  byLexicon: number;
  wordScale: number;
  sequenceScale: number;
}

/** Lists that are filled again for every text; nothing of them outlives a call. */
export const words = featureList();
export const sequences = featureList();
const measures = new Float64Array(denseCount);

/** Sums the weights of a text. Leaves its rows in `words` and `sequences` for whoever explains the sums. */
export function scoreSentiment(model: LoadedTextModel, read: ReadText, language: TextLanguage | 'und'): SentimentSums {
  const { table, shift, own } = model.sentiment;
  const salt = saltOf(language);
  listWords(read, salt, shift, words);
  listSequences(read, salt, shift, sequences);
  const wordScale = groupScale(words.count, leastWords);
  const sequenceScale = groupScale(sequences.count, leastSequences);
  const part = own.get(language) as LanguagePart;
  const valences = findValences(read, model.lexicon, salt);
  lexiconMeasures(read, valences, measures);
  const rating = language === 'en' || language === 'und' ? rate(model.rating, words, wordScale, measures) : null;
  measures[measureCount] = rating ?? 0;
  let [lexiconDown, lexiconUp] = [0, 0];
  for (let at = 0; at < denseCount; at++) {
    const value = measures[at] as number;
    lexiconDown += value * (part.dense[at * 2] as number);
    lexiconUp += value * (part.dense[at * 2 + 1] as number);
  }
  const { bytes } = table;
  let [wordsDown, wordsUp, sequencesDown, sequencesUp] = [0, 0, 0, 0];
  for (let at = 0; at < words.count; at++) {
    const offset = (words.rows[at] as number) * 2;
    wordsDown += bytes[offset] as number;
    wordsUp += bytes[offset + 1] as number;
  }
  for (let at = 0; at < sequences.count; at++) {
    const offset = (sequences.rows[at] as number) * 2;
    sequencesDown += bytes[offset] as number;
    sequencesUp += bytes[offset + 1] as number;
  }
  const [scaleDown = 0, scaleUp = 0] = table.scales;
  const down = wordsDown * wordScale + sequencesDown * sequenceScale;
  const up = wordsUp * wordScale + sequencesUp * sequenceScale;
  return {
    negative: (part.intercepts[0] + lexiconDown + down * scaleDown) * part.sharpness,
    positive: (part.intercepts[1] + lexiconUp + up * scaleUp) * part.sharpness,
    rating,
    felt:
      language === 'en'
        ? feltProbabilities(model.emotions, { words, wordScale, sequences, sequenceScale, measures })
        : null,
    valences,
    byLexicon: (lexiconUp - lexiconDown) * part.sharpness,
    wordScale: wordScale * part.sharpness,
    sequenceScale: sequenceScale * part.sharpness,
  };
}

import { phraseTopics } from '../model/text-model.ts';
import type { JudgedSentiment } from './score-of.ts';
import type { SentimentLabel } from '../model/text-score.ts';
import type { SignalFindings } from '../signals/findings.ts';
import type { ReadText } from '../text/read-text.ts';
import { tokenFlag } from '../text/token.ts';
import { groupScale, leastSequences, leastWords } from './group-scale.ts';
import { featureList, listDistantPairs, listSequences, listWords, rowOfBoth } from './text-features.ts';

/** What is known of a text before its need is. */
export interface KnownOfText {
  found: SignalFindings;
  probabilities: Readonly<Record<SentimentLabel, number>>;
  judged: JudgedSentiment;
}

/** Per topic its strength and number of phrases; then signals, mood and signs. */
const ofTopics = phraseTopics.length * 2;
export const needMeasureCount = ofTopics + 14;
/** Chosen: of more phrases on one topic than three, and more characters than 300, nothing more is to be learned. */
const [mostPhrases, mostCharacters] = [3, 300];

/** Lists that are filled again for every text; nothing of them outlives a call. */
export const needWords = featureList();
export const needPairs = featureList();
export const needSequences = featureList();
const measures = new Float64Array(needMeasureCount);
const needTopics = featureList();

/** A text in rows of the table `need`, and in numbers. */
export interface NeedFeatures {
  /** Two topics that were both found. */
  topics: typeof needTopics;
  wordScale: number;
  sequenceScale: number;
  /** Filled again by the next call. */
  measures: Float64Array;
}

/**
 * What the need of a person is learned from and told by: words, words near to one another, sequences of characters, what the phrases found (by topic, and
 * each two topics together), the mood. Fills the lists of this module.
 * @param salt of the language
 * @param shift 32 minus the binary logarithm of the table's rows
 */
export function needFeatures(read: ReadText, salt: number, shift: number, known: KnownOfText): NeedFeatures {
  listWords(read, salt, shift, needWords);
  listDistantPairs(read, salt, shift, needPairs);
  listSequences(read, salt, shift, needSequences);
  listTopicPairs(known.found, shift);
  measure(read, known);
  return {
    topics: needTopics,
    wordScale: groupScale(needWords.count + needPairs.count + needTopics.count, leastWords),
    sequenceScale: groupScale(needSequences.count, leastSequences),
    measures,
  };
}

function listTopicPairs({ topics }: SignalFindings, shift: number): void {
  needTopics.count = 0;
  for (const [at, one] of topics.entries()) {
    if (one.strength <= 0) continue;
    for (const other of topics.slice(at + 1)) {
      if (other.strength > 0) needTopics.rows[needTopics.count++] = rowOfBoth(one.topic, other.topic, shift);
    }
  }
}

function measure(read: ReadText, { found, probabilities, judged }: KnownOfText): void {
  measures.fill(0);
  for (const { topic, strength, phrases } of found.topics) {
    measures[topic * 2] = strength;
    measures[topic * 2 + 1] = Math.min(mostPhrases, phrases) / mostPhrases;
  }
  const { distress, vulnerability, threat, urgency } = found.signals;
  let [asks, exclaims, counts] = [0, 0, 0];
  for (const { flags, text } of read.tokens.filter((token) => (token.flags & signs) !== 0)) {
    if ((flags & tokenFlag.number) !== 0) counts = 1;
    else if (text.startsWith('?')) asks = 1;
    if (text.endsWith('!')) exclaims = 1;
  }
  measures.set(
    [
      distress,
      vulnerability,
      threat,
      urgency,
      found.threats.length > 0 ? 1 : 0,
      found.asksForPerson ? 1 : 0,
      found.settled ? 1 : 0,
      judged.score,
      probabilities.negative,
      probabilities.positive,
      Math.min(1, read.characters.length / mostCharacters),
      asks,
      exclaims,
      counts,
    ],
    ofTopics,
  );
}

const signs = tokenFlag.mark | tokenFlag.number;

import { detectLanguage, type DetectedLanguage } from '../language/detect-language.ts';
import { fullLanguages, type FullLanguage, type TextLanguage } from '../model/language.ts';
import { portableExp } from '../model/portable-math.ts';
import { emotions, type SentimentLabel } from '../model/text-score.ts';
import { findSignals } from '../signals/find-signals.ts';
import type { SignalFindings } from '../signals/findings.ts';
import type { ReadText } from '../text/read-text.ts';
import type { LoadedTextModel } from './loaded-text-model.ts';
import type { KnownOfText } from './need-features.ts';
import { scoreOf } from './score-of.ts';
import { scoreSentiment, type SentimentSums } from './score-sentiment.ts';

/** All that is found in a text, before it becomes a score. */
export interface TextSums {
  detected: DetectedLanguage;
  sums: SentimentSums;
  found: SignalFindings;
  /** What the phrases' correction adds to the sum of positive and takes from that of negative. */
  shift: number;
}

/** Chosen: 1.5, so that a correction by one moves the two sums apart by three: an even text becomes sure to nine tenths. */
const correctionWeight = 1.5;

/** Tells the language where it is not given, sums the learned weights and finds the phrases. */
export function sumsOf(model: LoadedTextModel, read: ReadText, given: TextLanguage | undefined): TextSums {
  const detected = given === undefined ? detectLanguage(model.language, read) : { language: given, probability: 1 };
  const { language } = detected;
  const sums = scoreSentiment(model, read, language);
  const phrases = isFull(language) ? model.phrasesOf(language) : null;
  const found = phrases === null ? nothingFound() : findSignals(phrases, read);
  return { detected, sums, found, shift: found.correction * correctionWeight };
}

/** Mood and findings of a text, with the probabilities that its sums make. */
export function knownOf({ sums, found, shift }: TextSums, own = { negative: 0, positive: 0 }): KnownOfText {
  const probabilities = probabilitiesOf(sums.negative + own.negative - shift, sums.positive + own.positive + shift);
  return { found, probabilities, judged: scoreOf(probabilities, sums.rating) };
}

/** Probabilities from sums against neutral, whose sum is 0. */
function probabilitiesOf(negative: number, positive: number): Record<SentimentLabel, number> {
  const highest = Math.max(0, negative, positive);
  const [down, even, up] = [portableExp(negative - highest), portableExp(-highest), portableExp(positive - highest)];
  const all = down + even + up;
  return { negative: down / all, neutral: even / all, positive: up / all };
}

/** Whether there are phrases in the language, and labelled messages. */
export function isFull(language: TextLanguage | 'und'): language is FullLanguage {
  return (fullLanguages as readonly string[]).includes(language);
}

function nothingFound(): SignalFindings {
  return {
    emotions: Object.fromEntries(emotions.map((emotion) => [emotion, 0])) as SignalFindings['emotions'],
    signals: { distress: 0, vulnerability: 0, threat: 0, urgency: 0 },
    threats: [],
    vulnerabilities: [],
    asksForPerson: false,
    settled: false,
    correction: 0,
    words: [],
    topics: [],
  };
}

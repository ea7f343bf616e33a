import type { TextLanguage } from '../model/language.ts';
import { portableExp } from '../model/portable-math.ts';
import type { TextModel } from '../model/text-model.ts';
import type { SentimentLabel, TextScore } from '../model/text-score.ts';
import { readText } from '../text/read-text.ts';
import { withLearned } from './learned-emotions.ts';
import { opened } from './loaded-text-model.ts';
import { overlaySums, type TextOverlay } from './overlay.ts';
import { scoreOf } from './score-of.ts';
import { sumsOf } from './sums-of.ts';
import { wordEffects } from './word-effects.ts';

export interface ScoreOptions {
  /** Where it is known; detected otherwise. */
  language?: TextLanguage;
  /** What a company's own labels change; see `adaptTextModel`. */
  overlay?: TextOverlay;
}

/**
 * Says what a message tells of the state of its author. Time is linear in its length; nothing leaves the process.
 * @param text anything: plain, HTML, an e-mail with its history; empty is neutral, in no language
 * @returns sentiment with probabilities, emotions, signals, and the words that moved them
 * @example scoreText(model, 'Still no refund, this is unacceptable!').label // 'negative'
 */
export function scoreText(model: TextModel, text: string, options: ScoreOptions = {}): TextScore {
  const loaded = opened(model);
  const read = readText(text);
  const { detected, sums, found, shift } = sumsOf(loaded, read, options.language);
  const own = options.overlay === undefined ? noChange : overlaySums(options.overlay, sums, read);
  const probabilities = probabilitiesOf(sums.negative + own.negative - shift, sums.positive + own.positive + shift);
  const { score, label } = scoreOf(probabilities, sums.rating);
  return {
    language: detected.language,
    languageProbability: detected.probability,
    score,
    label,
    probability: probabilities[label],
    probabilities,
    emotions: sums.felt === null ? found.emotions : withLearned(found.emotions, sums.felt),
    signals: found.signals,
    threats: found.threats,
    vulnerabilities: found.vulnerabilities,
    asksForPerson: found.asksForPerson,
    settled: found.settled,
    words: wordEffects(loaded, read, sums, found.words),
    leftOut: read.leftOut,
  };
}

const noChange = { negative: 0, positive: 0 };

/** Probabilities from sums against neutral, whose sum is 0. */
function probabilitiesOf(negative: number, positive: number): Record<SentimentLabel, number> {
  const highest = Math.max(0, negative, positive);
  const [down, even, up] = [portableExp(negative - highest), portableExp(-highest), portableExp(positive - highest)];
  const all = down + even + up;
  return { negative: down / all, neutral: even / all, positive: up / all };
}

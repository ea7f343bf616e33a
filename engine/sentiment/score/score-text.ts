import type { TextLanguage } from '../model/language.ts';
import type { TextModel } from '../model/text-model.ts';
import type { TextScore } from '../model/text-score.ts';
import { readText } from '../text/read-text.ts';
import { hearNeed } from './hear-need.ts';
import { withLearned } from './learned-emotions.ts';
import { opened } from './loaded-text-model.ts';
import { overlaySums, type TextOverlay } from './overlay.ts';
import { isFull, knownOf, sumsOf } from './sums-of.ts';
import { strongestOf, wordEffects } from './word-effects.ts';

export interface ScoreOptions {
  /** Where it is known; detected otherwise. */
  language?: TextLanguage;
  /** The customer answers a message of the company: of answers, fewer need a person. */
  isAnswer?: boolean;
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
  const all = sumsOf(loaded, read, options.language);
  const { detected, sums, found } = all;
  const known = knownOf(all, options.overlay === undefined ? undefined : overlaySums(options.overlay, sums, read));
  const { score, label } = known.judged;
  const { probabilities } = known;
  const words = wordEffects(loaded, read, sums, found.words);
  const need =
    loaded.need === null || !isFull(detected.language)
      ? null
      : hearNeed(loaded, read, detected.language, known, options.isAnswer === true);
  return {
    language: detected.language,
    languageProbability: detected.probability,
    score,
    label,
    probability: probabilities[label],
    probabilities,
    emotions: sums.felt === null ? found.emotions : withLearned(found.emotions, sums.felt),
    signals: need?.signals ?? found.signals,
    threats: found.threats,
    vulnerabilities: found.vulnerabilities,
    need: need?.person ?? null,
    asksForPerson: found.asksForPerson,
    settled: found.settled,
    words: need === null ? words : strongestOf([...words, ...need.words]),
    leftOut: read.leftOut,
  };
}

import type { TextLanguage } from './language.ts';

export const emotions = [
  'anger',
  'frustration',
  'disappointment',
  'fear',
  'sadness',
  'confusion',
  'gratitude',
] as const;
export type Emotion = (typeof emotions)[number];

/** What a text may announce, each found by a detector of its own. */
export const textSignals = ['distress', 'vulnerability', 'threat', 'urgency'] as const;
export type TextSignal = (typeof textSignals)[number];

/** What a `threat` is about: the grounds of the decision table `escalation`. */
export const threatKinds = ['violence', 'legal', 'regulator', 'press', 'leave'] as const;
export type ThreatKind = (typeof threatKinds)[number];

/** What a `vulnerability` is about. */
export const vulnerabilityKinds = ['bereavement', 'illness', 'hardship', 'age', 'language'] as const;
export type VulnerabilityKind = (typeof vulnerabilityKinds)[number];

export type SentimentLabel = 'negative' | 'neutral' | 'positive';

/** What one message says of the state of its author. */
export interface TextScore {
  /** The language that was found or given; `und` where there is none (empty, digits, emoji only) or it is not one of ours. */
  language: TextLanguage | 'und';
  /** That the language is the one named, 0 to 1; 1 where it was given. */
  languageProbability: number;
  /**
   * Sentiment from -1 (hostile) over 0 to 1 (delighted), side and strength in one. In English it leans on how people rated texts;
   * elsewhere it is the probability of positive minus that of negative. It is never on the other side than `label`.
   */
  score: number;
  label: SentimentLabel;
  /** Calibrated probability that `label` is what people would say, 0 to 1. */
  probability: number;
  probabilities: Readonly<Record<SentimentLabel, number>>;
  /** Strength per emotion, 0 to 1; 0 where nothing points to it. */
  emotions: Readonly<Record<Emotion, number>>;
  /**
   * Certainty per signal, 0 to 1; 0 where nothing points to it. `urgency` is a degree as well: from `acuteUrgency` on it is danger,
   * fraud in progress or a grave loss within about three days; below, a deadline that matters to the customer.
   */
  signals: Readonly<Record<TextSignal, number>>;
  threats: readonly ThreatKind[];
  vulnerabilities: readonly VulnerabilityKind[];
  /**
   * How likely the message needs a person, now or in the ordinary queue, 0 to 1: learned from labelled messages, with all of the above among the grounds.
   * Null in languages in which there were none.
   */
  need: number | null;
  /** The customer asks, in whatever words, to deal with a person. */
  asksForPerson: boolean;
  /** The customer says that the matter is over, "it works now, thanks", and announces no consequence. */
  settled: boolean;
  /** What moved the score, emotions and signals, strongest first; at most `wordsShown`. */
  words: readonly WordEffect[];
  /** What was not read, and why: quoted history of an e-mail, markup, what lies beyond the longest text. */
  leftOut: readonly LeftOut[];
}

/** A word or phrase of the text and what it did. */
export interface WordEffect {
  /** As written in the text. */
  text: string;
  /** UTF-16 offsets into the text as it was given. */
  start: number;
  end: number;
  /** What it moved. */
  on: 'score' | Emotion | TextSignal | 'asksForPerson' | 'need';
  /** Share in `score` (negative: downwards), or strength in the emotion or signal. */
  effect: number;
  /** What turned or strengthened it: `negated`, `strengthened`, `weakened`, `capitals`, `stretched`, `ironic`. */
  changedBy?: readonly string[];
}

export interface LeftOut {
  what: 'quoted' | 'markup' | 'signature' | 'too-long';
  start: number;
  end: number;
}

/**
 * From here on `urgency` asks for a person at once. Chosen: 0.7, because phrases of danger are weighed above it and those of haste below.
 */
export const acuteUrgency = 0.7;

/** From here on `distress` asks for a person at once. Chosen: 0.35, because whoever doubts whether it is meant asks a person. */
export const distressHeard = 0.35;

/** Words that a `TextScore` names at most. */
export const wordsShown = 12;

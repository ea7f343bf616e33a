import type { Emotion, TextSignal, ThreatKind, VulnerabilityKind, WordEffect } from '../model/text-score.ts';

/** A topic that phrases were found of. */
export interface HeardTopic {
  /** Place in `phraseTopics`. */
  topic: number;
  /** Of the strongest phrase, after what stands around it; of `sentiment` the sum. 0 where all were denied. */
  strength: number;
  phrases: number;
}

/** What the phrases of a text announce, and how they correct the learned score. */
export interface SignalFindings {
  /** Strength per emotion, 0 to 1. */
  emotions: Record<Emotion, number>;
  /** Certainty per signal, 0 to 1. */
  signals: Record<TextSignal, number>;
  threats: ThreatKind[];
  vulnerabilities: VulnerabilityKind[];
  asksForPerson: boolean;
  settled: boolean;
  /**
   * What is added to the score (-1 to 1, before it is cut to that range) where learned weights are blind: irony, idioms,
   * negation, a settled matter. The words with `on: 'score'` add up to it.
   */
  correction: number;
  /** Offsets into the text as it was given. */
  words: WordEffect[];
  /** What was said of each topic of phrases, in the order of `phraseTopics`; those of which nothing was are left out. */
  topics: readonly HeardTopic[];
}

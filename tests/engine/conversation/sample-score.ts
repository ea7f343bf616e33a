import type { Message, ScoredMessage, TextScore } from '../../../engine/index.ts';

/** A score of a neutral English text, with what a test is about. */
export function sampleScore(changes: Partial<TextScore> = {}): TextScore {
  return {
    language: 'en',
    languageProbability: 1,
    score: 0,
    label: 'neutral',
    probability: 0.9,
    probabilities: { negative: 0.05, neutral: 0.9, positive: 0.05 },
    emotions: sampleEmotions(),
    signals: sampleSignals(),
    threats: [],
    vulnerabilities: [],
    need: null,
    asksForPerson: false,
    settled: false,
    words: [],
    leftOut: [],
    ...changes,
  };
}

export function sampleEmotions(changes: Partial<TextScore['emotions']> = {}): TextScore['emotions'] {
  return {
    anger: 0,
    frustration: 0,
    disappointment: 0,
    fear: 0,
    sadness: 0,
    confusion: 0,
    gratitude: 0,
    ...changes,
  };
}

export function sampleSignals(changes: Partial<TextScore['signals']> = {}): TextScore['signals'] {
  return { distress: 0, vulnerability: 0, threat: 0, urgency: 0, ...changes };
}

/** A message of the customer, scored as the test says. */
export function fromCustomer(
  text: string,
  score: Partial<TextScore> | number = {},
  message: Partial<Message> = {},
): ScoredMessage {
  const changes = typeof score === 'number' ? { score } : score;
  return { message: { author: 'customer', text, ...message }, score: sampleScore(changes) };
}

export function fromCompany(text: string, message: Partial<Message> = {}): ScoredMessage {
  return { message: { author: 'agent', text, ...message }, score: null };
}

/** Ten o'clock on a day of November 2026, and so many minutes. */
export function minute(minutes: number): string {
  return new Date(Date.UTC(2026, 10, 22, 10, minutes)).toISOString();
}

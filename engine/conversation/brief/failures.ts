import type { FailedEntry } from '../model/handoff-brief.ts';
import type { FailedAttempt } from '../model/handoff-input.ts';
import { failureCues } from './failure-cues.ts';
import { hasCue, plainWords } from './plain-words.ts';
import { quoteOf, type ToldMessage } from './told.ts';

/** Sentences of the customer that are shown. Chosen: 5. */
const mostSentences = 5;

/** What failed: attempts that are known, then what the customer says was in vain, newest first. */
export function failuresOf(messages: readonly ToldMessage[], known: readonly FailedAttempt[]): FailedEntry[] {
  const said: FailedEntry[] = [];
  for (const message of [...messages].reverse()) {
    if (message.message.author !== 'customer' || message.score?.settled === true) continue;
    for (const { text } of message.sentences) {
      if (!hasCue(plainWords(text), failureCues)) continue;
      const { text: what, at, message: number } = quoteOf(message, text);
      said.push({ what, ...(at !== undefined && { at }), message: number });
    }
    if (said.length >= mostSentences) break;
  }
  return [...known.map((attempt) => ({ ...attempt })), ...said.slice(0, mostSentences)];
}

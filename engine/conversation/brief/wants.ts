import type { BriefQuote } from '../model/handoff-brief.ts';
import { hasCue, plainWords } from './plain-words.ts';
import { quoteOf, type ToldMessage } from './told.ts';
import { wantCues } from './want-cues.ts';

/** Sentences that are shown. Chosen: 3, because who wants more than three things says so in the timeline. */
const mostWants = 3;
const isQuestion = /[?？؟]["'’”»)\]!]*$/u;
/** "Hello?" and "Why?" want nothing that could be done. */
const fewestWords = 3;

/**
 * What the customer wants: sentences of theirs that ask for something or are questions, newest first, each once. Sentences that ask in words
 * come before those that are questions alone, and the first of all is always among them; what was wanted before the customer said that a matter is settled is left out.
 * @returns empty where no sentence says it
 */
export function wantsOf(messages: readonly ToldMessage[]): BriefQuote[] {
  const asked: BriefQuote[] = [];
  const questions: BriefQuote[] = [];
  const seen = new Set<string>();
  for (const message of openPart(messages).reverse()) {
    for (const { text } of message.sentences) {
      const words = plainWords(text);
      if (words.split(' ').length - 2 < fewestWords || seen.has(words)) continue;
      const list = hasCue(words, wantCues) ? asked : isQuestion.test(text) ? questions : null;
      if (list === null) continue;
      seen.add(words);
      list.push(quoteOf(message, text));
    }
  }
  const all = [...asked, ...questions];
  const first = [...all].sort((a, b) => placeIn(messages, a) - placeIn(messages, b))[0];
  const newest = all.slice(0, mostWants);
  return first === undefined || newest.includes(first) ? newest : [...newest.slice(0, -1), first];
}

function placeIn(messages: readonly ToldMessage[], quote: BriefQuote): number {
  return messages.findIndex(({ index }) => index + 1 === quote.message);
}

/** Messages of the customer since they last said that all is settled; where that is the last thing they said, those before it. */
function openPart(messages: readonly ToldMessage[]): ToldMessage[] {
  const own = messages.filter(({ message }) => message.author === 'customer');
  const settledBefore = own.slice(0, -1).findLastIndex(({ score }) => score?.settled === true);
  return own.slice(settledBefore + 1);
}

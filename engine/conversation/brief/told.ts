import { inOrder, type PlacedMessage } from '../facts/in-order.ts';
import { sentencesIn, type Sentence } from '../facts/sentences.ts';
import { ownWords } from '../facts/visible-text.ts';
import type { BriefPlace, BriefQuote } from '../model/handoff-brief.ts';
import type { ScoredMessage } from '../model/scored-message.ts';

/** A message as a brief reads it. */
export interface ToldMessage extends PlacedMessage {
  /** Without quoted history, signature and markup. */
  text: string;
  sentences: readonly Sentence[];
}

/** Characters of a message that a brief looks at. Chosen: 20,000, ten pages; what is longer is a file that somebody pasted. */
const longestRead = 20_000;

/** The messages of a conversation in its order, with their sentences. */
export function told(messages: readonly ScoredMessage[]): ToldMessage[] {
  return inOrder(messages).map((placed) => {
    const text = ownWords(placed.message.text, placed.score?.leftOut ?? []).slice(0, longestRead);
    return { ...placed, text, sentences: sentencesIn(text) };
  });
}

export function placeOf({ index, message }: PlacedMessage): BriefPlace {
  return {
    message: index + 1,
    ...(message.at !== undefined && { at: message.at }),
    ...(message.channel !== undefined && { channel: message.channel }),
  };
}

/** Characters of a quote. Chosen: 300, three lines on a screen. */
const longestQuote = 300;

export function quoteOf(message: ToldMessage, sentence: string): BriefQuote {
  return { ...placeOf(message), text: shortened(sentence, longestQuote).text };
}

/** The beginning of a text in one line, cut at a word, with an ellipsis where something follows. */
export function shortened(text: string, most: number): { text: string; shortened: boolean } {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return { text: line, shortened: false };
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(' ');
  // Half of a pair of surrogates is no character.
  const end = space > most / 2 ? space : /[\uD800-\uDBFF]$/.test(cut) ? most - 1 : most;
  return { text: `${cut.slice(0, end)} …`, shortened: true };
}

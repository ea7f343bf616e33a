import { type Token, tokenFlag } from '../text/token.ts';
import type { CompiledPhrases } from './compile-phrases.ts';
import { foldWord } from './fold-word.ts';

/** The words of a text as phrases are compared with them; a token may have several. */
export interface SignalWords {
  readonly words: readonly string[];
  /** By word: its token. */
  readonly tokens: readonly Token[];
  readonly sentences: readonly number[];
  readonly clauses: readonly number[];
  /** Share of words with at least two letters that are in capitals. */
  readonly shouted: number;
  /** Marks `!` that are repeated, or `!` and `?` mixed. */
  readonly stressedMarks: number;
  /** A sentence ends with `?`. */
  readonly asks: boolean;
  /** A word stands in quotation marks, or after three points: people point at words that they do not mean. */
  readonly pointed: boolean;
}

const unread = tokenFlag.mark | tokenFlag.mention | tokenFlag.url | tokenFlag.email;

/** Folds the tokens of a text, and puts what spellings stand for in their place. */
export function signalWords(tokens: readonly Token[], { language, spellings }: CompiledPhrases): SignalWords {
  const words: string[] = [];
  const from: Token[] = [];
  let [written, capitals, stressedMarks] = [0, 0, 0];
  let [asks, pointed] = [false, false];
  for (const token of tokens) {
    if ((token.flags & unread) !== 0) {
      if ((token.flags & tokenFlag.mark) === 0) continue;
      if (isStressed(token)) stressedMarks++;
      if (token.text === '?') asks = true;
      if (token.text === '…') pointed = true;
      continue;
    }
    if ((token.flags & tokenFlag.word) !== 0 && token.end - token.start > 1) {
      written++;
      if ((token.flags & tokenFlag.capitals) !== 0) capitals++;
    }
    if ((token.flags & tokenFlag.quoted) !== 0) pointed = true;
    const folded = foldWord(token.text, language);
    for (const word of spellings.get(folded.join('')) ?? folded) {
      words.push(word);
      from.push(token);
    }
  }
  return {
    words,
    tokens: from,
    sentences: from.map((token) => token.sentence),
    clauses: from.map((token) => token.clause),
    shouted: written < 4 ? 0 : capitals / written,
    stressedMarks,
    asks,
    pointed,
  };
}

function isStressed(token: Token): boolean {
  return token.text === '?!' || ((token.flags & tokenFlag.stretched) !== 0 && token.text === '!');
}

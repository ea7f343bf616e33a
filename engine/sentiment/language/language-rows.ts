import type { ReadText } from '../text/read-text.ts';
import { tokenFlag, type Token } from '../text/token.ts';

/** Characters of a text that its language is judged by. Chosen: 400, far more than it takes; the rest of a long text is not looked at. */
const judgedCharacters = 400;

/** Rows of the language table that a text touches. */
export interface LanguageRows {
  rows: Int32Array;
  count: number;
}

/** An empty list, large enough for any text. */
export function languageRows(): LanguageRows {
  return { rows: new Int32Array(2 * judgedCharacters + 2), count: 0 };
}

/**
 * Lists words and sequences of three characters within words and at their borders; of hashtags, names and addresses none.
 * @param shift 32 minus the binary logarithm of the table's rows
 */
export function listLanguageRows(read: ReadText, shift: number, list: LanguageRows): void {
  const { tokens, characters } = read;
  const { rows } = list;
  let [count, judged] = [0, 0];
  for (const token of tokens) {
    if (!isJudged(token)) continue;
    judged += token.to - token.from;
    if (judged > judgedCharacters) break;
    rows[count++] = Math.imul(token.hash, 0x9e3779b1) >>> shift;
    let one = characters[token.from - 1] as number;
    let two = characters[token.from] as number;
    for (let at = token.from + 1; at <= token.to; at++) {
      const three = characters[at] as number;
      const hash = Math.imul(Math.imul(Math.imul(one, 0x01000193) ^ two, 0x01000193) ^ three, 0x85ebca6b);
      rows[count++] = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> shift;
      one = two;
      two = three;
    }
  }
  list.count = count;
}

/** A word that its author wrote in his language; a single letter says little, but `y`, `e`, `à` do. */
export function isJudged(token: Token): boolean {
  return (token.flags & (tokenFlag.word | tokenFlag.hashtag)) === tokenFlag.word;
}

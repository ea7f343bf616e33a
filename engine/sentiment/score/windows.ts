import type { ReadText } from '../text/read-text.ts';
import type { Token } from '../text/token.ts';

/** A part of a text, by its offsets. */
export interface TextWindow {
  start: number;
  end: number;
}

/**
 * Tokens of a text that is read as a whole, and of a window at most. Chosen: 44, because hardly any message that needs are learned from is longer, even of
 * those made of two, and 30: of smaller windows fewer cases of distress were heard, of larger ones more was heard that was none.
 */
const [tokensAsWhole, tokensOfWindow] = [44, 30];

/**
 * Parts a long text into windows of whole sentences; a longer sentence is parted, too. What was left out of the text parts windows, as it
 * belongs to nobody's sentence.
 * @returns windows in order, none of them empty; null for a text that is read as a whole
 */
export function windowsOf({ tokens, leftOut }: ReadText): TextWindow[] | null {
  if (tokens.length <= tokensAsWhole) return null;
  const windows: TextWindow[] = [];
  let [first, left] = [0, 0];
  for (let at = 0; at < tokens.length;) {
    const begin = at;
    let parted = false;
    const { sentence, end } = tokens[at] as Token;
    let last = end;
    for (; at < tokens.length && at - begin < tokensOfWindow; at++) {
      const token = tokens[at] as Token;
      if (token.sentence !== sentence) break;
      last = token.end;
    }
    while (left < leftOut.length && (leftOut[left] as TextWindow).end <= (tokens[begin] as Token).start) {
      parted = true;
      left++;
    }
    const open = windows.at(-1);
    if (open === undefined || parted || at - first > tokensOfWindow) {
      windows.push({ start: (tokens[begin] as Token).start, end: last });
      first = begin;
    } else open.end = last;
  }
  return windows;
}

/** A sentence of a text, as written, without spaces around it. */
export interface Sentence {
  text: string;
  /** UTF-16 offset in the text. */
  start: number;
}

// A sentence ends at a line break, at `?` and `!`, and at a full stop before a space; the marks belong to it.
const end = /\n|[.!?…？！。؟।]+["'’”»)\]]*(?=\s|$)/gu;
/** Behind "no." and "3." a sentence goes on; before a capital or an opening mark a new one begins. */
const goesOn = /^\s*[\p{Ll}\p{N}]/u;
/** But not behind single letters ("z. B.") and titles. */
const shortened = /(?:^|[\s(])(?:\p{L}|Dr|Mr|Mrs|Ms|Hr|Fr|Sr|Sra|St|Nr)\.$/u;

/**
 * Splits a text into sentences. Abbreviations are not known by name: a full stop ends a sentence unless a small letter or a digit follows,
 * or a single letter or a title stands before it.
 * @returns in order; none for a text without a letter or digit
 * @example sentencesIn('Hello! It is no. 5. Why?').map(({ text }) => text) // ['Hello!', 'It is no. 5.', 'Why?']
 */
export function sentencesIn(text: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(end)) {
    const after = index + mark.length;
    if (/^\.["'’”»)\]]*$/.test(mark) && stopsNothing(text, index, after)) continue;
    addSentence(found, text, from, after);
    from = after;
  }
  addSentence(found, text, from, text.length);
  return found;
}

function stopsNothing(text: string, index: number, after: number): boolean {
  if (after >= text.length) return false;
  const follows = text.slice(after, after + 8);
  if (/^[^\S\n]*\n/.test(follows)) return false;
  return goesOn.test(follows) || shortened.test(text.slice(Math.max(0, index - 4), index + 1));
}

function addSentence(found: Sentence[], text: string, from: number, to: number): void {
  const part = text.slice(from, to);
  const trimmed = part.trim();
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return;
  found.push({ text: trimmed, start: from + part.indexOf(trimmed) });
}

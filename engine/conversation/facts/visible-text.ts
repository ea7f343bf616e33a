import type { LeftOut } from '../../sentiment/model/text-score.ts';

const visible = /[^\p{C}\p{Z}\s]/u;

/** True where nothing is to be seen: empty, spaces, line breaks, zero-width characters. @example isBlank(' \u200b') // true */
export function isBlank(text: string): boolean {
  return !visible.test(text);
}

/**
 * The part of a text that the customer wrote now: without quoted history, signature and markup.
 * @param text as given
 * @param leftOut what the text model did not read
 * @returns the text with those parts as spaces, so that offsets stay
 * @example ownWords('No.\n> Did it help?', [{ what: 'quoted', start: 4, end: 18 }]).trimEnd() // 'No.'
 */
export function ownWords(text: string, leftOut: readonly LeftOut[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [...leftOut].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    parts.push(text.slice(from, Math.max(from, start)), ' '.repeat(end - Math.max(from, start)));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

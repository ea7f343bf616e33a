/**
 * A text as words with single spaces between and around: small letters, apostrophes and marks as spaces, so that a cue is found as words in order.
 * @example plainWords("I'd like, please!") // ' i d like please '
 */
export function plainWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** Cues in the form in which they are looked for. @example cueWords(["I'd like"]) // [' i d like '] */
export function cueWords(cues: readonly string[]): string[] {
  return cues.map(plainWords);
}

/** True where one of the cues stands in the words. */
export function hasCue(words: string, cues: readonly string[]): boolean {
  return cues.some((cue) => words.includes(cue));
}

import { editDistance } from './edit-distance.ts';
import { jaroWinkler } from './jaro-winkler.ts';

/** How a single wrong letter counts in a short word, where Jaro–Winkler says too little. */
const oneEditSimilarity = 0.93;
/** Words shorter than this with a letter changed are other words: `ann`, `ian`. chosen: 4, because among given names of three letters one in eight pairs is one edit apart. */
const shortestWithEdit = 4;

/** A text as spellings are compared: without spaces and punctuation, since `van dijk` and `vandijk` are one name. */
export interface PreparedText {
  /** As normalized. */
  whole: string;
  /** Letters and digits alone. */
  letters: string;
  /** Words in the order of the text. */
  words: readonly string[];
}

/**
 * Takes a normalized text apart for comparing.
 * @param value normalized, not empty
 * @returns null where no letter or digit is in it
 * @example prepareText('van dijk') // { whole: 'van dijk', letters: 'vandijk', words: ['van', 'dijk'] }
 */
export function prepareText(value: string): PreparedText | null {
  const words = value.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const letters = words.join('');
  return letters === '' ? null : { whole: value, letters, words };
}

/**
 * How alike two spellings are.
 * @returns 0 to 1: Jaro–Winkler; at least .93 where one edit makes the one the other (both of four letters or more)
 * @example spellingSimilarity('allen', 'allan') // 0.93
 */
export function spellingSimilarity(left: string, right: string): number {
  if (left === right) return 1;
  const similarity = jaroWinkler(left, right);
  if (similarity >= oneEditSimilarity) return similarity;
  const shortest = Math.min(left.length, right.length);
  if (shortest < shortestWithEdit || editDistance(left, right, 1) > 1) return similarity;
  return oneEditSimilarity;
}

/**
 * Whether all words of the shorter text are in the longer one: `anna` in `anna maria`.
 * @returns false for equal texts and for texts without words
 */
export function isPartOf(left: PreparedText, right: PreparedText): boolean {
  if (left.words.length === right.words.length) return false;
  const [few, many] = left.words.length < right.words.length ? [left, right] : [right, left];
  return few.words.every((word) => word.length > 1 && many.words.includes(word));
}

/** Whether one is a single letter that the other begins with. */
export function isInitialOf(left: string, right: string): boolean {
  if (left.length !== 1 && right.length !== 1) return false;
  return left.charCodeAt(0) === right.charCodeAt(0) && left.length !== right.length;
}

/** Whether two names may be nicknames of one: by the numbers of the groups that they are in. */
export function sharesNickname(left: readonly number[], right: readonly number[]): boolean {
  return left.some((group) => right.includes(group));
}

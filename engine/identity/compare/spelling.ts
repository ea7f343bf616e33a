import { isOneEdit } from './edit-distance.ts';
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
  /** Which letters and digits it has, one bit each (several share a bit). */
  signs: number;
}

/**
 * Takes a normalized text apart for comparing.
 * @param value normalized, not empty
 * @returns null where no letter or digit is in it
 * @example prepareText('van dijk') ?.letters // 'vandijk'
 */
export function prepareText(value: string): PreparedText | null {
  const words = value.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const letters = words.join('');
  return letters === '' ? null : { whole: value, letters, words, signs: signsOf(letters) };
}

/** One bit per sign; what is beyond a to z and 0 to 9 shares bits. */
export function signsOf(letters: string): number {
  let signs = 0;
  for (let at = 0; at < letters.length; at++) signs |= 1 << (letters.charCodeAt(at) & 31);
  return signs;
}

/**
 * How alike two spellings are.
 * @param least what is asked for: below it, 0 may come instead of the similarity
 * @returns 0 to 1: Jaro–Winkler; at least .93 where one edit makes the one the other (both of four letters or more)
 * @example spellingSimilarity(prepareText('allen'), prepareText('allan'), 0.9) // 0.93
 */
export function spellingSimilarity(left: PreparedText, right: PreparedText, least: number): number {
  if (left.letters === right.letters) return 1;
  if (mostSimilarity(left, right) < least) return 0;
  const similarity = jaroWinkler(left.letters, right.letters);
  if (similarity >= oneEditSimilarity) return similarity;
  const shortest = Math.min(left.letters.length, right.letters.length);
  return shortest >= shortestWithEdit && isOneEdit(left.letters, right.letters) ? oneEditSimilarity : similarity;
}

/** What the similarity cannot exceed, by lengths and by signs that only one of the two has: most pairs need no closer look. */
function mostSimilarity(left: PreparedText, right: PreparedText): number {
  const [short, long] = left.letters.length < right.letters.length ? [left, right] : [right, left];
  const most = short.letters.length - bitCount(short.signs & ~long.signs);
  const jaro = (most / short.letters.length + most / long.letters.length + 1) / 3;
  const boosted = jaro + 0.4 * (1 - jaro);
  return most >= short.letters.length - 1 ? Math.max(oneEditSimilarity, boosted) : boosted;
}

function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Whether all words of the shorter text are in the longer one: `anna` in `anna maria`.
 * @returns false for equal texts and for texts without words
 */
export function isPartOf(left: PreparedText, right: PreparedText): boolean {
  if (left.words.length === right.words.length) return false;
  if ((left.signs & ~right.signs) !== 0 && (right.signs & ~left.signs) !== 0) return false;
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

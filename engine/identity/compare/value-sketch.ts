import type { ComparatorId } from '../model/identity-model.ts';
import { leastUnshared, letterCounts } from './letter-counts.ts';

/**
 * A few bits of a value, by which most pairs are seen to have nothing in common, without looking at the values.
 * @param comparator whose prepared value it is
 * @param position of the feature
 * @returns numbers of 32 bits, as many for all values of a comparator and position; none where there is no such short way
 */
export function sketchOf(comparator: ComparatorId, position: number, prepared: unknown): readonly number[] {
  switch (comparator) {
    case 'person-name':
    case 'text': {
      const { letters, nicknameGroups } = prepared as { letters: string; nicknameGroups: readonly number[] };
      return position === 0 ? [spellingSketch(letters), groupSketch(nicknameGroups)] : [spellingSketch(letters)];
    }
    case 'place':
      return [spellingSketch((prepared as { letters: string }).letters)];
    case 'street':
      return position === 0 ? [] : countedSketch((prepared as { letters: string }).letters);
    case 'email':
      return emailSketch(prepared as { text: { letters: string }; local: { letters: string } });
    case 'exact':
      return [spellingSketch(prepared as string)];
    case 'birth-date':
      return [digitSketch((prepared as { digits: string }).digits)];
    case 'phone':
      return [phoneSketch(prepared as { digits: string; end: string })];
    case 'company':
    case 'company-email':
    case 'postcode':
      return [];
  }
}

/** How many numbers the sketches of a comparator have, all features together. */
export const sketchWords: Readonly<Record<ComparatorId, number>> = {
  'person-name': 3,
  text: 2,
  company: 0,
  'company-email': 0,
  'birth-date': 1,
  email: 4,
  phone: 1,
  street: 2,
  place: 2,
  postcode: 0,
  exact: 1,
};

/**
 * What sketches say of two values: nothing; that they are far from one another in all, which a comparator calls `differs`; that
 * of two features only the first, or only the second, may be near.
 */
export const apart = { unknown: 0, far: 1, onlyFirstNear: 2, onlySecondNear: 3 } as const;

/** The levels that a comparator can find where only one of two features may be near; all others follow from `differs`. */
export const levelsApart: Readonly<Partial<Record<ComparatorId, readonly [first: string, second: string]>>> = {
  'person-name': ['given-equal', 'family-equal'],
  place: ['postcode-equal', 'city-equal'],
  // First is the local part, second the address as a whole.
  email: ['differs', 'similar'],
};

/**
 * What sketches say of two values.
 * @param rows numbers, those of the one value from `left`, of the other from `right`
 * @param least the similarity from which on the comparator takes texts for near
 * @param leastOfFirst the same of the first of two, where it is another
 * @returns one of `apart`
 */
export function howFar(
  comparator: ComparatorId,
  rows: Int32Array,
  left: number,
  right: number,
  least: number,
  leastOfFirst = least,
): number {
  const one = rows[left] as number;
  const other = rows[right] as number;
  switch (comparator) {
    case 'person-name': {
      const isNickname = ((rows[left + 1] as number) & (rows[right + 1] as number)) !== 0;
      const [family, otherFamily] = [rows[left + 2] as number, rows[right + 2] as number];
      const isCrossedFar = isFarSpelling(one, otherFamily, least) || isFarSpelling(family, other, least);
      if (!isCrossedFar) return apart.unknown;
      return bothFar(!isNickname && isFarSpelling(one, other, least), isFarSpelling(family, otherFamily, least));
    }
    case 'text': {
      const isNickname = ((rows[left + 1] as number) & (rows[right + 1] as number)) !== 0;
      return !isNickname && isFarSpelling(one, other, least) ? apart.far : apart.unknown;
    }
    case 'place': {
      const [city, otherCity] = [rows[left + 1] as number, rows[right + 1] as number];
      return bothFar(isFarSpelling(one, other, least), isFarSpelling(city, otherCity, least));
    }
    case 'email':
      if (!isFarCounted(rows, left, right, leastOfFirst)) return apart.unknown;
      return bothFar(true, isFarCounted(rows, left + 2, right + 2, least));
    case 'street':
      return isFarCounted(rows, left, right, least) ? apart.far : apart.unknown;
    case 'exact':
      return isFarSpelling(one, other, least) ? apart.far : apart.unknown;
    case 'birth-date':
      return isFarDate(one, other) ? apart.far : apart.unknown;
    case 'phone':
      return isFarPhone(one, other) ? apart.far : apart.unknown;
    case 'company':
    case 'company-email':
    case 'postcode':
      return apart.unknown;
  }
}

function bothFar(isFirstFar: boolean, isSecondFar: boolean): number {
  if (isFirstFar) return isSecondFar ? apart.far : apart.onlySecondNear;
  return isSecondFar ? apart.onlyFirstNear : apart.unknown;
}

const letterBits = 26;
const letterMask = 2 ** letterBits - 1;
const longest = 63;

/** Which letters a text has (26 bits, by remainder of their codes) and how many (6 bits). */
function spellingSketch(text: string): number {
  let sketch = Math.min(text.length, longest) << letterBits;
  for (let at = 0; at < text.length; at++) sketch |= 1 << (text.charCodeAt(at) % letterBits);
  return sketch;
}

/** The same, and how often letters occur; where they are too many to be counted, the length says nothing either. */
function countedSketch(text: string): number[] {
  const counts = letterCounts(text);
  return counts === null ? [spellingSketch(text) | (longest << letterBits), 0] : [spellingSketch(text), counts];
}

/** Of the local part and of the address as a whole. */
function emailSketch({ text, local }: { text: { letters: string }; local: { letters: string } }): number[] {
  return [...countedSketch(local.letters), ...countedSketch(text.letters)];
}

/** Numbers of groups, each as a bit: two values without a bit in common are in no group together. */
function groupSketch(groups: readonly number[]): number {
  return groups.reduce((sketch, group) => sketch | (1 << (Math.imul(group, 0x9e3779b1) >>> 27)), 0);
}

/** Up to eight digits, four bits each, the last one lowest. */
function digitSketch(digits: string): number {
  let sketch = 0;
  for (let at = 0; at < digits.length; at++) sketch = (sketch << 4) | (digits.charCodeAt(at) & 15);
  return sketch;
}

/** How long the text of a sketch is. */
function lengthOf(sketch: number): number {
  return sketch >>> letterBits;
}

/** Whether two texts are neither similar, nor one edit apart, nor the one a part of the other, by the letters that they have. */
function isFarSpelling(left: number, right: number, least: number): boolean {
  const onlyLeft = bitCount(left & ~right & letterMask);
  const onlyRight = bitCount(right & ~left & letterMask);
  return isFar(onlyLeft, onlyRight, lengthOf(left), lengthOf(right), least);
}

/** The same by how often letters occur, too. */
function isFarCounted(rows: Int32Array, left: number, right: number, least: number): boolean {
  const one = rows[left] as number;
  const other = rows[right] as number;
  if (isFarSpelling(one, other, least)) return true;
  const onlyLeft = leastUnshared(rows[left + 1] as number, rows[right + 1] as number);
  return isFar(onlyLeft, lengthOf(other) - lengthOf(one) + onlyLeft, lengthOf(one), lengthOf(other), least);
}

/**
 * @param onlyLeft, onlyRight signs, at least, that the other text does not have
 * @param least the similarity from which on texts are similar
 * @source Jaro–Winkler of texts with `m` characters in common is at most j + .4 (1 - j), j = (m / length + m / other length + 1) / 3
 */
function isFar(onlyLeft: number, onlyRight: number, leftLength: number, rightLength: number, least: number): boolean {
  if (onlyLeft <= 0 || onlyRight <= 0) return false;
  if (leftLength === longest || rightLength === longest) return false;
  if (onlyLeft === 1 && onlyRight === 1 && Math.abs(leftLength - rightLength) <= 1) return false;
  const common = Math.min(leftLength - onlyLeft, rightLength - onlyRight);
  if (common <= 0) return least > 0;
  const jaro = (common / leftLength + common / rightLength + 1) / 3;
  return jaro + 0.4 * (1 - jaro) < least - 1e-9;
}

/** Whether two dates (eight digits) are years, but not a decade, apart, and neither in their year nor in all but two digits alike. */
function isFarDate(left: number, right: number): boolean {
  const difference = left ^ right;
  if ((difference & 0xffff) === 0) return false;
  const years = Math.abs(yearOf(left) - yearOf(right));
  // Calendar years: one more than whole years where a turn of the year lies between, one more or less for decades.
  if (years <= 2 || (years >= 8 && years <= 12)) return false;
  // Two neighbours that were exchanged count once.
  const exchanged = ~nonZeroDigits(left ^ (right >>> 4)) & ~nonZeroDigits((left >>> 4) ^ right) & 0x01111111;
  const wrong = nonZeroDigits(difference);
  return bitCount(wrong) - bitCount(wrong & exchanged) > 2;
}

function yearOf(date: number): number {
  return (date >>> 28) * 1000 + ((date >>> 24) & 15) * 100 + ((date >>> 20) & 15) * 10 + ((date >>> 16) & 15);
}

const longestPhone = 15;

/** The last seven digits, and how many there are: 15 stands for more, too. */
function phoneSketch({ digits, end }: { digits: string; end: string }): number {
  return digitSketch(end) | (Math.min(digits.length, longestPhone) << 28);
}

/** Whether two numbers end otherwise, and cannot be one digit or one exchange apart. */
function isFarPhone(left: number, right: number): boolean {
  const difference = left ^ right;
  const [leftLength, rightLength] = [left >>> 28, right >>> 28];
  if ((difference & 0x0fffffff) === 0 || Math.max(leftLength, rightLength) === longestPhone) return false;
  if (leftLength !== rightLength) return Math.abs(leftLength - rightLength) > 1;
  return bitCount(nonZeroDigits(difference & 0x0fffffff)) > 2;
}

/** Of each digit that is not 0 the lowest bit. */
function nonZeroDigits(digits: number): number {
  return (digits | (digits >>> 1) | (digits >>> 2) | (digits >>> 3)) & 0x11111111;
}

/** @source H. S. Warren, Hacker's Delight, 2nd edition, figure 5-2 */
function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

import type { ComparatorId } from '../model/identity-model.ts';

/**
 * A few bits of a value that show, without looking at it, that two values have nothing in common. Of most pairs nothing else needs
 * to be looked at. How many numbers of 32 bits a sketch has depends on the comparator.
 */
export type SketchKind = 'none' | 'spelling' | 'nicknames' | 'name' | 'second' | 'both' | 'date' | 'phone';

/** What `far` means for each comparator is what it calls `differs`; for dates, that at most two digits agree by chance. */
export const sketchKinds: Readonly<Record<ComparatorId, SketchKind>> = {
  'person-name': 'name',
  text: 'nicknames',
  company: 'none',
  'birth-date': 'date',
  email: 'spelling',
  phone: 'phone',
  street: 'second',
  place: 'both',
  postcode: 'none',
  exact: 'spelling',
};

export const sketchWords: Readonly<Record<SketchKind, number>> = {
  none: 0,
  spelling: 1,
  nicknames: 2,
  name: 3,
  second: 1,
  both: 2,
  date: 1,
  phone: 1,
};

const letterBits = 26;
const letterMask = 2 ** letterBits - 1;
const longest = 63;

/** Which letters a text has (26 bits, by remainder of their codes) and how many (6 bits). */
export function spellingSketch(text: string): number {
  let sketch = Math.min(text.length, longest) << letterBits;
  for (let at = 0; at < text.length; at++) sketch |= 1 << (text.charCodeAt(at) % letterBits);
  return sketch;
}

/** Names of groups, each as a bit: two values without a bit in common are in no group together. */
export function groupSketch(groups: readonly string[]): number {
  let sketch = 0;
  for (const group of groups) {
    let hash = 0;
    for (let at = 0; at < group.length; at++) hash = Math.imul(hash ^ group.charCodeAt(at), 0x01000193);
    sketch |= 1 << ((hash ^ (hash >>> 15)) & 31);
  }
  return sketch;
}

/** Up to eight digits, four bits each, the last one lowest. */
export function digitSketch(digits: string): number {
  let sketch = 0;
  for (let at = 0; at < digits.length; at++) sketch = (sketch << 4) | (digits.charCodeAt(at) & 15);
  return sketch;
}

/**
 * Whether two texts are neither similar, nor one edit apart, nor the one a part of the other.
 * @param least the similarity from which on texts are similar
 * @source Jaro–Winkler of texts with `m` characters in common is at most j + .4 (1 - j), j = (m / length + m / other length + 1) / 3
 */
export function isFarSpelling(left: number, right: number, least: number): boolean {
  const onlyLeft = bitCount(left & ~right & letterMask);
  const onlyRight = bitCount(right & ~left & letterMask);
  if (onlyLeft === 0 || onlyRight === 0) return false;
  const [leftLength, rightLength] = [left >>> letterBits, right >>> letterBits];
  if (leftLength === longest || rightLength === longest) return false;
  if (onlyLeft === 1 && onlyRight === 1 && Math.abs(leftLength - rightLength) <= 1) return false;
  const common = Math.min(leftLength - onlyLeft, rightLength - onlyRight);
  if (common <= 0) return least > 0;
  const jaro = (common / leftLength + common / rightLength + 1) / 3;
  return jaro + 0.4 * (1 - jaro) < least - 1e-9;
}

/** Whether two dates (eight digits) are of other years, and neither one digit nor one exchange nor one part apart. */
export function isFarDate(left: number, right: number): boolean {
  const difference = left ^ right;
  const [year, month, day] = [difference >>> 16, (difference >>> 8) & 0xff, difference & 0xff];
  if (year === 0 || (month === 0 && day === 0)) return false;
  return differentDigits(difference) > 2;
}

/** Whether two numbers (the last seven digits, four bits for the length) cannot be one digit or one exchange apart. */
export function isFarPhone(left: number, right: number): boolean {
  const difference = left ^ right;
  const lengths = Math.abs((left >>> 28) - (right >>> 28));
  if ((difference & 0x0fffffff) === 0 || lengths === 1 || lengths === 15) return false;
  return lengths > 1 || differentDigits(difference) > 2;
}

function differentDigits(difference: number): number {
  return bitCount((difference | (difference >>> 1) | (difference >>> 2) | (difference >>> 3)) & 0x11111111);
}

/** @source H. S. Warren, Hacker's Delight, 2nd edition, figure 5-2 */
function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

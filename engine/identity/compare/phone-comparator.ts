import type { Comparator } from './comparator.ts';
import { isOneEdit } from './edit-distance.ts';

const levels = [
  { id: 'equal' },
  { id: 'same-end', otherwise: 'one-digit' },
  // Before `one-digit`, which it takes pairs from, in models that have it.
  { id: 'extension' },
  { id: 'one-digit' },
  { id: 'differs' },
] as const;
const [equal, sameEnd, extension, oneDigit, differs] = [0, 1, 2, 3, 4] as const;
/** Digits that tell a line apart where country or area code is missing. chosen: 7, the length of local numbers in the North American plan */
const endDigits = 7;
/** Digits by which a company's extensions differ. chosen: 2; numbers of 100 lines are the smallest block that companies are given */
const extensionDigits = 2;
/** Digits of a number that such a block belongs to. chosen: 8, country and area code with it */
const leastDigits = 8;

interface PreparedPhone {
  digits: string;
  end: string;
}

/**
 * Phone numbers. Levels: `equal`; `same-end` (the last seven digits: country or area code was left out or is wrong); `extension`
 * (all but the last two digits, of a switchboard); `one-digit` (wrong, missing, or two neighbours exchanged); `differs`.
 */
export const phoneComparator: Comparator<PreparedPhone> = {
  id: 'phone',
  features: 1,
  levels,
  prepare(value) {
    const digits = value.replace(/\D/g, '');
    return digits === '' ? null : { digits, end: digits.slice(-endDigits) };
  },
  compare(left, right, _leftSecond, _rightSecond, atLeast) {
    if (left.digits === right.digits) return equal;
    if (left.end === right.end && left.end.length === endDigits) return sameEnd;
    if (atLeast[extension] !== Infinity && isExtension(left.digits, right.digits)) return extension;
    return isOneEdit(left.digits, right.digits) ? oneDigit : differs;
  },
};

function isExtension(left: string, right: string): boolean {
  if (left.length !== right.length || left.length < leastDigits) return false;
  return left.slice(0, -extensionDigits) === right.slice(0, -extensionDigits);
}

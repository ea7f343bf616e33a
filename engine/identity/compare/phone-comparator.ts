import type { Comparator } from './comparator.ts';
import { isOneEdit } from './edit-distance.ts';

const levels = [
  { id: 'equal' },
  { id: 'same-end', otherwise: 'one-digit' },
  { id: 'one-digit' },
  { id: 'differs' },
] as const;
const [equal, sameEnd, oneDigit, differs] = [0, 1, 2, 3] as const;
/** Digits that tell a line apart where country or area code is missing. chosen: 7, the length of local numbers in the North American plan */
const endDigits = 7;

interface PreparedPhone {
  digits: string;
  end: string;
}

/** Phone numbers. Levels: `equal`; `same-end` (the last seven digits: country or area code was left out or is wrong); `one-digit` (wrong, missing, or two neighbours exchanged); `differs`. */
export const phoneComparator: Comparator<PreparedPhone> = {
  id: 'phone',
  features: 1,
  levels,
  prepare(value) {
    const digits = value.replace(/\D/g, '');
    return digits === '' ? null : { digits, end: digits.slice(-endDigits) };
  },
  compare(left, right) {
    if (left.digits === right.digits) return equal;
    if (left.end === right.end && left.end.length === endDigits) return sameEnd;
    return isOneEdit(left.digits, right.digits) ? oneDigit : differs;
  },
};

import type { Comparator } from './comparator.ts';
import { editDistance } from './edit-distance.ts';

const levels = [
  { id: 'equal' },
  { id: 'swapped', otherwise: 'one-part' },
  { id: 'one-digit', otherwise: 'one-part' },
  { id: 'one-part' },
  { id: 'two-digits' },
  { id: 'same-year' },
  { id: 'differs' },
] as const;
const [equal, swapped, oneDigit, onePart, twoDigits, sameYear, differs] = [0, 1, 2, 3, 4, 5, 6] as const;

interface PreparedDate {
  digits: string;
  year: string;
  month: string;
  day: string;
}

/**
 * Days of birth as YYYY-MM-DD. Levels: `equal`; `swapped` (day and month exchanged); `one-digit` (one digit wrong, or two
 * neighbours exchanged); `one-part` (one of year, month and day differs); `two-digits`; `same-year`; `differs`.
 */
export const birthDateComparator: Comparator<PreparedDate> = {
  id: 'birth-date',
  features: 1,
  levels,
  prepare(value) {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
    if (year === undefined || month === undefined || day === undefined) return null;
    return { digits: year + month + day, year, month, day };
  },
  compare(left, right) {
    if (left.digits === right.digits) return equal;
    const year = left.year === right.year;
    if (year && left.month === right.day && left.day === right.month) return swapped;
    const distance = editDistance(left.digits, right.digits, 2);
    if (distance === 1) return oneDigit;
    const equalParts = Number(year) + Number(left.month === right.month) + Number(left.day === right.day);
    if (equalParts === 2) return onePart;
    if (distance === 2) return twoDigits;
    return year ? sameYear : differs;
  },
};

import type { Comparator } from './comparator.ts';

const levels = [
  { id: 'equal' },
  { id: 'swapped', otherwise: 'one-part' },
  { id: 'one-digit', otherwise: 'one-part' },
  { id: 'near' },
  { id: 'one-part' },
  { id: 'decade' },
  { id: 'two-digits' },
  { id: 'same-year' },
  { id: 'differs' },
] as const;
const [equal, swapped, oneDigit, near, onePart, decade, twoDigits, sameYear, differs] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
] as const;

/** Days of the year apart, at most, for dates that are near; for those a decade apart. chosen: one month, and one month wrong with a day besides */
const nearDays = 31;
const decadeDays = 62;
const daysOfYear = 365;
/** Mean length of a month. */
const daysOfMonth = 30.4;

interface PreparedDate {
  digits: string;
  year: number;
  month: number;
  day: number;
  /** Day of the year, nearly: dates that no calendar has, such as 31 February, have one, too. */
  dayOfYear: number;
}

/**
 * Days of birth as YYYY-MM-DD. Levels: `equal`; `swapped` (day and month exchanged); `one-digit` (one digit wrong, or two
 * neighbours exchanged); `near` (at most a month apart in the year, and years at most one); `one-part` (one of year, month and day
 * differs); `decade` (nine to eleven years apart, at most two months in the year: the tens of the year were wrong, among others);
 * `two-digits`; `same-year`; `differs`.
 */
export const birthDateComparator: Comparator<PreparedDate> = {
  id: 'birth-date',
  features: 1,
  levels,
  prepare(value) {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (found === null) return null;
    const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
    return { digits: value.replaceAll('-', ''), year, month, day, dayOfYear: (month - 1) * daysOfMonth + day };
  },
  compare(left, right) {
    if (left.digits === right.digits) return equal;
    const isYear = left.year === right.year;
    if (isYear && left.month === right.day && left.day === right.month) return swapped;
    const wrong = wrongDigits(left.digits, right.digits);
    if (wrong === 1) return oneDigit;
    // Whole years between the two, and the days that are left: December and January are neighbours.
    const apart = Math.abs((left.year - right.year) * daysOfYear + left.dayOfYear - right.dayOfYear);
    const years = Math.round(apart / daysOfYear);
    const days = Math.abs(apart - years * daysOfYear);
    if (years <= 1 && days <= nearDays) return near;
    const equalParts = Number(isYear) + Number(left.month === right.month) + Number(left.day === right.day);
    if (equalParts === 2) return onePart;
    if (years >= 9 && years <= 11 && days <= decadeDays) return decade;
    if (wrong === 2) return twoDigits;
    return isYear ? sameYear : differs;
  },
};

/** Digits that differ; two neighbours that were exchanged count once. */
function wrongDigits(left: string, right: string): number {
  let wrong = 0;
  for (let at = 0; at < left.length; at++) {
    if (left.charCodeAt(at) === right.charCodeAt(at)) continue;
    wrong++;
    const isExchange =
      left.charCodeAt(at) === right.charCodeAt(at + 1) && left.charCodeAt(at + 1) === right.charCodeAt(at);
    if (isExchange) at++;
  }
  return wrong;
}

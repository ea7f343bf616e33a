import { monthOf } from './month-names.ts';
import { latinLetters } from './latin-letters.ts';
import type { FieldReading } from './normalized-field.ts';

/** Countries that write the month first. */
const monthFirst: ReadonlySet<string> = new Set(['US', 'PH', 'FM', 'PW', 'MH', 'GU', 'AS', 'PR', 'VI', 'BZ']);
/** Two-digit years up to this are of this century. chosen: few customers are under six or over a hundred years old. */
const thisCenturyUpTo = 20;
/** Dates that systems fill in. 1970-01-01 and 2000-01-01 are plausible birthdays, so they stay. */
const placeholderDates: ReadonlySet<string> = new Set([
  '1900-01-01', '1800-01-01', '1899-12-30', '1899-12-31', '0001-01-01', '1111-11-11', '9999-12-31', '9999-09-09', '1753-01-01', '1234-12-12',
]); // prettier-ignore

/**
 * A birth date as `yyyy-mm-dd`, always eight digits. Digits that are no day of the calendar (a month 13 that was mistyped)
 * stay, since a date that differs in one digit is evidence; comparing decides.
 * @param region US and the like: 03/04/1980 is 4 March; elsewhere 3 April
 * @example readBirthDate('24. Juni 1971', []) // { values: { birth_date: '1971-06-24' } }
 * @example readBirthDate('19081309', []) // { values: { birth_date: '1908-13-09' } }
 */
export function readBirthDate(text: string, steps: string[], region?: string): FieldReading {
  if (isoDate.test(text)) return dated(text);
  const clean = latinLetters(text)
    .replace(timeOfDay, '')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so)[a-z]*[.,]+ /, '');
  const digits = compactDate(clean, region, steps) ?? separatedDate(clean, region, steps) ?? namedMonthDate(clean);
  if (digits === null) return { values: {}, problem: /^[0\W]*$/.test(clean) ? 'placeholder' : 'unreadable' };
  if (digits !== text) steps.push('date written as year, month, day');
  return dated(digits);
}
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const timeOfDay = /[t ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)? ?(?:[ap]m)? ?(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$/;

function dated(date: string): FieldReading {
  if (placeholderDates.has(date) || date.startsWith('0000') || date.endsWith('00-00')) {
    return { values: {}, problem: 'placeholder' };
  }
  return { values: { birth_date: date } };
}

/** `19081209`, or `09121908` where only that is a date; days since 1900 as spreadsheets count them. */
function compactDate(text: string, region: string | undefined, steps: string[]): string | null {
  if (/^\d{5}(?:\.0+)?$/.test(text)) return spreadsheetDay(Number(text), steps);
  if (!/^\d{8}$/.test(text)) return null;
  const yearFirst = written(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  if (isPlausible(yearFirst)) return yearFirst;
  const [first, second, year] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)];
  const yearLast = dayAndMonth(first, second, year, region, []);
  return isPlausible(yearLast) ? yearLast : yearFirst;
}

function spreadsheetDay(days: number, steps: string[]): string | null {
  // Years 1910 to 2050.
  if (days < 3654 || days > 54_789) return null;
  steps.push('number read as the days that a spreadsheet counts from 1900');
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

function separatedDate(text: string, region: string | undefined, steps: string[]): string | null {
  const match = /^(\d{1,4})( ?[-./ ] ?)(\d{1,2})( ?[-./ ] ?)(\d{1,4})\.?$/.exec(text);
  if (match === null) return null;
  const [, first = '', mark = '', second = '', , third = ''] = match;
  if (first.length === 4 && third.length <= 2) return written(first, second, third);
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) return null;
  // A dot is the mark of countries that write the day first.
  return dayAndMonth(first, second, fullYear(third, steps), mark.trim() === '.' ? undefined : region, steps);
}

function dayAndMonth(first: string, second: string, year: string, region: string | undefined, steps: string[]): string {
  const [one, two] = [Number(first), Number(second)];
  const certain = one > 12 ? 'day' : two > 12 ? 'month' : null;
  if (certain === null && one !== two) steps.push('day and month could be either way: read as the country writes them');
  const isMonthFirst = certain === null ? region !== undefined && monthFirst.has(region) : certain === 'month';
  return isMonthFirst ? written(year, first, second) : written(year, second, first);
}

/** `24 June 1971`, `June 24, 1971`, `24. Juni 71`, `1er mars 1980`, `24 de junio de 1971`, `1971 Jun 24`. */
function namedMonthDate(text: string): string | null {
  const parts = text.match(/\d+|[a-z]+/g);
  if (parts === null || parts.length > 8) return null;
  const month = parts.map((part) => monthOf(part)).find((found) => found !== null);
  const numbers = parts.filter((part) => /^\d/.test(part));
  const [first = '', second = ''] = numbers;
  if (month === undefined || numbers.length !== 2) return null;
  if (first.length === 4 && second.length <= 2) return written(first, month, second);
  if (first.length > 2 || (second.length !== 4 && second.length !== 2)) return null;
  return written(fullYear(second, []), month, first);
}

function fullYear(year: string, steps: string[]): string {
  if (year.length !== 2) return year;
  steps.push('year of two digits completed');
  return `${Number(year) <= thisCenturyUpTo ? '20' : '19'}${year}`;
}

function written(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function isPlausible(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return year >= 1850 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

import { civilFromDays, daysFromCivil, daysInMonth } from './civil-day.ts';

/** Types whose values are ISO 8601 texts. */
export const temporalTypes = ['date', 'time', 'date-time', 'day-time-duration', 'year-month-duration'] as const;
export type TemporalType = (typeof temporalTypes)[number];

/** Whether a time says how far it is from UTC (`Z`, `+02:00`), or is meant locally. The two cannot be compared. */
export type OffsetKind = 'offset' | 'local';

/** Where a temporal text lies on the number line. */
export interface TemporalReading {
  /** Days, seconds or months, as `ordinalOf` gives them. */
  ordinal: number;
  /** Minutes ahead of UTC of a time; null where it says none, and for types that have no offset. */
  minutesAhead: number | null;
}

/** Longer texts are no temporal values. chosen: 64, more than any of them takes with 20 digits of fraction. */
const maxLength = 64;
const maxYear = 999_999_999;
const maxOffsetMinutes = 14 * 60;
const secondsOfDay = 86_400;

const longDatePattern = /^(-?)(\d{4,9})-(\d\d)-(\d\d)$/;
const restPattern = /^(?:\.(\d+))?(?:(Z)|([+-])(\d\d):(\d\d))?$/;
const dayTimePattern = /^(-?)P(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;
const yearMonthPattern = /^(-?)P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/;

/**
 * Reads a date, time or duration as XML Schema writes it, which is how FEEL does.
 *
 * Years have four digits, or more up to nine without leading zeros, and may be negative. A day has to exist; 24:00 and
 * leap seconds do not. An offset is `Z` or `±hh:mm` up to 14 hours. Fractions count to the microsecond, further digits
 * are ignored. A duration has days and time, or years and months, never both.
 * @returns the reading; null for a text that is no value of the type, or beyond what a number holds exactly
 * @example readTemporal('2026-11-22', 'date') // { ordinal: 20779, minutesAhead: null }
 * @source XML Schema 1.1 part 2, 3.3.6 to 3.3.9 and 3.4.26 to 3.4.27; DMN 1.5, 10.3.2.3.4 to 10.3.2.3.8
 */
export function readTemporal(text: string, type: TemporalType): TemporalReading | null {
  if (text.length > maxLength) return null;
  switch (type) {
    case 'date':
      return withoutOffset(readDays(text));
    case 'time':
      return readClock(text, 0);
    case 'date-time': {
      const at = text.indexOf('T');
      const days = at === -1 ? null : readDays(text.slice(0, at));
      return days === null ? null : readClock(text.slice(at + 1), days);
    }
    case 'day-time-duration':
      return withoutOffset(readDayTime(text));
    case 'year-month-duration':
      return withoutOffset(readYearMonth(text));
  }
}

function withoutOffset(ordinal: number | null): TemporalReading | null {
  return ordinal === null ? null : { ordinal, minutesAhead: null };
}

function readDays(text: string): number | null {
  let year = text.length === 10 && text.charAt(4) === '-' && text.charAt(7) === '-' ? digitsAt(text, 0, 4) : -1;
  if (year < 0) {
    const found = longDatePattern.exec(text);
    if (found === null) return null;
    const digits = found[2] as string;
    if (digits.length > 4 && digits.startsWith('0')) return null;
    year = found[1] === '-' ? 0 - Number(digits) : Number(digits);
  }
  const month = digitsAt(text, text.length - 5, 2);
  const day = digitsAt(text, text.length - 2, 2);
  return month < 1 || day < 1 || day > daysInMonth(year, month) ? null : daysFromCivil({ year, month, day });
}

/** The number that these digits make; -1 where one of them is no digit. Texts of facts are read by the million. */
function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Writes days since 1970-01-01 as a date; null beyond the years that FEEL knows. */
export function writeDay(days: number): string | null {
  if (!Number.isSafeInteger(days)) return null;
  return Math.abs(civilFromDays(days).year) > maxYear ? null : writeDays(days);
}

function writeDays(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A time of day, so many days after 1970-01-01. Whole seconds are added up before the fraction, which keeps it exact. */
function readClock(text: string, days: number): TemporalReading | null {
  const hours = digitsAt(text, 0, 2);
  const minutes = digitsAt(text, 3, 2);
  const seconds = digitsAt(text, 6, 2);
  if (text.charAt(2) !== ':' || text.charAt(5) !== ':') return null;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return null;
  const rest = restOfClock(text);
  if (rest === null) return null;
  const clock = hours * 3600 + (minutes - (rest.minutesAhead ?? 0)) * 60 + seconds;
  const whole = days * secondsOfDay + clock;
  if (!Number.isSafeInteger(whole)) return null;
  return { ordinal: addMicroseconds(whole, rest.micros), minutesAhead: rest.minutesAhead };
}

/** Fraction and offset, which follow the eight characters of the clock. */
function restOfClock(text: string): { micros: number; minutesAhead: number | null } | null {
  if (text.length === 8) return { micros: 0, minutesAhead: null };
  const found = restPattern.exec(text.slice(8));
  if (found === null) return null;
  const [, fraction, zulu, sign, offsetHours, offsetMinutes] = found;
  if (sign === undefined) return { micros: microseconds(fraction), minutesAhead: zulu === undefined ? null : 0 };
  const ahead = Number(offsetHours) * 60 + Number(offsetMinutes);
  if (Number(offsetMinutes) > 59 || ahead > maxOffsetMinutes) return null;
  return { micros: microseconds(fraction), minutesAhead: sign === '-' ? 0 - ahead : ahead };
}

/** Writes seconds since midnight, 0 to below 86,400, as `08:30:00`, with microseconds where there are some. */
export function writeClock(seconds: number, micros: number): string {
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return micros === 0 ? clock : `${clock}.${trimmedMicros(micros)}`;
}

/** Writes an offset from UTC. @example writeOffset(-90) // '-01:30' */
export function writeOffset(minutesAhead: number): string {
  if (minutesAhead === 0) return 'Z';
  const minutes = Math.abs(minutesAhead);
  return `${minutesAhead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function readDayTime(text: string): number | null {
  const found = dayTimePattern.exec(text);
  if (found === null) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction] = found;
  const whole = Number(days) * secondsOfDay + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (!Number.isSafeInteger(whole)) return null;
  const total = addMicroseconds(whole, microseconds(fraction));
  return sign === '-' ? 0 - total : total;
}

/** Writes seconds as a duration in days and time. @example writeDayTime(93600) // 'P1DT2H' */
export function writeDayTime(ordinal: number): string {
  const { seconds, micros } = splitSeconds(Math.abs(ordinal));
  const days = Math.floor(seconds / secondsOfDay);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = `${seconds % 60}${micros === 0 ? '' : `.${trimmedMicros(micros)}`}`;
  const time = `${hours === 0 ? '' : `${hours}H`}${minutes === 0 ? '' : `${minutes}M`}${rest === '0' ? '' : `${rest}S`}`;
  const text = `P${days === 0 ? '' : `${days}D`}${time === '' ? '' : `T${time}`}`;
  if (text === 'P') return 'PT0S';
  return ordinal < 0 ? `-${text}` : text;
}

function readYearMonth(text: string): number | null {
  const found = yearMonthPattern.exec(text);
  if (found === null) return null;
  const [, sign, years = '0', months = '0'] = found;
  const total = Number(years) * 12 + Number(months);
  if (!Number.isSafeInteger(total)) return null;
  return sign === '-' ? 0 - total : total;
}

/** Writes months as a duration in years and months. @example writeYearMonth(18) // 'P1Y6M' */
export function writeYearMonth(ordinal: number): string {
  const total = Math.abs(ordinal);
  const years = Math.floor(total / 12);
  const months = total % 12;
  if (total === 0) return 'P0M';
  return `${ordinal < 0 ? '-' : ''}P${years === 0 ? '' : `${years}Y`}${months === 0 ? '' : `${months}M`}`;
}

/** Whole seconds, rounded down, and the microseconds above them. @example splitSeconds(-0.5) // { seconds: -1, micros: 500000 } */
export function splitSeconds(ordinal: number): { seconds: number; micros: number } {
  const seconds = Math.floor(ordinal);
  const micros = Math.round((ordinal - seconds) * 1e6);
  return micros === 1e6 ? { seconds: seconds + 1, micros: 0 } : { seconds, micros };
}

function microseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 6).padEnd(6, '0'));
}

function addMicroseconds(seconds: number, micros: number): number {
  return micros === 0 ? seconds : seconds + micros / 1e6;
}

function trimmedMicros(micros: number): string {
  return String(micros).padStart(6, '0').replace(/0+$/, '');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

import { ordinalOf, type OrderedType } from '../cell/ordinal.ts';
import type { Reading, Spelling } from './read-number.ts';

/** Types of values that are ISO 8601 texts. */
export type MomentType = Exclude<OrderedType, 'number'>;

const months = new Map(
  [
    'jan january januar janvier enero',
    'feb february februar février febrero',
    'mar mär mrz march märz mars marzo',
    'apr april avril abril',
    'may mai mayo',
    'jun june juni juin junio',
    'jul july juli juillet julio',
    'aug august août agosto',
    'sep sept september septembre septiembre',
    'oct okt october oktober octobre octubre',
    'nov november novembre noviembre',
    'dec dez december dezember décembre diciembre',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
);

/** Seconds in the units of a duration, or months for years and months, by their first letters. */
const units: [RegExp, 'day-time-duration' | 'year-month-duration', (count: number) => string][] = [
  [/^(?:d|days?|tage?n?)$/, 'day-time-duration', (count) => `P${count}D`],
  [/^(?:w|weeks?|wochen?)$/, 'day-time-duration', (count) => `P${count * 7}D`],
  [/^(?:h|hrs?|hours?|std|stunden?)$/, 'day-time-duration', (count) => `PT${count}H`],
  [/^(?:min|mins|minutes?|minuten?)$/, 'day-time-duration', (count) => `PT${count}M`],
  [/^(?:s|sec|secs|seconds?|sekunden?)$/, 'day-time-duration', (count) => `PT${count}S`],
  [/^(?:months?|monate?n?)$/, 'year-month-duration', (count) => `P${count}M`],
  [/^(?:y|years?|jahre?n?)$/, 'year-month-duration', (count) => `P${count}Y`],
];

/**
 * Reads a day, a time, a moment or a duration as people and spreadsheets write it: `22.11.2026`, `11/22/2026`,
 * `22 Nov 2026`, `8:30 pm`, `22.11.2026 08:30`, `3 days`, and ISO 8601.
 * @returns the ISO 8601 text, or null for what is none; doubts: `day_month_doubt` where day and month could be swapped
 *   (then the day comes first, unless `dayFirst` is false), `century_doubt` for a year of two digits, `time_of_day_dropped`
 * @example readMoment('22.11.2026', 'date') // { value: '2026-11-22' }
 */
export function readMoment(text: string, type: MomentType, spelling: Spelling = {}): Reading<string> | null {
  const trimmed = text.trim();
  if (trimmed.length > 60) return null;
  if (ordinalOf(trimmed, type) !== null) return { value: trimmed };
  const read = readers[type](trimmed, spelling);
  return read !== null && ordinalOf(read.value, type) !== null ? read : null;
}

const readers: Record<MomentType, (text: string, spelling: Spelling) => Reading<string> | null> = {
  date: (text, spelling) => {
    const day = readDay(text, spelling);
    if (day !== null) return day;
    const moment = readDateTime(text, spelling);
    if (moment === null) return null;
    const [date = '', clock = ''] = moment.value.split('T');
    return /^00:00:00/.test(clock) ? { ...moment, value: date } : { value: date, doubt: 'time_of_day_dropped' };
  },
  time: (text) => readClock(text),
  'date-time': readDateTime,
  'day-time-duration': (text) => readDuration(text, 'day-time-duration'),
  'year-month-duration': (text) => readDuration(text, 'year-month-duration'),
};

function readDay(text: string, { dayFirst }: Spelling): Reading<string> | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return { value: isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) };
  const named =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4}|\d\d)$/u.exec(text) ??
    swapped(/^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text));
  if (named) {
    const month = months.get((named[2] ?? '').toLowerCase());
    return month === undefined ? null : withYear(named[3] ?? '', month, Number(named[1]));
  }
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)$/.exec(text);
  if (parts === null) return null;
  const [, first = '', mark, second = '', year = ''] = parts;
  const [a, b] = [Number(first), Number(second)];
  // With points the day comes first wherever it is written so; with strokes that depends on the country.
  const dayLeads = mark === '.' || (a > 12 ? true : b > 12 ? false : (dayFirst ?? true));
  const unsure = mark !== '.' && a <= 12 && b <= 12 && a !== b && dayFirst === undefined;
  const day = dayLeads ? withYear(year, b, a) : withYear(year, a, b);
  return unsure ? { ...day, doubt: 'day_month_doubt' } : day;
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match === null ? null : [match[0], match[2], match[1], match[3]];
}

function withYear(year: string, month: number, day: number): Reading<string> {
  if (year.length === 4) return { value: isoDay(Number(year), month, day) };
  // chosen: 00 to 49 lie in this century, 50 to 99 in the last, because Excel reads two digits about so
  const full = Number(year) + (Number(year) < 50 ? 2000 : 1900);
  return { value: isoDay(full, month, day), doubt: 'century_doubt' };
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function readClock(text: string): Reading<string> | null {
  const match = /^(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*(am|pm|a\.m\.|p\.m\.|uhr|h)?$/i.exec(text);
  if (match === null || (match[2] === undefined && match[4] === undefined)) return null;
  const half = (match[4] ?? '').toLowerCase().charAt(0);
  const hour = Number(match[1]);
  if ((half === 'a' || half === 'p') && (hour < 1 || hour > 12)) return null;
  const full = half === 'p' ? (hour % 12) + 12 : half === 'a' ? hour % 12 : hour;
  return { value: `${String(full).padStart(2, '0')}:${match[2] ?? '00'}:${match[3] ?? '00'}` };
}

function readDateTime(text: string, spelling: Spelling): Reading<string> | null {
  const match = /^(.+?)(?:,?\s+|T)(\d{1,2}:\d\d.*)$/.exec(text);
  const day = readDay(match?.[1] ?? text, spelling);
  if (day === null) return null;
  const clock = match === null ? { value: '00:00:00' } : readClock(match[2] ?? '');
  return clock === null ? null : { ...day, value: `${day.value}T${clock.value}` };
}

function readDuration(text: string, type: MomentType): Reading<string> | null {
  const match = /^(\d{1,9})\s*(\p{L}+)\.?$/u.exec(text);
  if (match === null) return null;
  const word = (match[2] ?? '').toLowerCase();
  const unit = units.find(([pattern, of]) => of === type && pattern.test(word));
  return unit === undefined ? null : { value: unit[2](Number(match[1])) };
}

/** A day count of a spreadsheet (1 is 1900-01-01 for Excel) as a day; null outside of 1900-03-01 to 9999-12-31. */
export function dayOfSerial(serial: number): string | null {
  if (!Number.isInteger(serial) || serial < 61 || serial > 2_958_465) return null;
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

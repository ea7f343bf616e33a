import { canonicalValue } from './ordinal.ts';
import type { TemporalType } from './temporal-text.ts';
import { temporalFunctions } from './temporal-literal.ts';

const isoDate = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const dottedDate = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const slashedDate = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const clock = /^(\d{1,2}):(\d\d)(:\d\d(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:\d\d)?$/i;
const dateAndClock = /^([\d./-]{8,10})(?:[T\s]\s?|,\s)(\d{1,2}:[\d:.]{2,18}\s?(?:Z|[+-]\d\d:\d\d)?)$/i;
const weeks = /^P(\d{1,6})W$/i;
const durationPart = /(\d{1,9})\s*([a-zäöü]+)[\s,]*/giy;

const dayTimeUnits: Record<string, 'D' | 'H' | 'M' | 'S' | 'W'> = {
  ...{ d: 'D', day: 'D', days: 'D', tag: 'D', tage: 'D', w: 'W', week: 'W', weeks: 'W', woche: 'W', wochen: 'W' },
  ...{ h: 'H', hour: 'H', hours: 'H', stunde: 'H', stunden: 'H', m: 'M', min: 'M', minute: 'M', minutes: 'M' },
  ...{ minuten: 'M', s: 'S', sec: 'S', second: 'S', seconds: 'S', sekunde: 'S', sekunden: 'S' },
};
const yearMonthUnits: Record<string, 'Y' | 'M'> = {
  ...{ y: 'Y', year: 'Y', years: 'Y', jahr: 'Y', jahre: 'Y', m: 'M', month: 'M', months: 'M', monat: 'M', monate: 'M' },
};

/**
 * What somebody meant who wrote a date, time or duration in their own way: `22.11.2026`, `8:30`, `3 days`.
 * @param text without quotes
 * @param type what it should be
 * @returns the canonical text; null when that is not clear, as for `11/12/2026`
 * @example looseTemporal('22.11.2026', 'date') // '2026-11-22'
 */
export function looseTemporal(text: string, type: TemporalType): string | null {
  if (text.length > 64) return null;
  const trimmed = text.trim();
  const candidate = isoTextFor(trimmed, type);
  return candidate === null ? null : (canonicalValue(candidate, type) as string | null);
}

function isoTextFor(text: string, type: TemporalType): string | null {
  switch (type) {
    case 'date':
      return isoDay(text);
    case 'time':
      return isoClock(text);
    case 'date-time': {
      const both = dateAndClock.exec(text);
      const day = isoDay(both?.[1] ?? text);
      const time = both === null ? '00:00:00' : isoClock(both[2] as string);
      return day === null || time === null ? null : `${day}T${time}`;
    }
    case 'day-time-duration': {
      const ofWeeks = weeks.exec(text);
      return ofWeeks === null ? (inWords(text, dayTimeUnits) ?? text.toUpperCase()) : `P${Number(ofWeeks[1]) * 7}D`;
    }
    case 'year-month-duration':
      return inWords(text, yearMonthUnits) ?? text.toUpperCase();
  }
}

function isoDay(text: string): string | null {
  const iso = isoDate.exec(text);
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  const dotted = dottedDate.exec(text);
  if (dotted !== null) return day(dotted[3], dotted[2], dotted[1]);
  const slashed = slashedDate.exec(text);
  if (slashed === null) return /^-?\d{5,9}-\d\d-\d\d$/.test(text) ? text : null;
  // 11/22/2026 is American, 22/11/2026 is not, and 11/12/2026 may be either.
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  if (first > 12 || first === second) return day(slashed[3], slashed[2], slashed[1]);
  return second > 12 ? day(slashed[3], slashed[1], slashed[2]) : null;
}

function day(year = '', month = '', dayOfMonth = ''): string {
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
}

function isoClock(text: string): string | null {
  const found = clock.exec(text);
  if (found === null) return null;
  return `${(found[1] ?? '').padStart(2, '0')}:${found[2]}${found[3] ?? ':00'}${(found[4] ?? '').toUpperCase()}`;
}

/** `1 year 6 months`, each unit at most once and the large ones first. */
function inWords(text: string, units: Record<string, string>): string | null {
  const amounts = new Map<string, number>();
  durationPart.lastIndex = 0;
  while (durationPart.lastIndex < text.length) {
    const found = durationPart.exec(text);
    const word = found?.[2]?.toLowerCase() ?? '';
    const unit = Object.hasOwn(units, word) ? units[word] : undefined;
    if (found === null || unit === undefined || amounts.has(unit)) return null;
    amounts.set(unit, Number(found[1]));
  }
  const days = (amounts.get('D') ?? 0) + 7 * (amounts.get('W') ?? 0);
  const part = (unit: string) => (amounts.has(unit) ? `${amounts.get(unit)}${unit}` : '');
  if (units === yearMonthUnits) return `P${part('Y')}${part('M')}`;
  const time = `${part('H')}${part('M')}${part('S')}`;
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}

/**
 * Writes what `looseTemporal` understands as a literal of a cell.
 * @example looseLiteral('22.11.2026', 'date') // 'date("2026-11-22")'
 */
export function looseLiteral(text: string, type: TemporalType): string | null {
  const canonical = looseTemporal(text, type);
  return canonical === null ? null : `${temporalFunctions[type]}("${canonical}")`;
}

/** The type that a text has the look of, where nothing else says it. @example typeByLook('8:30') // 'time' */
export function typeByLook(text: string): TemporalType | null {
  const trimmed = text.trim();
  if (isoDay(trimmed) !== null) return 'date';
  if (clock.test(trimmed)) return 'time';
  if (dateAndClock.test(trimmed)) return 'date-time';
  if (!/^-?P/.test(trimmed)) return null;
  for (const type of ['year-month-duration', 'day-time-duration'] as const) {
    if (looseTemporal(trimmed, type) !== null) return type;
  }
  return null;
}

import { isDay } from '../../decision/facts/day.ts';
import type { JsonValue } from '../../json.ts';

/** `2026-11-22`, with a time, with an offset. @source ISO 8601 and RFC 3339 */
const isoMoment = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)? ?(?<offset>Z|[+-]\d{2}:?\d{2})?$/i;
/** As e-mails write it: `Sun, 22 Nov 2026 21:05:00 +0100`. @source RFC 5322 3.3 */
const mailMoment =
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})(?: \([A-Z]+\))?$/;
/** Seconds since 1970 have ten digits until the year 2286; milliseconds have thirteen since 2001. */
const fewestMs = 1e11;
/** @source ECMAScript 2025, 21.4.1.1: time values */
const mostMs = 8.64e15;

/**
 * Reads a moment as systems write it: ISO 8601 (without an offset it counts as UTC), the date of an e-mail, seconds or
 * milliseconds since 1970.
 * @returns ISO 8601 in UTC; null for anything else, an impossible date among them
 * @example readMoment('2026-11-22 21:05') // '2026-11-22T21:05:00.000Z'
 * @example readMoment(1763845500) // '2025-11-22T21:05:00.000Z'
 */
export function readMoment(value: JsonValue | undefined): string | null {
  const ms = typeof value === 'number' ? epochMs(value) : typeof value === 'string' ? textMs(value.trim()) : NaN;
  return Number.isFinite(ms) && Math.abs(ms) <= mostMs ? new Date(ms).toISOString() : null;
}

function epochMs(value: number): number {
  return Math.round(value < fewestMs ? value * 1000 : value);
}

function textMs(text: string): number {
  if (/^\d{9,13}(?:\.\d{1,9})?$/.test(text)) return epochMs(Number(text));
  const iso = isoMoment.exec(text);
  if (iso === null) return mailMoment.test(text) ? Date.parse(text) : NaN;
  const offset = iso.groups?.['offset'] ?? '';
  const [day = '', time = '00:00'] = text
    .slice(0, text.length - offset.length)
    .trim()
    .replace(',', '.')
    .split(/[T ]/i);
  // JavaScript takes 30 February for 2 March.
  if (!isDay(day)) return NaN;
  const zone = offset === '' ? 'Z' : offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return Date.parse(`${day}T${time}${zone}`);
}

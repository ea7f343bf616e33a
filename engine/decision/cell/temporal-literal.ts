import { canonicalValue } from './ordinal.ts';
import { readTemporal, temporalTypes, type TemporalType } from './temporal-text.ts';

/** How cells write each temporal type. @source DMN 1.5, 10.3.1.2 rule 62 (date time literals) */
export const temporalFunctions = {
  date: 'date',
  time: 'time',
  'date-time': 'date and time',
  'day-time-duration': 'duration',
  'year-month-duration': 'duration',
} as const satisfies Record<TemporalType, string>;

/** What may stand before the text of a temporal literal; `@` takes any of the types. */
export type TemporalFunction = (typeof temporalFunctions)[TemporalType] | '@';

/** What `duration("…")` and its kin make of a text, or why they make nothing of it. */
export type TemporalLiteral =
  | { ok: true; type: TemporalType; value: string }
  | { ok: false; code: 'named_zone' | 'mixed_duration' | 'no_such_day' | 'no_such_time' | 'temporal_form' };

/**
 * Reads the text inside of `date("…")`, `time("…")`, `date and time("…")`, `duration("…")` or after `@`.
 * @param name what stands before the text
 * @param text the text without its quotes
 * @returns type and canonical value; or what is wrong: `named_zone` (`…@Europe/Berlin`), `mixed_duration` (`P1Y2D`),
 *   `no_such_day` (`2026-02-30`), `no_such_time` (`24:00:00`), `temporal_form`
 * @example readTemporalLiteral('duration', 'PT36H') // { ok: true, type: 'day-time-duration', value: 'P1DT12H' }
 */
export function readTemporalLiteral(name: TemporalFunction, text: string): TemporalLiteral {
  for (const type of temporalTypes) {
    if (name !== '@' && temporalFunctions[type] !== name) continue;
    const value = canonicalValue(text, type);
    if (typeof value === 'string') return { ok: true, type, value };
  }
  return { ok: false, code: problemOf(text) };
}

function problemOf(text: string) {
  if (/\d@\w/.test(text)) return 'named_zone';
  if (/^-?P\d+[YM](?:\d+M)?(?:\d+D|T\d)/.test(text)) return 'mixed_duration';
  const time = /(?:^|T)(\d\d):(\d\d):(\d\d)/.exec(text);
  if (time !== null && (Number(time[1]) > 23 || Number(time[2]) > 59 || Number(time[3]) > 59)) return 'no_such_time';
  return /^-?\d{4,9}-\d\d-\d\d(?:$|T)/.test(text) && readTemporal(text.replace(/T.*$/, ''), 'date') === null
    ? 'no_such_day'
    : 'temporal_form';
}

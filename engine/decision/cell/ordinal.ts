import type { JsonValue } from '../../json.ts';
import type { ValueType } from '../model.ts';
import {
  readTemporal,
  splitSeconds,
  writeClock,
  writeDay,
  writeDayTime,
  writeOffset,
  writeYearMonth,
  type OffsetKind,
  type TemporalType,
} from './temporal-text.ts';

/** Types whose values have an order: each value is a point on the number line. */
export const orderedTypes = [
  'number',
  'date',
  'time',
  'date-time',
  'day-time-duration',
  'year-month-duration',
] as const satisfies readonly ValueType[];
export type OrderedType = (typeof orderedTypes)[number];

const secondsOfDay = 86_400;

/** True for numbers, dates, times and durations. @example isOrderedType('string') // false */
export function isOrderedType(type: string): type is OrderedType {
  return (orderedTypes as readonly string[]).includes(type);
}

/** True for the types whose values are ISO 8601 texts. @example isTemporalType('date') // true */
export function isTemporalType(type: string): type is TemporalType {
  return type !== 'number' && isOrderedType(type);
}

/**
 * The place of a value on the number line of its type.
 *
 * | type | figure |
 * | --- | --- |
 * | number | itself |
 * | date | days since 1970-01-01 |
 * | time, date-time | seconds since midnight, or since 1970-01-01, in UTC where an offset is given; so a time with an offset may be below 0 |
 * | day-time-duration | seconds |
 * | year-month-duration | months |
 *
 * Fractions of a second count to the microsecond, further digits are ignored. Beyond the year 2242 neighbouring
 * microseconds begin to share a figure, as a double has no more digits.
 *
 * A value with an offset and one without are not comparable, and their figures say nothing about one another: see `offsetOf`.
 * @param value any value
 * @returns the figure; null for what is no value of the type: another type, a day that does not exist, `24:00:00`, a
 *   named zone, a mixed duration, a date-time or duration of more than 9,007,199,254,740,991 seconds
 * @example ordinalOf('2026-11-22', 'date') // 20779
 * @source DMN 1.5, 10.3.2.3.4 to 10.3.2.3.8 (values that FEEL compares by)
 */
export function ordinalOf(value: JsonValue, type: OrderedType): number | null {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? (readTemporal(value, type)?.ordinal ?? null) : null;
}

/**
 * The distance of neighbouring values: 1 where nothing lies between two, null where something always may.
 * @example ordinalStep('date') // 1
 */
export function ordinalStep(type: OrderedType): 1 | null {
  return type === 'date' || type === 'year-month-duration' ? 1 : null;
}

/**
 * Writes a figure of `ordinalOf` as a value of its type, in canonical spelling.
 * @param ordinal the figure; days and months are rounded down, seconds to the microsecond
 * @param type its type
 * @param offset of a time or date-time: whether it is written with an offset, in UTC where the day allows
 * @returns the value; null for a figure that has none, such as Infinity, or a local time below 0
 * @example textOfOrdinal(20779, 'date') // '2026-11-22'
 */
export function textOfOrdinal(ordinal: number, type: OrderedType, offset: OffsetKind = 'local'): JsonValue {
  if (!Number.isFinite(ordinal)) return null;
  switch (type) {
    case 'number':
      return ordinal;
    case 'date':
      return writeDay(Math.floor(ordinal));
    case 'time':
      return writeTime(ordinal, offset === 'local' ? null : offsetToDay(ordinal));
    case 'date-time':
      return writeDateTime(ordinal, offset === 'local' ? null : 0);
    case 'day-time-duration':
      return Math.abs(ordinal) > Number.MAX_SAFE_INTEGER ? null : writeDayTime(ordinal);
    case 'year-month-duration':
      return Number.isSafeInteger(Math.floor(ordinal)) ? writeYearMonth(Math.floor(ordinal)) : null;
  }
}

/** The whole hours of offset that bring a time back into one day; 0, UTC, for most. */
function offsetToDay(ordinal: number): number {
  const { seconds } = splitSeconds(ordinal);
  if (seconds < 0) return Math.ceil(-seconds / 3600) * 60;
  return seconds < secondsOfDay ? 0 : Math.floor((secondsOfDay - 1 - seconds) / 3600) * 60;
}

function writeTime(ordinal: number, minutesAhead: number | null): string | null {
  const { seconds, micros } = splitSeconds(ordinal);
  const clock = seconds + (minutesAhead ?? 0) * 60;
  if (clock < 0 || clock >= secondsOfDay || Math.abs(minutesAhead ?? 0) > 14 * 60) return null;
  return writeClock(clock, micros) + (minutesAhead === null ? '' : writeOffset(minutesAhead));
}

function writeDateTime(ordinal: number, minutesAhead: number | null): string | null {
  const split = splitSeconds(ordinal);
  const seconds = split.seconds + (minutesAhead ?? 0) * 60;
  const days = Math.floor(seconds / secondsOfDay);
  const date = Number.isSafeInteger(seconds) ? writeDay(days) : null;
  if (date === null) return null;
  const clock = writeClock(seconds - days * secondsOfDay, split.micros);
  return `${date}T${clock}${minutesAhead === null ? '' : writeOffset(minutesAhead)}`;
}

/**
 * Says whether a time or date-time has an offset from UTC. Values that differ in this cannot be compared.
 * @param value a value of the type
 * @param type of a column or literal
 * @returns null for a type without offsets, and for what is no value of the type
 * @example offsetOf('08:30:00Z', 'time') // 'offset'
 * @source DMN 1.5, 10.3.2.3.5 (a time with an offset and one without are not comparable)
 */
export function offsetOf(value: JsonValue, type: string): OffsetKind | null {
  if ((type !== 'time' && type !== 'date-time') || typeof value !== 'string') return null;
  const reading = readTemporal(value, type);
  if (reading === null) return null;
  return reading.minutesAhead === null ? 'local' : 'offset';
}

/**
 * The one spelling of a value of an ordered type: `PT36H` becomes `P1DT12H`, `08:30:00.500+00:00` becomes `08:30:00.5Z`.
 * @returns null for what is no value of the type
 * @example canonicalValue('P18M', 'year-month-duration') // 'P1Y6M'
 */
export function canonicalValue(value: JsonValue, type: OrderedType): JsonValue {
  if (type === 'number') return ordinalOf(value, type);
  const reading = typeof value === 'string' ? readTemporal(value, type) : null;
  if (reading === null) return null;
  if (type === 'time') return writeTime(reading.ordinal, reading.minutesAhead);
  if (type === 'date-time') return writeDateTime(reading.ordinal, reading.minutesAhead);
  return textOfOrdinal(reading.ordinal, type);
}

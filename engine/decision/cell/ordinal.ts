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
      return writeTime(ordinal, offset);
    case 'date-time': {
      const { seconds, micros } = splitSeconds(ordinal);
      const day = Math.floor(seconds / secondsOfDay);
      const date = Math.abs(seconds) > Number.MAX_SAFE_INTEGER ? null : writeDay(day);
      if (date === null) return null;
      return `${date}T${writeClock(seconds - day * secondsOfDay, micros)}${offset === 'local' ? '' : 'Z'}`;
    }
    case 'day-time-duration':
      return Math.abs(ordinal) > Number.MAX_SAFE_INTEGER ? null : writeDayTime(ordinal);
    case 'year-month-duration':
      return Number.isSafeInteger(Math.floor(ordinal)) ? writeYearMonth(Math.floor(ordinal)) : null;
  }
}

/** A time whose figure lies outside of one day takes an offset that brings it back. */
function writeTime(ordinal: number, offset: OffsetKind): string | null {
  const { seconds, micros } = splitSeconds(ordinal);
  const hoursAhead =
    seconds < 0
      ? Math.ceil(-seconds / 3600)
      : seconds < secondsOfDay
        ? 0
        : Math.floor((secondsOfDay - 1 - seconds) / 3600);
  if (Math.abs(hoursAhead) > 14 || (hoursAhead !== 0 && offset === 'local')) return null;
  const clock = writeClock(seconds + hoursAhead * 3600, micros);
  return offset === 'local' ? clock : clock + writeOffset(hoursAhead * 60);
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
  return readTemporal(value, type)?.offset ?? null;
}

/**
 * The one spelling of a value of an ordered type: `PT36H` becomes `P1DT12H`, `08:30:00.500+00:00` becomes `08:30:00.5Z`.
 * @returns null for what is no value of the type
 * @example canonicalValue('P18M', 'year-month-duration') // 'P1Y6M'
 */
export function canonicalValue(value: JsonValue, type: OrderedType): JsonValue {
  if (type === 'number') return ordinalOf(value, type);
  return typeof value === 'string' ? (readTemporal(value, type)?.canonical ?? null) : null;
}

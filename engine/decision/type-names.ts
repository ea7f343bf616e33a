import type { JsonValue } from '../json.ts';

const typeNames: ReadonlyMap<string, string> = new Map([
  ['number', 'a number'],
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['date', 'a date'],
  ['time', 'a time'],
  ['date-time', 'a date and time'],
  ['day-time-duration', 'a duration in days and time'],
  ['year-month-duration', 'a duration in years and months'],
  ['list', 'a list'],
  ['object', 'an object'],
  ['member', 'a number, a text, or true or false'],
]);

/**
 * What people call a kind of values, as a message says it: a type of a column, or what JSON may hold besides. Anything else is
 * its own name.
 * @example typeName('date-time') // 'a date and time'
 */
export function typeName(kind: JsonValue | undefined): string {
  return typeNames.get(String(kind)) ?? String(kind);
}

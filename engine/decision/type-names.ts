/** What people call the kinds of values: types of columns, and what JSON may hold besides. */
export const typeNames: ReadonlyMap<string, string> = new Map([
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

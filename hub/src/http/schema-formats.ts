/**
 * The formats that the hub's schemas name. Looser texts than these are refused at the border.
 * @source RFC 3339, section 5.6, in UTC alone: what the hub writes and what its callers send
 */
export const schemaFormats = {
  'date-time': (text: string): boolean =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text) && isMoment(text.slice(0, 10), text),
  date: (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && isMoment(text, `${text}T00:00:00Z`),
} as const;

/** `Date` rolls 30 February over into March; the day that comes back tells. */
function isMoment(day: string, text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(Date.parse(`${day}T00:00:00Z`)).toISOString().startsWith(day);
}

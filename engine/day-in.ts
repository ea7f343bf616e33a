/**
 * The day of a moment, as the people of a time zone call it.
 * @param moment the caller's: the engine has no clock
 * @param timeZone IANA name; the zone of the machine when left out
 * @returns `YYYY-MM-DD`
 * @example dayIn(new Date('2026-11-22T23:30:00Z'), 'Europe/Berlin') // '2026-11-23'
 */
export function dayIn(moment: Date, timeZone?: string): string {
  // Swedish dates are written as ISO 8601 writes them.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...(timeZone !== undefined && { timeZone }) }).format(
    moment,
  );
}

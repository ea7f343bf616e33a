/**
 * The day of a moment in a time zone.
 * @param timeZone IANA name, as n8n gives it
 * @returns `YYYY-MM-DD`
 */
export function dayIn(timeZone: string, moment: Date): string {
  // Swedish dates are written as ISO 8601 writes them.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * A moment as people say it: "just now", "5 minutes ago", "yesterday", "in 2 weeks". Under 45 seconds to either side it is
 * "just now": clocks of server and browser differ by that much. What cannot be read as a time comes back as it is.
 */
export function relativeTime(iso: string, nowMs: number, locale = 'en'): string {
  const then = Date.parse(iso);
  if (Number.isNaN(then)) return iso;
  const seconds = (then - nowMs) / 1000;
  if (Math.abs(seconds) < 45) return 'just now';
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of units) {
    // Rounded first: 59.6 minutes are an hour, not 60 minutes.
    const count = Math.round(seconds / size);
    if (Math.abs(count) >= 1) return format.format(count, unit);
  }
  return format.format(Math.sign(seconds), 'minute');
}

/** The same moment to the minute, in the reader's own time zone. */
export function exactTime(iso: string, locale = 'en-GB', timeZone?: string): string {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    ...(timeZone ? { timeZone } : {}),
  }).format(then);
}

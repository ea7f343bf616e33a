/** Seconds of a unit, and how many of it are the next one. */
const units: [Intl.RelativeTimeFormatUnit, seconds: number, below: number][] = [
  ['minute', 60, 60],
  ['hour', 3_600, 24],
  ['day', 86_400, 7],
  ['week', 7 * 86_400, 5],
  ['month', 30.44 * 86_400, 12],
  ['year', 365.25 * 86_400, Infinity],
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
  for (const [unit, size, below] of units) {
    // Rounded before it is compared: 59.6 minutes are an hour, not 60 minutes.
    const count = Math.round(seconds / size);
    if (Math.abs(count) < below) return format.format(count, unit);
  }
  return iso;
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

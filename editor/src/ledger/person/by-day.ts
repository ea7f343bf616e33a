import type { LedgerLine } from '../../../../engine/index.ts';

/** The decisions of one day, newest first. */
export interface Day {
  /** `YYYY-MM-DD` in the reader's time zone. */
  day: string;
  lines: LedgerLine[];
}

/**
 * Lines put together by the day on which they were decided, in the reader's time zone.
 * @param lines newest first
 * @param timeZone that of the machine when left out
 */
export function byDay(lines: readonly LedgerLine[], timeZone?: string): Day[] {
  const format = new Intl.DateTimeFormat('en-CA', { ...(timeZone && { timeZone }) });
  const days: Day[] = [];
  for (const line of lines) {
    const moment = new Date(line.decidedAt);
    const day = Number.isNaN(moment.getTime()) ? line.decidedAt.slice(0, 10) : format.format(moment);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

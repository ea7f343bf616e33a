import { errorIssue, type Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { ordinalOf } from '../cell/ordinal.ts';
import { isDay } from './day.ts';
import { readSegments, splitPath } from './read-path.ts';

/**
 * The day on which an item is decided: what a field of it says, or the day that the caller gives.
 * @param item the item as it stands in n8n
 * @param field path of a date, or of a date and time, whose date counts as it is written; empty: `today`
 * @param today `YYYY-MM-DD`; undefined when the caller has no calendar
 * @returns the day; or `decision_day_unreadable` when the field is absent or holds no date
 * @example decisionDay({ order: { at: '2026-11-22T23:30:00+01:00' } }, 'order.at', undefined) // '2026-11-22'
 */
export function decisionDay(item: JsonObject, field: string, today: string | undefined): Result<string | undefined> {
  if (field === '') return { ok: true, value: today };
  const segments = splitPath(field);
  const value = segments === null ? undefined : readSegments(item, segments);
  if (typeof value === 'string') {
    const day = value.slice(0, 10);
    const isWhole = value.length === 10 || ordinalOf(value, 'date-time') !== null;
    if (isWhole && isDay(day)) return { ok: true, value: day };
  }
  return { ok: false, issues: [errorIssue('decision_day_unreadable', segments ?? [], { field })] };
}

import { errorIssue, type Issue } from '../../issue.ts';
import { ordinalOf } from '../cell/ordinal.ts';
import type { DecisionTable, TableRow } from '../model.ts';

const fourDigitYear = /^\d{4}-/;

/**
 * True for a day of the calendar, `YYYY-MM-DD`. Such days compare as texts.
 * @example isDay('2026-02-30') // false
 */
export function isDay(text: string): boolean {
  return fourDigitYear.test(text) && ordinalOf(text, 'date') !== null;
}

/** First and last day on which something counts; both belong to it, and an absent one sets no bound. */
export type DaysOfValidity = Pick<TableRow, 'validFrom' | 'validUntil'>;

/**
 * Says whether a day is among the days of validity.
 * @param day `YYYY-MM-DD`
 * @example isValidOn({ validFrom: '2026-01-01' }, '2025-12-31') // false
 */
export function isValidOn({ validFrom, validUntil }: DaysOfValidity, day: string): boolean {
  return (validFrom === undefined || day >= validFrom) && (validUntil === undefined || day <= validUntil);
}

/** True when something has a first or a last day. */
export function hasDays({ validFrom, validUntil }: DaysOfValidity): boolean {
  return validFrom !== undefined || validUntil !== undefined;
}

/**
 * Holds the day of a decision against a table.
 * @param table a table of which at least one row, or which itself, has days of validity
 * @param day `YYYY-MM-DD`, or undefined when the caller knows none
 * @returns `decision_day_missing`, `decision_day_invalid`, `table_not_valid_on_day`, or null
 */
export function checkDay(table: DecisionTable, day: string | undefined): Issue | null {
  if (day === undefined) return errorIssue('decision_day_missing', [], { table: table.name });
  if (!isDay(day)) return errorIssue('decision_day_invalid', [], { day });
  if (isValidOn(table, day)) return null;
  const { name, version, validFrom = null, validUntil = null } = table;
  return errorIssue('table_not_valid_on_day', [], { table: name, version, day, validFrom, validUntil });
}

import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import type { Literal, UnaryTests } from '../cell/unary-tests.ts';
import { hasDays, isDay, type DaysOfValidity } from '../facts/day.ts';
import type { TableInput } from '../model.ts';
import type { Dimension } from './dimension.ts';
import { singleDimension } from './single-dimension.ts';

const day: TableInput = { id: 'day', name: 'day', path: '', type: 'date', required: true };

/** The days that a decision can be made on: their years have four digits. */
const firstDay = '0000-01-01';
const lastDay = '9999-12-31';

/** The days of validity as a cell: `[date("2026-01-01")..date("9999-12-31")]`. A day that cannot be read is no bound, as for the evaluator. */
export function daysCell(valid: DaysOfValidity): UnaryTests {
  return hasDays(valid) ? boundedCell(valid) : { kind: 'any' };
}

function boundedCell({ validFrom, validUntil }: DaysOfValidity): UnaryTests {
  const literal = (value: string): Literal => ({ kind: 'literal', type: 'date', value, start: 0, end: 0 });
  const low = literal(validFrom !== undefined && isDay(validFrom) ? validFrom : firstDay);
  const high = literal(validUntil !== undefined && isDay(validUntil) ? validUntil : lastDay);
  const days = { kind: 'interval' as const, low, lowIncluded: true, high, highIncluded: true, start: 0, end: 0 };
  return { kind: 'tests', negated: false, tests: [days] };
}

/**
 * The days on which the table may decide, as a dimension without inputs; its one cell per row is `daysCell` of the row.
 * @param table its own days bound the dimension
 * @param cells `daysCell` of each row
 */
export function dayDimension(table: DaysOfValidity, cells: readonly UnaryTests[]): Dimension {
  const input: TableInput = { ...day, allowedRange: formatUnaryTests(boundedCell(table)) };
  return { ...singleDimension([{ input, cells }]), inputs: [] };
}

import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import { ordinalOf, textOfOrdinal } from '../cell/ordinal.ts';
import type { Literal, UnaryTest, UnaryTests } from '../cell/unary-tests.ts';
import { isDay, type DaysOfValidity } from '../facts/day.ts';
import type { TableInput } from '../model.ts';
import type { Dimension } from './dimension.ts';
import { singleDimension } from './single-dimension.ts';

const day: TableInput = { id: 'day', name: 'day', path: '', type: 'date', required: true };

/** The last day before, and the first after, those that a decision can be made on: their years have four digits. */
const beforeAll = '-0001-12-31';
const afterAll = '10000-01-01';

/** The days of validity as a cell: `>= date("2026-01-01")`. A day that cannot be read is no bound, as for the evaluator. */
export function daysCell(valid: DaysOfValidity): UnaryTests {
  const { from, until } = boundsOf(valid);
  if (from !== undefined && until !== undefined) return cellOf(between(from, true, until, true));
  const bound = from ?? until;
  if (bound === undefined) return { kind: 'any' };
  const operator = from === undefined ? '<=' : '>=';
  return cellOf({ kind: 'comparison', operator, operand: literal(bound), start: 0, end: 0 });
}

function boundsOf({ validFrom, validUntil }: DaysOfValidity): { from: string | undefined; until: string | undefined } {
  const readable = (text: string | undefined) => (text !== undefined && isDay(text) ? text : undefined);
  return { from: readable(validFrom), until: readable(validUntil) };
}

function literal(value: string): Literal {
  return { kind: 'literal', type: 'date', value, start: 0, end: 0 };
}

function between(low: string, lowIncluded: boolean, high: string, highIncluded: boolean): UnaryTest {
  return { kind: 'interval', low: literal(low), lowIncluded, high: literal(high), highIncluded, start: 0, end: 0 };
}

function cellOf(test: UnaryTest): UnaryTests {
  return { kind: 'tests', negated: false, tests: [test] };
}

/**
 * The days on which the table may decide, as a dimension without inputs; its one cell per row is `daysCell` of the row.
 * @param table its own days bound the dimension
 * @param rows what has days, in any order
 */
export function dayDimension(table: DaysOfValidity, rows: readonly DaysOfValidity[]): Dimension {
  const { from, until } = boundsOf(table);
  const allowed = between(from ?? beforeAll, from !== undefined, until ?? afterAll, until !== undefined);
  const input: TableInput = { ...day, allowedRange: formatUnaryTests(cellOf(allowed)) };
  const dimension = singleDimension([{ input, cells: rows.map(daysCell) }]);
  const named = [from ?? beforeAll, until ?? afterAll, ...rows.flatMap((row) => Object.values(boundsOf(row)))];
  const points = [...new Set(named.flatMap((text) => (text === undefined ? [] : [ordinalOf(text, 'date') ?? 0])))];
  points.sort((left, right) => left - right);
  return {
    ...dimension,
    inputs: [],
    // Of the days between two that are named the last, which people think of: the day before something begins.
    valuesOf(member) {
      if (member % 2 === 0) return dimension.valuesOf(member);
      const next = points[member >>> 1];
      const isOpen = next === undefined || next === ordinalOf(afterAll, 'date');
      return [textOfOrdinal(isOpen ? (points[(member >>> 1) - 1] ?? 0) + 1 : next - 1, 'date')];
    },
  };
}

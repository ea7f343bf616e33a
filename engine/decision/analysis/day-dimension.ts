import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import type { Literal, UnaryTests } from '../cell/unary-tests.ts';
import type { TableInput, TableRow } from '../model.ts';
import type { Dimension } from './dimension.ts';
import { singleDimension } from './single-dimension.ts';

/** What has days of validity: a row, or the table. */
export type Valid = Pick<TableRow, 'validFrom' | 'validUntil'>;

const day: TableInput = { id: 'day', name: 'day', path: '', type: 'date', required: true };

/** True when something depends on the day. */
export function hasDays(valid: Valid): boolean {
  return valid.validFrom !== undefined || valid.validUntil !== undefined;
}

/** The days of validity as a cell: `>= date("2026-01-01")`. */
export function daysCell({ validFrom, validUntil }: Valid): UnaryTests {
  const literal = (value: string): Literal => ({ kind: 'literal', type: 'date', value, start: 0, end: 0 });
  if (validFrom !== undefined && validUntil !== undefined) {
    const ends = { low: literal(validFrom), lowIncluded: true, high: literal(validUntil), highIncluded: true };
    return { kind: 'tests', negated: false, tests: [{ kind: 'interval', ...ends, start: 0, end: 0 }] };
  }
  const bound = validFrom ?? validUntil;
  if (bound === undefined) return { kind: 'any' };
  const operator = validFrom !== undefined ? '>=' : '<=';
  return {
    kind: 'tests',
    negated: false,
    tests: [{ kind: 'comparison', operator, operand: literal(bound), start: 0, end: 0 }],
  };
}

/**
 * The days on which the table may decide, as a dimension without inputs; its one cell per row is `daysCell` of the row.
 * @param table its own days bound the dimension
 * @param cells `daysCell` of each row
 */
export function dayDimension(table: Valid, cells: readonly UnaryTests[]): Dimension {
  const input: TableInput = { ...day, allowedRange: formatUnaryTests(daysCell(table)) };
  return { ...singleDimension([{ input, cells }]), inputs: [] };
}

import type { ValueType } from '../model.ts';
import { readCondition } from './read-condition.ts';
import type { Spelling } from './read-number.ts';
import { readResult } from './read-result.ts';
import { isBlank, textOf, type CellValue } from './sheets.ts';

/** Tried in this order; a text is what is left. Truth values go first, because `1` and `0` alone are numbers. */
const candidates: ValueType[] = [
  'boolean',
  'number',
  'date',
  'time',
  'date-time',
  'day-time-duration',
  'year-month-duration',
];

/** chosen: nine of ten, so that one slip in a column does not make texts of all its numbers */
const enough = 0.9;

/** chosen: 300 cells from all over the column, because a column of a table keeps its kind all the way down */
const mostCells = 300;

/**
 * Judges the type of a column from its cells.
 * @returns the first type that at least nine in ten of the cells with content can be read as; `string` for an empty column
 * @example guessType(['10-20', '> 20', '*'], 'condition', {}) // 'number'
 */
export function guessType(
  cells: readonly (CellValue | undefined)[],
  as: 'condition' | 'result',
  spelling: Spelling,
): ValueType {
  const filled = sample(cells.filter((cell) => !isBlank(cell) && !isAnything(cell)));
  if (filled.length === 0) return 'string';
  const fits = (type: ValueType) => {
    let misses = Math.floor((1 - enough) * filled.length + 1e-9);
    return filled.every((cell) => reads(cell, type, as, spelling) || misses-- > 0);
  };
  return candidates.find((type) => !(type === 'boolean' && filled.every(isDigit)) && fits(type)) ?? 'string';
}

function sample(cells: readonly (CellValue | undefined)[]): (CellValue | undefined)[] {
  const step = Math.ceil(cells.length / mostCells);
  return cells.filter((_, index) => index % step === 0);
}

function isAnything(cell: CellValue | undefined): boolean {
  return /^(?:[*–—-]|any|all|alle|egal|beliebig|null)$/i.test(textOf(cell).trim());
}

function isDigit(cell: CellValue | undefined): boolean {
  return /^\d+$/.test(textOf(cell).trim());
}

function reads(cell: CellValue | undefined, type: ValueType, as: 'condition' | 'result', spelling: Spelling): boolean {
  // A number in a column of days is a day count only where the others are days.
  if (typeof cell === 'number' && type !== 'number') return false;
  if (typeof cell === 'boolean' && type !== 'boolean') return false;
  const column = { id: 'column', name: 'Column', path: 'column', type };
  const reading = as === 'condition' ? readCondition(cell, column, spelling) : readResult(cell, column, spelling);
  return reading.how !== 'kept';
}

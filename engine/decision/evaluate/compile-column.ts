import type { JsonValue } from '../../json.ts';
import { hasType, literalsOf, matchesTests } from '../cell/match-test.ts';
import type { TableInput, ValueType } from '../model.ts';
import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import type { LiteralValue, UnaryTests } from '../cell/unary-tests.ts';

/** One column of conditions, made ready: which rows does a value pass? */
export interface CompiledColumn {
  input: TableInput;
  /** The parsed cells, one per row. */
  cells: UnaryTests[];
  /** Mask of the rows whose cell the value passes; null stands for absent. Read at once: the next call may reuse it. */
  rowsPassing(value: JsonValue): Uint32Array;
}

/** Rows that share one spelling of a cell, and so one outcome. */
interface CellGroup {
  tests: UnaryTests;
  rows: Uint32Array;
}

/**
 * Tests that making one mask per stretch of the number line may take. chosen: 2,000,000, a tenth of a second once per
 * table, which is enough for 1,000 rows with a different number each.
 */
const maxStretchTests = 2_000_000;

/**
 * Makes a column ready. Texts and truth values go through a dictionary from value to mask, since all tests on them are
 * about equality; numbers through cut points by binary search; lists, and numbers with very many cut points, run each
 * distinct cell once per value.
 * @param input the column
 * @param cells one per row
 * @param wordCount words of 32 rows in a mask
 */
export function compileColumn(input: TableInput, cells: UnaryTests[], wordCount: number): CompiledColumn {
  const groups = groupCells(cells, wordCount);
  const absent = maskFor(groups, null, new Uint32Array(wordCount), input.type);
  const present = presentMasks(input, cells, groups, wordCount);
  return { input, cells, rowsPassing: (value) => (value === null ? absent : present(value)) };
}

function presentMasks(
  input: TableInput,
  cells: UnaryTests[],
  groups: CellGroup[],
  wordCount: number,
): (value: JsonValue) => Uint32Array {
  if (input.type === 'string' || input.type === 'boolean') {
    const other = maskFor(groups, otherThan(cells), new Uint32Array(wordCount), input.type);
    const named = dictionaryOf(input, groups, other);
    return (value) => named.get(value as LiteralValue) ?? other;
  }
  const points = input.type === 'number' ? cutPoints(cells) : null;
  if (points !== null && (2 * points.length + 1) * groups.length <= maxStretchTests) {
    const masks = stretches(points).map((value) => maskFor(groups, value, new Uint32Array(wordCount), input.type));
    return (value) => masks[stretchOf(points, value as number)] as Uint32Array;
  }
  const scratch = new Uint32Array(wordCount);
  return (value) => maskFor(groups, value, scratch, input.type);
}

/** The numbers that cells name, ascending: between two of them no test changes its mind. */
function cutPoints(cells: UnaryTests[]): number[] {
  const values = cells.flatMap(literalsOf).map((literal) => literal.value);
  return [...new Set(values.filter((value) => typeof value === 'number'))].sort((left, right) => left - right);
}

/** One number from each stretch: below the first point, the first point, between it and the second, and so on. */
function stretches(points: number[]): number[] {
  const values = [-Number.MAX_VALUE];
  for (const [index, point] of points.entries())
    values.push(point, (point + (points[index + 1] ?? Number.MAX_VALUE)) / 2);
  return values;
}

/** Index of the stretch that a number lies in: odd on a point, even between points. */
function stretchOf(points: number[], value: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return points[low] === value ? 2 * low + 1 : 2 * low;
}

function groupCells(cells: UnaryTests[], wordCount: number): CellGroup[] {
  const groups = new Map<string, CellGroup>();
  for (const [row, tests] of cells.entries()) {
    const key = formatUnaryTests(tests);
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { tests, rows: new Uint32Array(wordCount) }));
    group.rows[row >>> 5] = (group.rows[row >>> 5] as number) | (1 << (row & 31));
  }
  return [...groups.values()];
}

function maskFor(groups: CellGroup[], value: JsonValue, mask: Uint32Array, type: ValueType): Uint32Array {
  mask.fill(0);
  for (const group of groups) {
    if (!matchesTests(group.tests, value, type)) continue;
    for (let word = 0; word < mask.length; word++) {
      mask[word] = (mask[word] as number) | (group.rows[word] as number);
    }
  }
  return mask;
}

/**
 * Masks of the values that cells name. A value differs from all unnamed ones only in the rows whose cell names it, so a
 * column of 5,000 different codes takes 5,000 small steps.
 */
function dictionaryOf(input: TableInput, groups: CellGroup[], other: Uint32Array): Map<LiteralValue, Uint32Array> {
  const masks = new Map<LiteralValue, Uint32Array>();
  for (const group of groups) {
    for (const value of new Set(literalsOf(group.tests).map((literal) => literal.value))) {
      if (value === null || !hasType(value, input.type)) continue;
      let mask = masks.get(value);
      if (mask === undefined) masks.set(value, (mask = other.slice()));
      const passes = matchesTests(group.tests, value, input.type);
      for (const [word, rows] of group.rows.entries()) {
        mask[word] = passes ? (mask[word] as number) | rows : (mask[word] as number) & ~rows;
      }
    }
  }
  return masks;
}

/** A text that no cell names: all such texts pass the same rows. */
function otherThan(cells: UnaryTests[]): string {
  const named = new Set(cells.flatMap(literalsOf).map((literal) => literal.value));
  let text = '';
  while (named.has(text)) text += '_';
  return text;
}

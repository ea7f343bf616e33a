import type { JsonValue } from '../json.ts';
import { hasType, literalsOf, matchesTests } from './match-test.ts';
import type { TableInput } from './model.ts';
import { formatUnaryTests } from './format-unary-tests.ts';
import type { LiteralValue, UnaryTests } from './unary-tests.ts';

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
 * Cut points up to which a column of numbers gets a mask per stretch of the number line. chosen: 64, because making the
 * masks takes cut points × distinct cells × words, and tables that people write stay below.
 */
const maxCutPoints = 64;

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
  const absent = maskFor(groups, null, new Uint32Array(wordCount));
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
    const named = dictionaryOf(input, cells, groups, wordCount);
    const other = maskFor(groups, otherThan(named), new Uint32Array(wordCount));
    return (value) => named.get(value as LiteralValue) ?? other;
  }
  const points = input.type === 'number' ? cutPoints(cells) : null;
  if (points !== null && points.length <= maxCutPoints) {
    const masks = stretches(points).map((value) => maskFor(groups, value, new Uint32Array(wordCount)));
    return (value) => masks[stretchOf(points, value as number)] as Uint32Array;
  }
  const scratch = new Uint32Array(wordCount);
  return (value) => maskFor(groups, value, scratch);
}

/** The numbers that cells name, ascending: between two of them no test changes its mind. */
function cutPoints(cells: UnaryTests[]): number[] {
  const values = cells.flatMap(literalsOf).map((literal) => literal.value);
  return [...new Set(values.filter((value) => typeof value === 'number'))].sort((left, right) => left - right);
}

/** One number from each stretch: below the first point, the first point, between it and the second, and so on. */
function stretches(points: number[]): number[] {
  const values = [-Infinity];
  for (const [index, point] of points.entries()) values.push(point, (point + (points[index + 1] ?? Infinity)) / 2);
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

function maskFor(groups: CellGroup[], value: JsonValue, mask: Uint32Array): Uint32Array {
  mask.fill(0);
  for (const group of groups) {
    if (!matchesTests(group.tests, value)) continue;
    for (let word = 0; word < mask.length; word++) {
      mask[word] = (mask[word] as number) | (group.rows[word] as number);
    }
  }
  return mask;
}

function dictionaryOf(
  input: TableInput,
  cells: UnaryTests[],
  groups: CellGroup[],
  wordCount: number,
): Map<LiteralValue, Uint32Array> {
  const values = input.type === 'boolean' ? [true, false] : cells.flatMap(literalsOf).map((literal) => literal.value);
  const masks = new Map<LiteralValue, Uint32Array>();
  for (const value of values) {
    if (value === null || masks.has(value) || !hasType(value, input.type)) continue;
    masks.set(value, maskFor(groups, value, new Uint32Array(wordCount)));
  }
  return masks;
}

/** A text that no cell names: all such texts pass the same rows. */
function otherThan(named: Map<LiteralValue, Uint32Array>): string {
  let text = '';
  while (named.has(text)) text += '_';
  return text;
}

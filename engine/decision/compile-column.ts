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
 * Makes a column ready. Texts and truth values go through a dictionary from value to mask, since all tests on them are
 * about equality; numbers and lists run each distinct cell once per value.
 * @param input the column
 * @param cells one per row
 * @param wordCount words of 32 rows in a mask
 */
export function compileColumn(input: TableInput, cells: UnaryTests[], wordCount: number): CompiledColumn {
  const groups = groupCells(cells, wordCount);
  const absent = maskFor(groups, null, new Uint32Array(wordCount));
  if (input.type === 'number' || input.type === 'list') {
    const scratch = new Uint32Array(wordCount);
    return { input, cells, rowsPassing: (value) => (value === null ? absent : maskFor(groups, value, scratch)) };
  }
  const named = dictionaryOf(input, cells, groups, wordCount);
  const other = maskFor(groups, otherThan(named), new Uint32Array(wordCount));
  return {
    input,
    cells,
    rowsPassing: (value) => (value === null ? absent : (named.get(value as LiteralValue) ?? other)),
  };
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

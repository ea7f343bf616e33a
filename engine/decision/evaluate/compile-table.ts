import type { Result } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { checkRunnable } from '../table/check-table.ts';
import { compileColumn, type CompiledColumn } from './compile-column.ts';
import type { DecisionTable, TableRow } from '../model.ts';

/** A table made ready to run. Opaque outside of this folder. */
export interface CompiledTable {
  table: DecisionTable;
  /** The rows that are not disabled, top down; bit n of a mask stands for row n. */
  rows: TableRow[];
  columns: CompiledColumn[];
  /** Words of 32 rows that a mask has. */
  wordCount: number;
}

const compiledTables = new WeakMap<DecisionTable, Result<CompiledTable>>();

/**
 * Makes a table ready to run, once per table object: calling again with the same object costs a look-up. Tables are
 * values, so a changed table has to be a new object.
 * @param table a table as `parseTable` of `rules/` gives it
 * @returns the compiled table, or every error of `checkTable` that keeps it from running (warnings do not)
 * @example const compiled = compileTable(table)
 */
export function compileTable(table: DecisionTable): Result<CompiledTable> {
  const known = compiledTables.get(table);
  if (known !== undefined) return known;
  const result = compile(table);
  compiledTables.set(table, result);
  return result;
}

function compile(table: DecisionTable): Result<CompiledTable> {
  const checked = checkRunnable(table);
  if (!checked.ok) return checked;
  const rows = table.rows.filter((row) => row.disabled !== true);
  const cells = checked.value.cells.filter((_, index) => table.rows[index]?.disabled !== true);
  const wordCount = Math.max(1, Math.ceil(rows.length / 32));
  const columns = table.inputs.map((input, index) =>
    compileColumn(
      input,
      cells.map((row) => row[index] ?? { kind: 'any' }),
      wordCount,
    ),
  );
  return { ok: true, value: { table, rows, columns, wordCount } };
}

/**
 * Finds the rows that match.
 * @param compiled from `compileTable`
 * @param values one per input, in order; null for absent; each of its column's type
 * @returns a mask: bit n of word n/32 is set when row n (disabled rows not counted) matches
 */
export function matchRows(compiled: CompiledTable, values: readonly JsonValue[]): Uint32Array {
  const mask = allRows(compiled);
  for (let column = 0; column < compiled.columns.length; column++) {
    const passing = (compiled.columns[column] as CompiledColumn).rowsPassing(values[column] ?? null);
    for (let word = 0; word < mask.length; word++) mask[word] = (mask[word] as number) & (passing[word] as number);
  }
  return mask;
}

function allRows(compiled: CompiledTable): Uint32Array {
  const mask = new Uint32Array(compiled.wordCount).fill(0xffffffff);
  const rest = compiled.rows.length % 32;
  if (compiled.rows.length === 0) mask[0] = 0;
  else if (rest !== 0) mask[compiled.wordCount - 1] = 0xffffffff >>> (32 - rest);
  return mask;
}

/**
 * The first row of a mask at or after `from`, or -1.
 * @example firstRow(mask, 0)
 */
export function firstRow(mask: Uint32Array, from: number): number {
  for (let word = from >>> 5; word < mask.length; word++) {
    let bits = mask[word] as number;
    if (word === from >>> 5) bits &= 0xffffffff << (from & 31);
    if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits);
  }
  return -1;
}

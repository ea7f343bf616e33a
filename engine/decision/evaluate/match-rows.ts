import type { JsonValue } from '../../json.ts';
import { matchesTests } from '../cell/match-test.ts';
import { codeOf, wrongType, type CompiledColumn } from './compile-column.ts';
import { cellOf, type CompiledTable, type Relations } from './compile-table.ts';
import { refused } from './mask-sweep.ts';
import { codeOfDay } from './valid-days.ts';

/**
 * Finds the rows that match.
 * @param compiled from `compileTable`
 * @param values one per input, in order; null for absent; each of its column's type
 * @param day `YYYY-MM-DD`; without one the rows that have days of validity do not match
 * @returns a mask: bit n of word n/32 is set when row n (disabled rows not counted) matches. A value of a wrong type, or
 *   one that may not occur, matches no row
 * @example matchRows(compiled, [12, 'gold'], '2026-11-22')
 */
export function matchRows(compiled: CompiledTable, values: readonly JsonValue[], day?: string): Uint32Array {
  const { layout, dimensions, columns, days, relations } = compiled;
  const mask = new Uint32Array(layout.wordCount);
  for (const [index, dimension] of dimensions.entries()) {
    let code = 0;
    for (const [at, member] of dimension.columns.entries()) {
      const ofColumn = codeOrMask(columns[member] as CompiledColumn, values[member] ?? null);
      if (ofColumn === wrongType) return mask.fill(0);
      code += ofColumn * (dimension.strides[at] as number);
    }
    if (!intersect(mask, compiled, dimension.offsets, dimension.blocks, code, index === 0)) return mask.fill(0);
  }
  if (days !== null) {
    intersect(mask, compiled, days.offsets, days.blocks, codeOfDay(days, day), false);
  }
  if (relations !== null) dropUnrelated(mask, compiled, relations, values);
  return mask;
}

/** The code of a value; a list writes its mask instead. */
export function codeOrMask(column: CompiledColumn, value: JsonValue): number {
  if (column.lists === null || value === null) return codeOf(column, value);
  return column.lists.read(value) === true ? 1 : wrongType;
}

function intersect(
  mask: Uint32Array,
  { layout }: CompiledTable,
  offsets: Int32Array,
  blocks: Int32Array,
  code: number,
  isFirst: boolean,
): boolean {
  for (let block = 0, word = 0; block < layout.blockCount; block++) {
    const offset = offsets[code * layout.blockCount + block] as number;
    if (offset === refused) return false;
    for (let at = 1; at <= layout.blockWords && word < mask.length; at++, word++) {
      const bits = blocks[offset + at] as number;
      mask[word] = isFirst ? bits : (mask[word] as number) & bits;
    }
  }
  return true;
}

/** Takes out the rows of which a cell that compares with other inputs fails. */
function dropUnrelated(
  mask: Uint32Array,
  compiled: CompiledTable,
  relations: Relations,
  values: readonly JsonValue[],
): void {
  for (let word = 0; word < mask.length; word++) {
    let bits = (mask[word] as number) & (relations.rows[word] as number);
    while (bits !== 0) {
      const row = word * 32 + 31 - Math.clz32(bits & -bits);
      if (!relationsHold(compiled, relations, row, values)) mask[word] = (mask[word] as number) & ~(1 << (row & 31));
      bits &= bits - 1;
    }
  }
}

/** True when those cells of a row pass that compare with other inputs. */
export function relationsHold(
  compiled: CompiledTable,
  relations: Relations,
  row: number,
  values: readonly JsonValue[],
): boolean {
  const valueOf = (id: string) => values[relations.indexOf.get(id) ?? -1] ?? null;
  for (const column of relations.columnsOf.get(row) ?? []) {
    const { type } = (compiled.columns[column] as CompiledColumn).input;
    if (!matchesTests(cellOf(compiled, row, column), values[column] ?? null, type, valueOf)) return false;
  }
  return true;
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

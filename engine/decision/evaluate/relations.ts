import type { JsonValue } from '../../json.ts';
import { matchesTests } from '../cell/match-test.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import { hasReference } from './cell-sets.ts';
import type { CompiledColumn } from './compile-column.ts';
import type { MaskLayout } from './mask-blocks.ts';

/** Rows with cells that compare with other inputs: these cells are looked at one by one, for rows that match otherwise. */
export interface Relations {
  /** Mask of the rows. */
  rows: Int32Array;
  /** Indexes of the columns of such cells, by row. */
  columnsOf: Map<number, number[]>;
  /** Index of a column by the id of its input. */
  indexOf: Map<string, number>;
}

/** Finds the cells that compare with other inputs; null when there are none. */
export function relationsOf(columns: readonly CompiledColumn[], layout: MaskLayout): Relations | null {
  const rows = new Int32Array(layout.wordCount);
  const columnsOf = new Map<number, number[]>();
  for (const [column, { cells }] of columns.entries()) {
    for (const [row, tests] of cells.entries()) {
      if (!hasReference(tests)) continue;
      rows[row >>> 5] = (rows[row >>> 5] as number) | (1 << (row & 31));
      const known = columnsOf.get(row);
      if (known === undefined) columnsOf.set(row, [column]);
      else known.push(column);
    }
  }
  if (columnsOf.size === 0) return null;
  return { rows, columnsOf, indexOf: new Map(columns.map(({ input }, index) => [input.id, index])) };
}

/**
 * True when those cells of a row pass that compare with other inputs.
 * @param values one per input, in order; null for absent
 */
export function relationsHold(
  columns: readonly CompiledColumn[],
  relations: Relations,
  row: number,
  values: readonly JsonValue[],
): boolean {
  const valueOf = (id: string) => values[relations.indexOf.get(id) ?? -1] ?? null;
  for (const index of relations.columnsOf.get(row) ?? []) {
    const { cells, input } = columns[index] as CompiledColumn;
    if (!matchesTests(cells[row] as UnaryTests, values[index] ?? null, input.type, valueOf)) return false;
  }
  return true;
}

import type { Result } from '../../issue.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { DecisionTable, TableInput, TableRow } from '../model.ts';
import { checkRunnable } from '../table/check-table.ts';
import { compileColumn, type CompiledColumn } from './compile-column.ts';
import { compileDimensions, type Dimension } from './compile-dimensions.ts';
import { maskLayout, type MaskLayout } from './mask-blocks.ts';
import { relationsOf, type Relations } from './relations.ts';
import { compileValidDays, type ValidDays } from './valid-days.ts';

/** A table made ready to run. Opaque outside of this folder, but for `table`, `rows`, `columns[].input` and `columns[].cells`. */
export interface CompiledTable {
  table: DecisionTable;
  /** The rows that are not disabled, top down; bit n of a mask stands for row n. */
  rows: TableRow[];
  /** One per input, in order. */
  columns: CompiledColumn[];
  layout: MaskLayout;
  dimensions: Dimension[];
  /** Null when every row counts every day. */
  days: ValidDays | null;
  /** Null when no cell compares with another input. */
  relations: Relations | null;
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
  const layout = maskLayout(rows.length);
  const columns = table.inputs.map((input, index) =>
    compileColumnOnce(
      input,
      cells.map((row) => row[index] ?? anything),
      checked.value.offsets.kinds[index] ?? null,
      layout,
    ),
  );
  const dimensions = compileDimensions(columns, rows.length, layout);
  const days = compileValidDays(rows, layout);
  return {
    ok: true,
    value: { table, rows, columns, layout, dimensions, days, relations: relationsOf(columns, layout) },
  };
}

const anything: UnaryTests = { kind: 'any' };

const lastColumns = new WeakMap<TableInput, CompiledColumn>();

/** Takes the column of the last table with the same input when its cells are the same: an edit of a cell touches one. */
function compileColumnOnce(...[input, cells, offset, layout]: Parameters<typeof compileColumn>): CompiledColumn {
  const last = lastColumns.get(input);
  const isSame =
    last !== undefined &&
    last.offset === offset &&
    last.cells.length === cells.length &&
    last.cells.every((tests, row) => tests === cells[row]);
  // A list's column writes its masks to one place, which two tables cannot share.
  if (isSame && last.lists === null) return last;
  const column = compileColumn(input, cells, offset, layout);
  lastColumns.set(input, column);
  return column;
}

/** The parsed cell of a row in a column. */
export function cellOf(compiled: CompiledTable, row: number, column: number): UnaryTests {
  return compiled.columns[column]?.cells[row] ?? anything;
}

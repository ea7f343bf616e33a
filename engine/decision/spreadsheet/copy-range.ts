import type { DecisionTable, TableRow } from '../model.ts';
import { writeText, writeValue } from './exact-cell.ts';
import { guardFormula } from './formula-guard.ts';
import { gridColumns, type GridColumn } from './grid-column.ts';
import { textOf, type CellValue } from './sheets.ts';
import { joinTsv } from './tsv.ts';

/** A rectangle of a table's cells; rows and columns count from 0, columns as `gridColumns` lists them. */
export interface CellRange {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/**
 * Copies a range in the form that spreadsheets take: tab-separated, texts without quotes in results, conditions as
 * S-FEEL. What would become a formula there gets an apostrophe, which `pasteRange` takes away again.
 * @returns rows and cells beyond the table are left out; empty for none
 * @example copyRange(table, { row: 0, column: 0, rows: 2, columns: 2 }) // '< 100\tpay\n-\treview'
 */
export function copyRange(table: DecisionTable, range: CellRange): string {
  const columns = gridColumns(table).slice(range.column, range.column + range.columns);
  const rows = table.rows.slice(range.row, range.row + range.rows);
  return joinTsv(rows.map((row) => columns.map((column) => guardFormula(textOf(cellOf(row, column))))));
}

function cellOf(row: TableRow, column: GridColumn): CellValue {
  switch (column.kind) {
    case 'condition':
      return spaced(row.when[column.input.id] ?? '', column.input.type);
    case 'result':
      return writeValue(row.then[column.output.id], column.output.type);
    case 'annotation':
      return writeText(row.annotations?.[column.annotation.id]);
    case 'reason':
      return writeText(row.reason);
    case 'source':
      return writeText(row.source);
  }
}

/** `1,5` is "1 or 5" here and one and a half in half of the world's spreadsheets; `1, 5` is the same here and there. */
function spaced(text: string, type: string): string {
  return type === 'number' && !text.includes('"') ? text.replace(/(?<=\d),(?=\d)/g, ', ') : text;
}

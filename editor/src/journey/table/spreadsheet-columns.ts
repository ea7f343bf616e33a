import { gridColumns, type DecisionTable } from '../../../../engine/index.ts';
import type { GridColumn } from './grid-columns.ts';

/**
 * The part of a range of the grid that spreadsheets see: `column` and `columns` as `gridColumns` of the engine counts them.
 * Row numbers, simulated customers and days of validity are none of it.
 * @returns null when the range has no such column
 */
export function spreadsheetColumns(
  table: DecisionTable,
  columns: readonly GridColumn[],
  left: number,
  right: number,
): { column: number; columns: number } | null {
  const keys = gridColumns(table).map((column) => {
    switch (column.kind) {
      case 'condition':
        return `when ${column.input.id}`;
      case 'result':
        return `then ${column.output.id}`;
      case 'annotation':
        return `annotation ${column.annotation.id}`;
      case 'reason':
      case 'source':
        return column.kind;
    }
  });
  const places = columns.slice(left, right + 1).flatMap(({ key }) => {
    const place = keys.indexOf(key);
    return place < 0 ? [] : [place];
  });
  const first = places[0];
  const last = places.at(-1);
  return first === undefined || last === undefined ? null : { column: first, columns: last - first + 1 };
}

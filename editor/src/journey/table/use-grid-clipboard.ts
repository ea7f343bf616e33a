import type { ClipboardEvent } from 'react';
import { copyRange } from '../../../../engine/index.ts';
import { changeFor } from './cell-change.ts';
import { isEditable } from './grid-columns.ts';
import type { PasteReport } from './grid-edits.ts';
import { spreadsheetColumns } from './spreadsheet-columns.ts';
import type { GridParts } from './use-grid-keys.ts';

/** Copy, cut and paste of ranges, in the form that spreadsheets use. */
export function useGridClipboard(grid: GridParts, onPasted: (report: PasteReport) => void) {
  const { state, edits } = grid;
  return {
    onCopy: (event: ClipboardEvent) => void copy(grid, event),
    onCut: (event: ClipboardEvent) => {
      if (!copy(grid, event) || edits === null) return;
      const changes = selectedRows(grid).flatMap((index) => {
        const row = grid.table.rows[index];
        if (row === undefined) return [];
        const columns = grid.columns.slice(grid.range.left, grid.range.right + 1).filter(isEditable);
        return columns.flatMap((column) => changeFor(row, column, '', []) ?? []);
      });
      if (changes.length > 0) edits.setCells(changes, 'Cut cells');
    },
    onPaste: (event: ClipboardEvent) => {
      if (state.editing !== null || edits === null || state.focus.row < 0) return;
      const text = event.clipboardData.getData('text/plain');
      if (text === '') return;
      event.preventDefault();
      const report = paste(grid, text);
      if (report !== null) onPasted(report);
    },
  };
}

function copy({ state, table, columns, rows, range }: GridParts, event: ClipboardEvent): boolean {
  if (state.editing !== null || range.top < 0) return false;
  const place = spreadsheetColumns(table, columns, range.left, range.right);
  if (place === null) return false;
  const shown = { ...table, rows: rows.flatMap((index) => table.rows[index] ?? []) };
  const text = copyRange(shown, { ...place, row: range.top, rows: range.bottom - range.top + 1 });
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
  return true;
}

/** One copied cell fills the whole range; anything else goes in from its top left corner. */
function paste({ table, columns, rows, range, edits, dispatch }: GridParts, text: string): PasteReport | null {
  // A range that begins at the row's number or at the simulated customers begins at the next column that takes it.
  const place = spreadsheetColumns(table, columns, range.left, columns.length - 1);
  if (place === null || edits === null) return null;
  const chosen = spreadsheetColumns(table, columns, range.left, range.right);
  const at = {
    row: Math.max(0, range.top),
    column: place.column,
    rows: range.bottom - Math.max(0, range.top) + 1,
    columns: chosen?.columns ?? 1,
  };
  const report = edits.paste(rows, at, text);
  const left = columns.findIndex(
    (_, index) => index >= range.left && spreadsheetColumns(table, columns, index, index) !== null,
  );
  if (report !== null)
    dispatch({
      kind: 'range',
      from: { row: at.row, column: left },
      to: { row: at.row + report.rows - 1, column: left + report.columns - 1 },
    });
  return report;
}

function selectedRows({ rows, range }: GridParts): number[] {
  return rows.slice(Math.max(0, range.top), range.bottom + 1);
}

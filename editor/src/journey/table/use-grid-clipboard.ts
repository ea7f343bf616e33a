import type { ClipboardEvent } from 'react';
import { targetOf } from './cell-change.ts';
import { cellText } from './grid-columns.ts';
import type { GridParts } from './use-grid-keys.ts';
import { formatTsv, parseTsv } from './tsv.ts';

/** Copy, cut and paste of ranges, in the form that spreadsheets use. */
export function useGridClipboard(grid: GridParts) {
  const { state, edits } = grid;
  const copy = (event: ClipboardEvent): boolean => {
    if (state.editing !== null) return false;
    event.clipboardData.setData('text/plain', formatTsv(selectedTexts(grid)));
    event.preventDefault();
    return true;
  };
  return {
    onCopy: (event: ClipboardEvent) => void copy(event),
    onCut: (event: ClipboardEvent) => {
      if (!copy(event) || edits === null) return;
      const targets = selectedColumns(grid).map(targetOf);
      const rows = selectedRows(grid);
      edits.paste(
        rows,
        targets,
        rows.map(() => targets.map(() => '')),
      );
    },
    onPaste: (event: ClipboardEvent) => {
      if (state.editing !== null || edits === null || state.focus.row < 0) return;
      const cells = parseTsv(event.clipboardData.getData('text/plain'));
      if (cells.length === 0) return;
      event.preventDefault();
      paste(grid, cells);
    },
  };
}

/** One copied cell fills the whole range; anything else goes in from its top left corner. */
function paste(grid: GridParts, cells: string[][]): void {
  const { range, rows, columns, edits, dispatch } = grid;
  const single = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  if (single !== undefined) {
    const chosen = selectedRows(grid);
    const targets = selectedColumns(grid).map(targetOf);
    edits?.paste(
      chosen,
      targets,
      chosen.map(() => targets.map(() => single)),
    );
    return;
  }
  const width = Math.max(...cells.map((row) => row.length));
  const targets = columns.slice(range.left, range.left + width).map(targetOf);
  edits?.paste(rows.slice(range.top), targets, cells);
  dispatch({
    kind: 'range',
    from: { row: range.top, column: range.left },
    to: { row: range.top + cells.length - 1, column: range.left + width - 1 },
  });
}

function selectedColumns({ columns, range }: GridParts) {
  return columns.slice(range.left, range.right + 1);
}

function selectedRows({ rows, range }: GridParts): number[] {
  return rows.slice(Math.max(0, range.top), range.bottom + 1);
}

function selectedTexts(grid: GridParts): string[][] {
  return selectedRows(grid).map((index) =>
    selectedColumns(grid).map((column) => {
      const row = grid.table.rows[index];
      return row === undefined ? '' : cellText(row, column, index + 1);
    }),
  );
}

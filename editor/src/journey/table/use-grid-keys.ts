import type { Dispatch, KeyboardEvent } from 'react';
import type { DecisionTable } from '../../../../engine/index.ts';
import { changeFor } from './cell-change.ts';
import { isEditable, type GridColumn } from './grid-columns.ts';
import type { GridEdits } from './grid-edits.ts';
import type { CellRange } from './grid-moves.ts';
import type { GridAction, GridState } from './grid-state.ts';

/** What the handlers of a grid know. */
export interface GridParts {
  table: DecisionTable;
  columns: readonly GridColumn[];
  /** Indexes in the table of the rows that are shown. */
  rows: readonly number[];
  state: GridState;
  range: CellRange;
  dispatch: Dispatch<GridAction>;
  edits: GridEdits | null;
  onOpenColumn(column: GridColumn): void;
}

const movers = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);

/** Keys of the grid while no cell is edited. */
export function useGridKeys(grid: GridParts): (event: KeyboardEvent) => void {
  return (event) => {
    if (grid.state.editing !== null || event.defaultPrevented) return;
    if (!(event.target instanceof Element) || event.target.closest('[data-cell]') !== event.target) return;
    if (act(grid, event)) event.preventDefault();
  };
}

function act(grid: GridParts, event: KeyboardEvent): boolean {
  const { state, dispatch, edits, columns, rows } = grid;
  const { key, shiftKey } = event;
  const withCtrl = event.ctrlKey || event.metaKey;
  const column = columns[state.focus.column];
  const rowIndex = rows[state.focus.row];
  if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) return moveRow(grid, key === 'ArrowUp' ? -1 : 1);
  if (movers.has(key)) {
    dispatch({ kind: 'move', key, withCtrl, extend: shiftKey });
    return true;
  }
  if (key === ' ' && (shiftKey || withCtrl)) {
    const last = { row: rows.length - 1, column: columns.length - 1 };
    dispatch(
      shiftKey
        ? {
            kind: 'range',
            from: { row: state.focus.row, column: 0 },
            to: { row: state.focus.row, column: last.column },
          }
        : {
            kind: 'range',
            from: { row: 0, column: state.focus.column },
            to: { row: last.row, column: state.focus.column },
          },
    );
    return true;
  }
  if (withCtrl && key.toLowerCase() === 'a') {
    dispatch({ kind: 'range', from: { row: 0, column: 0 }, to: { row: rows.length - 1, column: columns.length - 1 } });
    return true;
  }
  if (edits === null || column === undefined) return false;
  if (withCtrl && key === 'Enter' && rowIndex !== undefined) {
    edits.addRow(rowIndex + 1);
    dispatch({ kind: 'leave', rows: 1, columns: 0 });
    return true;
  }
  if (withCtrl || event.altKey) return false;
  if (key === 'Enter' || key === 'F2') return open(grid, event, column);
  if (key === 'Delete' || key === 'Backspace') return clear(grid);
  if (key.length === 1 && isEditable(column) && state.focus.row >= 0) {
    dispatch({ kind: 'edit', text: key, selectAll: false });
    return true;
  }
  return false;
}

function open({ state, dispatch, onOpenColumn }: GridParts, event: KeyboardEvent, column: GridColumn): boolean {
  if (state.focus.row < 0) {
    if (column.kind === 'input' || column.kind === 'output' || column.kind === 'annotation') onOpenColumn(column);
    return true;
  }
  if (column.kind === 'number') {
    // The row's menu is the button in its number cell.
    (event.target as Element)
      .querySelector('button')
      ?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, pointerType: 'mouse' }));
    return true;
  }
  if (isEditable(column)) dispatch({ kind: 'edit', text: null, selectAll: event.key === 'Enter' });
  return true;
}

function moveRow({ state, rows, edits, dispatch }: GridParts, by: number): boolean {
  const from = rows[state.focus.row];
  const to = rows[state.focus.row + by];
  if (edits === null || from === undefined || to === undefined) return true;
  edits.moveRow(from, to);
  dispatch({ kind: 'leave', rows: by, columns: 0 });
  return true;
}

/** Empties the range; whole rows are removed when their number cell is part of it. */
function clear({ table, columns, rows, range, edits }: GridParts): boolean {
  if (edits === null || range.top < 0) return false;
  const chosen = rows.slice(range.top, range.bottom + 1);
  if (range.left === 0) {
    edits.removeRows(chosen);
    return true;
  }
  const changes = chosen.flatMap((index) => {
    const row = table.rows[index];
    if (row === undefined) return [];
    return columns.slice(range.left, range.right + 1).flatMap((column) => changeFor(row, column, '', []) ?? []);
  });
  if (changes.length > 0) edits.setCells(changes, 'Clear cells');
  return true;
}

import { moveInGrid, type CellAt, type GridSize } from './grid-moves.ts';

/** What the grid remembers between keys. */
export interface GridState {
  focus: CellAt;
  /** The other corner of the selected range; the focus itself when one cell is selected. */
  anchor: CellAt;
  /** `text` null: starts from what the cell says. */
  editing: { text: string | null; selectAll: boolean } | null;
}

export type GridAction =
  | { kind: 'move'; key: string; withCtrl: boolean; extend: boolean }
  | { kind: 'go'; to: CellAt; extend?: boolean }
  | { kind: 'range'; from: CellAt; to: CellAt }
  | { kind: 'edit'; text: string | null; selectAll: boolean }
  | { kind: 'stop' }
  /** After an edit: Enter goes down, Tab to the right. */
  | { kind: 'leave'; rows: number; columns: number };

export const firstCell: GridState = { focus: { row: 0, column: 1 }, anchor: { row: 0, column: 1 }, editing: null };

/** The next state of a grid of that size. */
export function nextGridState(state: GridState, action: GridAction, size: GridSize): GridState {
  switch (action.kind) {
    case 'move': {
      const to = moveInGrid(state.focus, action.key, action.withCtrl, size);
      if (to === null) return state;
      return action.extend ? { ...state, focus: { ...to, row: Math.max(0, to.row) } } : at(to);
    }
    case 'go':
      return action.extend === true
        ? { ...state, focus: inside(action.to, size), editing: null }
        : at(inside(action.to, size));
    case 'range':
      return { focus: inside(action.to, size), anchor: inside(action.from, size), editing: null };
    case 'edit':
      return { ...at(state.focus), editing: { text: action.text, selectAll: action.selectAll } };
    case 'stop':
      return { ...state, editing: null };
    case 'leave':
      return at(inside({ row: state.focus.row + action.rows, column: state.focus.column + action.columns }, size));
  }
}

function at(cell: CellAt): GridState {
  return { focus: cell, anchor: cell, editing: null };
}

/** Rows may have gone (undo, a filter): the focus stays within what is there. */
export function inside(cell: CellAt, size: GridSize): CellAt {
  return {
    row: Math.max(-1, Math.min(size.rows - 1, cell.row)),
    column: Math.max(0, Math.min(size.columns - 1, cell.column)),
  };
}

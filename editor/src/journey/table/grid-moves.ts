/** A cell of the grid: row −1 is the header. */
export interface CellAt {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
}

/** Where the focus goes for a key, after the ARIA grid pattern; null when the key is none of the grid's. */
export function moveInGrid(at: CellAt, key: string, withCtrl: boolean, size: GridSize, pageRows = 10): CellAt | null {
  const to = target(at, key, withCtrl, size, pageRows);
  if (to === null) return null;
  return {
    row: Math.max(-1, Math.min(size.rows - 1, to.row)),
    column: Math.max(0, Math.min(size.columns - 1, to.column)),
  };
}

function target(at: CellAt, key: string, withCtrl: boolean, size: GridSize, pageRows: number): CellAt | null {
  switch (key) {
    case 'ArrowUp':
      return withCtrl ? { ...at, row: 0 } : { ...at, row: at.row - 1 };
    case 'ArrowDown':
      return withCtrl ? { ...at, row: size.rows - 1 } : { ...at, row: at.row + 1 };
    case 'ArrowLeft':
      return withCtrl ? { ...at, column: 0 } : { ...at, column: at.column - 1 };
    case 'ArrowRight':
      return withCtrl ? { ...at, column: size.columns - 1 } : { ...at, column: at.column + 1 };
    case 'Home':
      return withCtrl ? { row: 0, column: 0 } : { ...at, column: 0 };
    case 'End':
      return withCtrl ? { row: size.rows - 1, column: size.columns - 1 } : { ...at, column: size.columns - 1 };
    case 'PageUp':
      return { ...at, row: at.row - pageRows };
    case 'PageDown':
      return { ...at, row: at.row + pageRows };
    default:
      return null;
  }
}

/** A rectangle of cells, with its corners put in order. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function rangeBetween(a: CellAt, b: CellAt): CellRange {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

import type { JsonValue } from '../../../../engine/index.ts';

/** A new content of one cell. */
export type CellChange =
  | { kind: 'when'; row: string; input: string; text: string }
  | { kind: 'then'; row: string; output: string; value: JsonValue }
  | { kind: 'reason' | 'source'; row: string; text: string };

/** What the grid can do to its table. Rows are named by their index in the table. Every call is one entry of the undo stack. */
export interface GridEdits {
  rowCount(): number;
  setCells(changes: readonly CellChange[], label?: string): void;
  addRow(at: number): void;
  duplicateRow(index: number): void;
  moveRow(from: number, to: number): void;
  removeRows(indexes: readonly number[]): void;
  toggleRow(index: number): void;
  /** Pastes a range; rows that do not exist yet are made. */
  paste(rows: readonly number[], columns: readonly CellTarget[], cells: readonly (readonly string[])[]): void;
}

/** A column that a cell can be pasted into, or null for one that cannot be edited. */
export type CellTarget =
  { kind: 'when'; input: string } | { kind: 'then'; output: string } | { kind: 'reason' | 'source' } | null;

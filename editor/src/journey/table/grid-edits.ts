import type { JsonValue, PasteAnchor } from '../../../../engine/index.ts';

/** A new content of one cell. */
export type CellChange =
  | { kind: 'when'; row: string; input: string; text: string }
  | { kind: 'then'; row: string; output: string; value: JsonValue }
  | { kind: 'annotation'; row: string; annotation: string; text: string }
  | { kind: 'reason' | 'source' | 'validFrom' | 'validUntil'; row: string; text: string };

/** What a paste did. */
export interface PasteReport {
  /** How many cells say something else now. */
  changed: number;
  /** How far the range reached, in rows that are shown and those that were added. */
  rows: number;
  columns: number;
  /** What could not be read or is doubtful, in words, each with its place. */
  notes: { severity: 'error' | 'warning'; message: string }[];
}

/** What the grid can do to its table. Rows are named by their index in the table. Every call is one entry of the undo stack. */
export interface GridEdits {
  rowCount(): number;
  setCells(changes: readonly CellChange[], label?: string): void;
  addRow(at: number): void;
  duplicateRow(index: number): void;
  moveRow(from: number, to: number): void;
  removeRows(indexes: readonly number[]): void;
  toggleRow(index: number): void;
  /** Sets or removes (empty) days of validity. */
  setDays(index: number, days: { validFrom: string; validUntil: string }): void;
  /**
   * Pastes a range over the rows that are shown; those that it needs beyond them are added at the table's end.
   * @param shown indexes of the rows that are shown
   * @param at `row` counts among them; `column` as `gridColumns` of the engine
   * @returns null when nothing could be pasted, which has been told
   */
  paste(shown: readonly number[], at: PasteAnchor, text: string): PasteReport | null;
}

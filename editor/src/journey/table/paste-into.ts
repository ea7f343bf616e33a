import {
  describeIssue,
  pasteRange,
  type DecisionTable,
  type Issue,
  type PasteAnchor,
  type Result,
} from '../../../../engine/index.ts';
import type { PasteReport } from './grid-edits.ts';

/**
 * A table after a paste over the rows that are shown. Rows in between that a filter hides stay as they are.
 * @returns the table and what there is to say about it; or why nothing could be pasted
 */
export function pasteInto(
  table: DecisionTable,
  shown: readonly number[],
  at: PasteAnchor,
  text: string,
  newRowId: () => string,
): Result<{ table: DecisionTable; report: PasteReport }> {
  const rows = shown.flatMap((index) => table.rows[index] ?? []);
  const pasted = pasteRange({ ...table, rows }, at, text, { newRowId });
  if (!pasted.ok) return pasted;
  const { table: part, notes, changed } = pasted.value;
  const next = new Map(part.rows.map((row) => [row.id, row]));
  const before = table.rows.map((row) => next.get(row.id) ?? row);
  const known = new Set(table.rows.map(({ id }) => id));
  const merged = { ...table, rows: [...before, ...part.rows.filter(({ id }) => !known.has(id))] };
  const last = Math.max(at.row + (at.rows ?? 1) - 1, ...changed.map(({ row }) => row));
  const right = Math.max(at.column + (at.columns ?? 1) - 1, ...changed.map(({ column }) => column));
  const report = {
    changed: changed.length,
    rows: last - at.row + 1,
    columns: right - at.column + 1,
    notes: notes.map((issue) => ({
      severity: issue.severity,
      message: noteInWords(merged, issue),
    })),
  };
  return { ok: true, value: { table: merged, report } };
}

/** Rows by their numbers, as the grid shows them. */
function noteInWords(table: DecisionTable, issue: Issue): string {
  const { row, input, output, ...params } = issue.params;
  const words = describeIssue({ ...issue, params });
  const number = table.rows.findIndex(({ id }) => id === row) + 1;
  if (number === 0) return words;
  const column = [...table.inputs, ...table.outputs].find(({ id }) => id === (input ?? output));
  return `Row ${number}${column === undefined ? '' : `, ${column.name}`}: ${words}`;
}

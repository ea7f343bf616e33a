import type { Issue } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { TableInput, TableRow } from '../model.ts';
import type { PlacedRow } from './blocks.ts';
import { readText, readValue } from './exact-cell.ts';
import { rowFields } from './layout.ts';
import { readOwnCondition } from './own-condition.ts';
import { cellIssue, placeIssue } from './place-issue.ts';
import type { PlacedColumn } from './read-columns.ts';
import { readMore } from './record-fields.ts';
import { readResult } from './read-result.ts';
import { isBlank, type CellValue } from './sheets.ts';
import { rowIds } from './row-ids.ts';

/** Reads the rules of our own layout, one per row. */
export function readRules(
  rows: readonly PlacedRow[],
  columns: readonly PlacedColumn[],
  inputs: readonly TableInput[],
): { rows: TableRow[]; notes: Issue[] } {
  const notes: Issue[] = [];
  const wanted = rows.map((row) => readText(row.cells[0]));
  const nextId = rowIds(wanted.filter((id) => typeof id === 'string'));
  const seen = new Set<string>();
  const read = rows.map((row, index): TableRow => {
    const written = wanted[index];
    const known = typeof written === 'string' && !seen.has(written);
    const id = known ? written : nextId();
    if (!known) {
      const code = written === undefined ? 'row_id_made' : 'row_id_repeated';
      notes.push(cellIssue(code, 'warning', row, 0, { id, found: written ?? null }));
    }
    seen.add(id);
    return readRule(row, index, id, columns, inputs, notes);
  });
  return { rows: read, notes };
}

function readRule(
  row: PlacedRow,
  position: number,
  id: string,
  columns: readonly PlacedColumn[],
  inputs: readonly TableInput[],
  notes: Issue[],
): TableRow {
  const when: [string, string][] = [];
  const then: [string, JsonValue][] = [];
  const annotations: [string, string][] = [];
  const members: JsonObject = {};
  let more: JsonObject = {};
  const note = (issue: Issue, column: PlacedColumn, path: Issue['path']) =>
    notes.push(placeIssue(issue, row, column.index, ['rows', position, ...path]));
  for (const column of columns) {
    const cell = row.cells[column.index];
    if (isBlank(cell)) continue;
    if (column.input !== undefined) {
      const key = column.input.id;
      const reading = readOwnCondition(cell, column.input, inputs);
      when.push([key, reading.cell]);
      for (const issue of reading.issues) note(issue, column, ['when', key]);
    } else if (column.output !== undefined) {
      const key = column.output.id;
      const reading = readOwnResult(cell, column.output);
      if (reading.value !== undefined) then.push([key, reading.value]);
      for (const issue of reading.issues) note(issue, column, ['then', key]);
    } else if (column.kind === 'annotation' && column.id !== undefined) {
      const text = readText(cell);
      if (text !== undefined) annotations.push([column.id, text as string]);
    } else if (column.kind === 'more') {
      const rest = readMore(cell);
      if (rest === undefined)
        note({ code: 'cell_not_json', path: [], severity: 'error', params: { column: 'More' } }, column, []);
      else more = rest;
    } else if (column.kind in rowFields) {
      const field = rowFields[column.kind as keyof typeof rowFields];
      const value = field.read(cell);
      if (value !== undefined) members[field.key] = value;
    }
  }
  const rule: TableRow = { id, when: Object.fromEntries(when), then: Object.fromEntries(then), ...(members as object) };
  if (annotations.length > 0) rule.annotations = Object.fromEntries(annotations);
  return { ...rule, ...(more as object) };
}

/** What `writeValue` wrote comes back as it was; a person's `1.200,50 €` or `ja` is understood. */
function readOwnResult(cell: CellValue | undefined, output: Parameters<typeof readResult>[1]) {
  const value = readValue(cell, output.type);
  const understood = output.type === 'string' || output.type === 'list' || typeof value !== 'string';
  return understood ? { value, issues: [] } : readResult(cell, output);
}

import type { Issue, Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { DecisionTable, TableRow } from '../model.ts';
import { readText } from './exact-cell.ts';
import { unguardFormula } from './formula-guard.ts';
import { columnTitle, gridColumns, type GridColumn } from './grid-column.ts';
import { readCondition } from './read-condition.ts';
import type { Spelling } from './read-number.ts';
import { readOwnCondition } from './own-condition.ts';
import { readResult } from './read-result.ts';
import { sameJson } from '../../same-json.ts';
import { cellAddress, isBlank, limits, textOf, type CellValue, type Grid } from './sheets.ts';
import { spellingOf } from './spelling-of.ts';
import { tooLarge } from './too-large.ts';
import { splitTsv } from './tsv.ts';
import { rowIds } from './row-ids.ts';

/** Where a range goes: its top left cell, and how far a single copied cell is repeated. Columns as `gridColumns` lists them. */
export interface PasteAnchor {
  row: number;
  column: number;
  /** A single copied cell fills this many rows and columns. @default 1 */
  rows?: number;
  columns?: number;
}

export interface PasteOptions {
  /** How the other side writes numbers and days; what is not given is judged from the range itself. */
  spelling?: Spelling;
  /** Gives the id of a row that the range adds. @default `r1`, `r2`, … as far as they are free */
  newRowId?: () => string;
}

export interface Pasted {
  table: DecisionTable;
  /** What could not be read (it is kept as it stood) or is doubtful; `params.address` names the cell of the range. */
  notes: Issue[];
  /** The cells that say something else now. */
  changed: { row: number; column: number }[];
  /** Ids of rows that were added. */
  addedRows: string[];
}

/**
 * Pastes a range that was copied from Excel, LibreOffice, Google Sheets or from a table: overwrites cells from the anchor
 * to the right and down, adds rows where it runs past the end, reads every cell by the type of its column (`readCondition`,
 * `readResult`). A header row whose cells are the names of the columns below it is left out, with a note.
 *
 * Rows and columns that the range does not touch keep their identity.
 * @param at `row` from 0 to the number of rows
 * @param range the clipboard's text, or cells
 * @returns the changed table; or `paste_outside_table`, `paste_empty`, `spreadsheet_too_large`. Notes: those of the cells, and
 *   `paste_beyond_columns` (with the texts that found no column), `paste_header_skipped`
 * @example pasteRange(table, { row: 0, column: 0 }, '10-20\tpay\n> 20\treview')
 */
export function pasteRange(
  table: DecisionTable,
  at: PasteAnchor,
  range: string | Grid,
  options: PasteOptions = {},
): Result<Pasted> {
  const columns = gridColumns(table);
  if (typeof range === 'string' && range.length > limits.characters) return tooLarge('characters', range.length);
  const copied = typeof range === 'string' ? splitTsv(range).map((row) => row.map(unguardFormula)) : range;
  if (!inside(at, table.rows.length, columns.length))
    return refused('paste_outside_table', { row: at.row, column: at.column });
  if (copied.every((row) => row.length === 0)) return refused('paste_empty', {});
  if ((at.rows ?? 1) * (at.columns ?? 1) > limits.cells) return tooLarge('cells', (at.rows ?? 1) * (at.columns ?? 1));
  const notes: Issue[] = [];
  const cells = filled(withoutHeader(copied, columns.slice(at.column), notes), at);
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const area = cells.length * Math.min(width, columns.length);
  if (area > limits.cells) return tooLarge('cells', area);
  const target = columns.slice(at.column, at.column + width);
  const spelling = options.spelling ?? spellingOf(cells);
  notes.push(...beyond(cells, target.length));

  const rows = [...table.rows];
  const nextId = options.newRowId ?? rowIds(rows.map(({ id }) => id));
  const changed: Pasted['changed'] = [];
  const addedRows: string[] = [];
  for (const [index, row] of cells.entries()) {
    const position = at.row + index;
    const old = rows[position] ?? { id: nextId(), when: {}, then: {} };
    if (rows[position] === undefined) addedRows.push(old.id);
    let next = old;
    for (const [offset, column] of target.entries()) {
      if (offset >= row.length) break;
      const { row: after, issues } = pasteCell(next, column, row[offset], table, spelling);
      if (!sameJson(after as unknown as JsonObject, next as unknown as JsonObject)) {
        changed.push({ row: position, column: at.column + offset });
        next = after;
      }
      for (const issue of issues) notes.push(placed(issue, next, column, position, index, offset));
    }
    rows[position] = next;
  }
  return { ok: true, value: { table: { ...table, rows }, notes, changed, addedRows } };
}

function inside(at: PasteAnchor, rows: number, columns: number): boolean {
  return (
    Number.isInteger(at.row) &&
    at.row >= 0 &&
    at.row <= rows &&
    Number.isInteger(at.column) &&
    at.column >= 0 &&
    at.column < columns
  );
}

function refused(code: string, params: Issue['params']): Result<never> {
  return { ok: false, issues: [{ code, path: [], severity: 'error', params }] };
}

/** A single cell fills the rows and columns that were chosen. */
function filled(cells: Grid, { rows = 1, columns = 1 }: PasteAnchor): Grid {
  const only = cells[0];
  if (cells.length !== 1 || only?.length !== 1) return cells;
  return Array.from({ length: Math.max(1, rows) }, () =>
    Array.from({ length: Math.max(1, columns) }, () => only[0] ?? null),
  );
}

function withoutHeader(cells: Grid, columns: readonly GridColumn[], notes: Issue[]): Grid {
  const [first, ...rest] = cells;
  const names = columns.map((column) => columnTitle(column).toLowerCase());
  const isHeader =
    first !== undefined &&
    first.length >= 2 &&
    rest.length > 0 &&
    first.every((cell, index) => !isBlank(cell) && textOf(cell).trim().toLowerCase() === names[index]);
  if (!isHeader) return cells;
  notes.push({ code: 'paste_header_skipped', path: [], severity: 'warning', params: { names: first.map(textOf) } });
  return rest;
}

/** Texts that no column takes: a few of them are told, all are counted. */
function beyond(cells: Grid, width: number): Issue[] {
  const lost = cells.flatMap((row) => row.slice(width).filter((cell) => !isBlank(cell)));
  if (lost.length === 0) return [];
  const texts = lost.slice(0, 10).map((cell) => textOf(cell).slice(0, 100));
  return [{ code: 'paste_beyond_columns', path: [], severity: 'error', params: { count: lost.length, texts } }];
}

function pasteCell(
  row: TableRow,
  column: GridColumn,
  cell: CellValue | undefined,
  table: DecisionTable,
  spelling: Spelling,
): { row: TableRow; issues: Issue[] } {
  switch (column.kind) {
    case 'condition': {
      const marked = typeof cell === 'string' && cell.startsWith('json: ');
      const reading = marked
        ? readOwnCondition(cell, column.input, table.inputs)
        : ownOrForeign(cell, column.input, table.inputs, spelling);
      const text = reading.cell === '' ? undefined : reading.cell;
      return { row: { ...row, when: withMember(row.when, column.input.id, text) }, issues: reading.issues };
    }
    case 'result': {
      const reading = readResult(cell, column.output, spelling);
      return { row: { ...row, then: withMember(row.then, column.output.id, reading.value) }, issues: reading.issues };
    }
    case 'annotation': {
      const text = readText(cell);
      const annotations = withMember(
        row.annotations ?? {},
        column.annotation.id,
        text === undefined ? undefined : String(text),
      );
      const { annotations: _, ...rest } = row;
      return { row: Object.keys(annotations).length === 0 ? rest : { ...row, annotations }, issues: [] };
    }
    case 'reason':
    case 'source': {
      const text = readText(cell);
      const { [column.kind]: _, ...rest } = row;
      return { row: text === undefined ? rest : { ...row, [column.kind]: String(text) }, issues: [] };
    }
  }
}

/** A cell may compare with another input of the table: `> limit`. */
function ownOrForeign(
  cell: CellValue | undefined,
  input: Extract<GridColumn, { kind: 'condition' }>['input'],
  inputs: DecisionTable['inputs'],
  spelling: Spelling,
) {
  const foreign = readCondition(cell, input, spelling);
  if (typeof cell !== 'string' || (foreign.how !== 'kept' && input.type !== 'string')) return dashKept(cell, foreign);
  const own = readOwnCondition(cell, input, inputs);
  return own.how === 'exact' ? own : dashKept(cell, foreign);
}

/** `-` says "anything" on purpose; an empty cell says it by saying nothing. */
function dashKept(cell: CellValue | undefined, reading: ReturnType<typeof readCondition>) {
  return reading.cell === '' && textOf(cell).trim() === '-' ? { ...reading, cell: '-' } : reading;
}

function withMember<Value>(
  record: Record<string, Value>,
  key: string,
  value: Value | undefined,
): Record<string, Value> {
  const others = Object.entries(record).filter(([name]) => name !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

function placed(
  issue: Issue,
  row: TableRow,
  column: GridColumn,
  position: number,
  index: number,
  offset: number,
): Issue {
  const address = cellAddress(index, offset);
  switch (column.kind) {
    case 'condition': {
      const input = column.input.id;
      const cell = row.when[input] ?? '';
      return {
        ...issue,
        path: ['rows', position, 'when', input],
        params: { ...issue.params, row: row.id, input, cell, address },
      };
    }
    case 'result': {
      const output = column.output.id;
      return {
        ...issue,
        path: ['rows', position, 'then', output],
        params: { ...issue.params, row: row.id, output, address },
      };
    }
    default:
      return { ...issue, path: ['rows', position], params: { ...issue.params, row: row.id, address } };
  }
}

import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { columnId, tableId } from './column-id.ts';
import type { ColumnMapping, GridMapping } from './grid-mapping.ts';
import { guessKinds, splitUnit } from './guess-kind.ts';
import { guessType } from './guess-type.ts';
import { importGrid, type ImportedGrid } from './import-grid.ts';
import { cellIssue } from './place-issue.ts';
import { isBlank, textOf, type CellValue, type Grid } from './sheets.ts';
import { spellingOf } from './spelling-of.ts';

export interface SuggestedMapping extends ImportedGrid {
  mapping: GridMapping;
}

/** The rows in which a header is looked for: above it may stand a title and a few remarks. */
const headerWithin = 30;

/**
 * Finds out how a foreign spreadsheet may be read: where its header row is, which columns are conditions, results and
 * words, of what type and unit, and how numbers and days are written; and reads it so.
 * @param options `sheet`: its name, for messages; `name`: name of the table, @default the sheet's
 * @returns the mapping, which a person may change and give to `importGrid`; the table that it makes, the reading of each
 *   cell, and everything doubtful (`column_role_assumed`, `rows_after_gap`, and the notes of `importGrid`); or `sheet_empty`, `no_header_row`
 * @example suggestMapping([['Amount (EUR)', 'Handling'], ['10-20', 'pay']])
 */
export function suggestMapping(grid: Grid, options: { sheet?: string; name?: string } = {}): Result<SuggestedMapping> {
  const sheet = options.sheet ?? 'Sheet';
  if (grid.every((row) => row.every(isBlank))) return { ok: false, issues: [errorIssue('sheet_empty', [])] };
  const headerRow = findHeader(grid);
  if (headerRow === null) return { ok: false, issues: [errorIssue('no_header_row', [], { sheet })] };
  const header = grid[headerRow] ?? [];
  const firstRow = headerRow + 1;
  const lastRow = endOfRows(grid, firstRow);
  const notes: Issue[] = [];
  const after = grid.findIndex((row, index) => index > lastRow && !row.every(isBlank));
  if (after !== -1) notes.push(cellIssue('rows_after_gap', 'warning', { sheet, index: after }, 0));

  const rows = grid.slice(firstRow, lastRow + 1);
  const spelling = spellingOf(rows);
  const used = header.flatMap((_, column) =>
    isBlank(header[column]) && rows.every((row) => isBlank(row[column])) ? [] : [column],
  );
  const contents = used.map((column) => ({
    column,
    name: textOf(header[column]).trim() || `Column ${column + 1}`,
    cells: rows.map((row): CellValue | undefined => row[column]),
  }));
  const kinds = guessKinds(contents.map(({ name, cells }) => ({ name, cells })));
  const taken = new Set<string>();
  const columns = contents.map(({ column, name, cells }, index): ColumnMapping => {
    const guess = kinds[index] ?? { as: 'condition', assumed: true };
    if (guess.assumed)
      notes.push(
        cellIssue('column_role_assumed', 'warning', { sheet, index: headerRow }, column, { name, as: guess.as }),
      );
    if (guess.as !== 'condition' && guess.as !== 'result') return { column, as: guess.as, name };
    const { name: plain, unit } = splitUnit(name);
    const id = columnId(plain, (candidate) => taken.has(candidate));
    taken.add(id);
    const type = guessType(cells, guess.as, spelling);
    const ofNumber = unit !== undefined && type === 'number' ? { unit } : {};
    const shown = unit !== undefined && type !== 'number' ? name : plain;
    return {
      column,
      as: guess.as,
      id,
      name: shown,
      ...(guess.as === 'condition' ? { path: id } : {}),
      type,
      ...ofNumber,
      spelling,
    };
  });
  const name = options.name ?? sheet;
  const mapping: GridMapping = { sheet, headerRow, firstRow, lastRow, columns, table: { id: tableId(name), name } };
  const imported = importGrid(grid, mapping);
  return imported.ok
    ? { ok: true, value: { ...imported.value, mapping, notes: [...notes, ...imported.value.notes] } }
    : imported;
}

/** The first row with two or more different texts, none a number, above a row with something in it. */
function findHeader(grid: Grid): number | null {
  for (const [index, row] of grid.slice(0, headerWithin).entries()) {
    const filled = row.filter((cell) => !isBlank(cell));
    const names = new Set(filled.map((cell) => textOf(cell).trim().toLowerCase()));
    const words = filled.every(
      (cell) => typeof cell === 'string' && /\p{L}|^#$/u.test(cell) && !/^[<>=]/.test(cell.trim()),
    );
    const below = grid[index + 1]?.filter((cell) => !isBlank(cell)).length ?? 0;
    if (filled.length >= 2 && words && names.size === filled.length && below >= 1) return index;
  }
  return null;
}

/** The last row before a blank one. */
function endOfRows(grid: Grid, firstRow: number): number {
  const gap = grid.findIndex((row, index) => index >= firstRow && row.every(isBlank));
  return gap === -1 ? grid.length - 1 : gap - 1;
}

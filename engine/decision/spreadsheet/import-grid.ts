import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import type { DecisionTable, TableInput, TableOutput, TableRow, TableSource } from '../model.ts';
import { columnId } from './column-id.ts';
import type { ColumnMapping, GridMapping } from './grid-mapping.ts';
import { cellIssue, placeIssue } from './place-issue.ts';
import { readCondition } from './read-condition.ts';
import { readResult } from './read-result.ts';
import { cellAddress, isBlank, limits, textOf, type CellValue, type Grid } from './sheets.ts';
import { spellingOf } from './spelling-of.ts';
import { tooLarge } from './too-large.ts';
import { rowIds } from './row-ids.ts';

/** How one cell was understood, for a person to look over. */
export interface CellReading {
  address: string;
  /** Column of the grid, from 0. */
  column: number;
  /** As it stood. */
  text: string;
  /** As it is in the table: S-FEEL of a condition (`-` for anything), JSON of a result. */
  reading: string;
  how: 'exact' | 'read' | 'kept';
}

export interface ImportedGrid {
  table: DecisionTable;
  readings: CellReading[];
  /** Errors in single cells, whose text was kept, and doubts: `params.sheet` and `params.address` name the cell. */
  notes: Issue[];
}

/** A mapped column with everything made out. */
interface Column {
  mapping: ColumnMapping;
  id: string;
  name: string;
  input?: TableInput;
  output?: TableOutput;
}

/**
 * Makes a table of a rectangle of any spreadsheet: one row per rule, columns as the mapping says. Every cell is read by
 * its column's type (`readCondition`, `readResult`); what cannot be read is kept as it stands, and noted.
 *
 * Blank rows are left out. Rows get the ids of a `row-id` column, or `r1`, `r2`, …; the texts of a `source` column become
 * sources of the table.
 * @param mapping see `suggestMapping`
 * @returns the table; or `mapping_outside_grid`, `mapping_repeats_column`, `no_outputs`, `spreadsheet_too_large`
 * @example importGrid([['Amount', 'Handling'], ['10-20', 'pay']], mapping)
 */
export function importGrid(grid: Grid, mapping: GridMapping): Result<ImportedGrid> {
  const { firstRow, lastRow = grid.length - 1, headerRow } = mapping;
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  const bad = problems(grid, width, mapping);
  if (bad.length > 0) return { ok: false, issues: bad };
  if ((lastRow - firstRow + 1) * mapping.columns.length > limits.cells) {
    return tooLarge('cells', (lastRow - firstRow + 1) * mapping.columns.length);
  }
  const columns = completed(mapping, headerRow === null ? [] : (grid[headerRow] ?? []));
  const outputs = columns.flatMap(({ output }) => (output === undefined ? [] : [output]));
  if (outputs.length === 0) return { ok: false, issues: [errorIssue('no_outputs', [])] };
  const annotations = columns
    .filter(({ mapping: { as } }) => as === 'annotation')
    .map(({ id, name }) => ({ id, name }));
  const reader = new RowReader(mapping, columns, grid);
  const rows: TableRow[] = [];
  for (let index = firstRow; index <= lastRow; index += 1) {
    const cells = grid[index] ?? [];
    if (columns.some(({ mapping: { column } }) => !isBlank(cells[column])))
      rows.push(reader.read(cells, index, rows.length));
  }
  const { id, name, version = '1', hitPolicy = 'first', aggregation } = mapping.table;
  const sources = [...reader.sources.values()];
  const table: DecisionTable = {
    schemaVersion: 1,
    id,
    name,
    version,
    hitPolicy,
    ...(aggregation === undefined ? {} : { aggregation }),
    inputs: columns.flatMap(({ input }) => (input === undefined ? [] : [input])),
    outputs,
    ...(annotations.length === 0 ? {} : { annotations }),
    rows,
    ...(sources.length === 0 ? {} : { sources }),
  };
  return { ok: true, value: { table, readings: reader.readings, notes: reader.notes } };
}

function problems(grid: Grid, width: number, mapping: GridMapping): Issue[] {
  const { firstRow, lastRow = grid.length - 1, headerRow, columns } = mapping;
  const rowInside = (row: number) => Number.isInteger(row) && row >= 0 && row < grid.length;
  const issues: Issue[] = [];
  if (![firstRow, lastRow, headerRow ?? 0].every(rowInside)) {
    issues.push(errorIssue('mapping_outside_grid', ['firstRow'], { rows: grid.length, columns: width }));
  }
  const seen = new Set<number>();
  for (const [index, { column }] of columns.entries()) {
    if (!Number.isInteger(column) || column < 0 || column >= width) {
      issues.push(errorIssue('mapping_outside_grid', ['columns', index], { rows: grid.length, columns: width }));
    }
    if (seen.has(column)) issues.push(errorIssue('mapping_repeats_column', ['columns', index], { column: column + 1 }));
    seen.add(column);
  }
  return issues;
}

function completed(mapping: GridMapping, header: readonly (CellValue | undefined)[]): Column[] {
  const wanted = mapping.columns.filter(({ as }) => as !== 'ignore');
  const taken = new Map<string, Set<string>>();
  return wanted.map((one) => {
    const name = one.name ?? (textOf(header[one.column]).trim() || `Column ${one.column + 1}`);
    const used = taken.get(one.as) ?? new Set();
    taken.set(one.as, used);
    const id = one.id !== undefined && !used.has(one.id) ? one.id : columnId(name, (candidate) => used.has(candidate));
    used.add(id);
    const { type = 'string', unit, allowed } = one;
    const typed = { type, ...(unit === undefined ? {} : { unit }), ...(allowed === undefined ? {} : { allowed }) };
    const column: Column = { mapping: one, id, name };
    if (one.as === 'condition') column.input = { id, name, path: one.path ?? id, ...typed };
    if (one.as === 'result') column.output = { id, name, ...typed };
    return column;
  });
}

/** Reads row after row, and gathers what there is to say. */
class RowReader {
  readonly readings: CellReading[] = [];
  readonly notes: Issue[] = [];
  readonly sources = new Map<string, TableSource>();
  private readonly sheet: string;
  private readonly columns: readonly Column[];
  private readonly spelling: ReturnType<typeof spellingOf>;
  private readonly seen = new Set<string>();
  private readonly nextId: () => string;

  constructor(mapping: GridMapping, columns: readonly Column[], grid: Grid) {
    this.sheet = mapping.sheet ?? 'Sheet';
    this.columns = columns;
    this.spelling = spellingOf(grid.slice(mapping.firstRow, (mapping.lastRow ?? grid.length - 1) + 1));
    const idColumn = columns.find(({ mapping: { as } }) => as === 'row-id')?.mapping.column;
    this.nextId = rowIds(idColumn === undefined ? [] : grid.map((row) => textOf(row[idColumn]).trim()));
  }

  read(cells: readonly (CellValue | undefined)[], index: number, position: number): TableRow {
    const row: TableRow = { id: '', when: {}, then: {} };
    const annotations: Record<string, string> = {};
    for (const column of this.columns) {
      const cell = cells[column.mapping.column];
      const text = textOf(cell).trim();
      if (column.input !== undefined) this.condition(row, column, column.input, cell, index, position);
      else if (column.output !== undefined) this.result(row, column, column.output, cell, index, position);
      else if (text === '') continue;
      else if (column.mapping.as === 'reason') row.reason = row.reason === undefined ? text : `${row.reason}\n${text}`;
      else if (column.mapping.as === 'source') row.source = this.source(text);
      else if (column.mapping.as === 'annotation') annotations[column.id] = text;
      else if (column.mapping.as === 'row-id') row.id = this.rowId(text, index, column.mapping.column);
    }
    if (Object.keys(annotations).length > 0) row.annotations = annotations;
    if (row.id === '') row.id = this.nextId();
    return row;
  }

  private condition(
    row: TableRow,
    column: Column,
    input: TableInput,
    cell: CellValue | undefined,
    index: number,
    position: number,
  ) {
    const reading = readCondition(cell, input, column.mapping.spelling ?? this.spelling);
    if (reading.cell !== '') row.when[input.id] = reading.cell;
    this.tell(column, index, cell, reading.cell === '' ? '-' : reading.cell, reading, [
      'rows',
      position,
      'when',
      input.id,
    ]);
  }

  private result(
    row: TableRow,
    column: Column,
    output: TableOutput,
    cell: CellValue | undefined,
    index: number,
    position: number,
  ) {
    const reading = readResult(cell, output, column.mapping.spelling ?? this.spelling);
    if (reading.value !== undefined) row.then[output.id] = reading.value;
    const shown: JsonValue = reading.value ?? null;
    this.tell(column, index, cell, JSON.stringify(shown), reading, ['rows', position, 'then', output.id]);
  }

  private tell(
    { mapping: { column } }: Column,
    index: number,
    cell: CellValue | undefined,
    reading: string,
    { how, issues }: { how: CellReading['how']; issues: Issue[] },
    path: Issue['path'],
  ) {
    this.readings.push({ address: cellAddress(index, column), column, text: textOf(cell), reading, how });
    for (const issue of issues) this.notes.push(placeIssue(issue, { sheet: this.sheet, index }, column, path));
  }

  private rowId(text: string, index: number, column: number): string {
    if (!this.seen.has(text)) {
      this.seen.add(text);
      return text;
    }
    const id = this.nextId();
    this.notes.push(cellIssue('row_id_repeated', 'warning', { sheet: this.sheet, index }, column, { id, found: text }));
    return id;
  }

  private source(title: string): string {
    const known = this.sources.get(title);
    const source = known ?? {
      id: columnId(title.slice(0, 60), (id) => this.hasSource(id)).replaceAll('_', '-'),
      title,
    };
    this.sources.set(title, source);
    return source.id;
  }

  private hasSource(id: string): boolean {
    return [...this.sources.values()].some((source) => source.id === id.replaceAll('_', '-'));
  }
}

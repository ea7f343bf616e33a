/**
 * A cell's value. A day is written as a spreadsheet's own date; whatever is read comes back as text, number or truth
 * value: days as `2026-11-22`, moments as `2026-11-22T08:30:00`, times as `08:30:00`.
 */
export type CellValue = string | number | boolean | null | Day;

/** A day that a spreadsheet shows as a date: `YYYY-MM-DD`, from 1900-03-01 on. */
export interface Day {
  day: string;
}

/** Rows of cells, from the top; rows may differ in length, what is missing is empty. */
export type Grid = CellValue[][];

/** One sheet of a workbook, or the whole of a CSV file. */
export interface Sheet {
  name: string;
  cells: Grid;
  /** The topmost rows, which stay in view; the last of them is the header. */
  headRows?: number;
  /** Columns below the head in which a spreadsheet shall take `10-20` for a text, not for the tenth day of a month. */
  textColumns?: number[];
  /** Values to choose from below the head, by column counted from 0. */
  choices?: { column: number; values: string[] }[];
}

export type Sheets = Sheet[];

/** What a spreadsheet may measure. */
export const limits = {
  /** chosen: 10 MB, because a table of 5,000 rows and 40 columns stays below a fifth of it */
  fileBytes: 10_000_000,
  /** Unpacked XML of a workbook. chosen: 32 MB, the same table as XML, twice over */
  unpackedBytes: 32_000_000,
  /** chosen: 2,000, because a workbook has a few files per sheet */
  zipEntries: 2_000,
  /** Cells of all sheets, empty ones inside the used range counted. chosen: ten times 5,000 rows of 40 columns */
  cells: 2_000_000,
  /** Characters of all cells. chosen: 10 million, what a file of that many bytes can say without tricks */
  characters: 10_000_000,
  /** The longest text that Excel takes in a cell. @source Excel specifications and limits, "total number of characters that a cell can contain" */
  cellCharacters: 32_767,
} as const;

/**
 * The name of a cell as spreadsheets say it.
 * @param row from 0
 * @param column from 0
 * @example cellAddress(6, 2) // 'C7'
 */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** @param column from 0 @example columnLetters(26) // 'AA' */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** True for a cell with nothing in it; blanks count as nothing. */
export function isBlank(cell: CellValue | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** A cell as the text that a person sees; empty for an empty one. @example textOf({ day: '2026-11-22' }) // '2026-11-22' */
export function textOf(cell: CellValue | undefined): string {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}

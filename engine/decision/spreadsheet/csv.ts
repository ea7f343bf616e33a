import { errorIssue, type Result } from '../../issue.ts';
import { blockMarkers } from './layout.ts';
import { joinCsv, splitCsv } from './csv-port.ts';
import { guardFormula, unguardFormula } from './formula-guard.ts';
import { cellIssue } from './place-issue.ts';
import { limits, textOf, type Sheets } from './sheets.ts';
import { tooLarge } from './too-large.ts';

/**
 * Reads a CSV file: comma, semicolon, tab or bar between fields (found out, or as a first line `sep=;` says), quotes,
 * line breaks inside of them, a byte order mark. All cells are texts; an apostrophe that guarded a formula is taken away.
 * @param text the file, decoded
 * @returns one sheet named `CSV`; or `spreadsheet_too_large`, `csv_quotes`
 * @example readCsv('Amount;Handling\r\n< 100;pay')
 */
export function readCsv(text: string): Result<Sheets> {
  if (text.length > limits.characters) return tooLarge('characters', text.length);
  const marks = countMarks(text);
  if (marks > limits.cells) return tooLarge('cells', marks);
  const body = text.replace(/^\ufeff/, '');
  const said = /^sep=(.)\r?\n/i.exec(body);
  const rest = said === null ? body : body.slice(said[0].length);
  const { rows, broken } = splitCsv(rest, said?.[1] ?? ownDelimiter(rest));
  // The last row's line break does not begin another one.
  if (rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop();
  const [first] = broken;
  if (first !== undefined) {
    return { ok: false, issues: [cellIssue('csv_quotes', 'error', { sheet: 'CSV', index: first }, 0)] };
  }
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  if (count > limits.cells) return tooLarge('cells', count);
  if (rows.every((row) => row.every((field) => field === '')))
    return { ok: false, issues: [errorIssue('sheet_empty', [])] };
  return { ok: true, value: [{ name: 'CSV', cells: rows.map((row) => row.map(unguardFormula)) }] };
}

/** Line breaks and the most frequent of the delimiters: no more cells than these can be meant. */
function countMarks(text: string): number {
  const counts = new Map<string, number>();
  for (const [mark] of text.matchAll(/[\n\r,;\t|]/g)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const of = (mark: string) => counts.get(mark) ?? 0;
  return Math.max(of('\n'), of('\r')) + Math.max(of(','), of(';'), of('\t'), of('|'));
}

/** In our own layout the delimiter stands right behind the first marker. */
function ownDelimiter(text: string): string | null {
  const next = text.startsWith(blockMarkers.table) ? text.charAt(blockMarkers.table.length) : '';
  return /^[,;\t|]$/.test(next) ? next : null;
}

export interface CsvOptions {
  /** `;` where the comma parts fractions, as in most of Europe. @default ',' */
  delimiter?: ',' | ';' | '\t';
}

/**
 * Writes sheets as one CSV file, one below the other with a blank row between, rows of equal length, CRLF, with a byte
 * order mark, by which Excel knows UTF-8. A cell that would become a formula gets an apostrophe before it.
 * @example writeCsv(tableToSheets(table), { delimiter: ';' })
 */
export function writeCsv(sheets: Sheets, { delimiter = ',' }: CsvOptions = {}): string {
  const rows = sheets.flatMap(({ cells }, index) => (index === 0 ? cells : [[], ...cells]));
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const fields = rows.map((row) => Array.from({ length: width }, (_, column) => fieldOf(row[column])));
  return `\ufeff${joinCsv(fields, delimiter)}\r\n`;
}

function fieldOf(cell: Sheets[number]['cells'][number][number] | undefined): string {
  return typeof cell === 'string' ? guardFormula(cell) : textOf(cell);
}

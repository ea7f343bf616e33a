import { errorIssue, type Result } from '../../issue.ts';
import { limits, type CellValue, type Sheet, type Sheets } from './sheets.ts';
import { isPlainXml, tidySheet } from './tidy-sheet.ts';
import { tooLarge } from './too-large.ts';
import { readWorkbook, type XlsxValue } from './xlsx-port.ts';
import { fromXstring } from './xlsx-text.ts';
import { unzip, zip } from './zip-port.ts';

/**
 * Reads the sheets of an .xlsx file: values, and of formulas what they last gave. Days come as `2026-11-22`, moments as
 * `2026-11-22T08:30:00`, times as `08:30:00`, errors as their text (`#N/A`).
 *
 * Hostile files cost little: sizes are held against `limits` before anything is unpacked, and the used range before
 * it is filled with empty cells. Nothing in the file is run.
 * @param bytes the file
 * @returns the sheets; or `spreadsheet_too_large`, `file_is_xls`, `file_encrypted`, `file_not_xlsx`, `xlsx_unreadable`, `sheet_empty`
 * @example const sheets = await readXlsx(await file.bytes())
 */
export async function readXlsx(bytes: Uint8Array): Promise<Result<Sheets>> {
  if (bytes.length > limits.fileBytes) return tooLarge('fileBytes', bytes.length);
  const code = otherKind(bytes);
  if (code !== null) return { ok: false, issues: [errorIssue(code, [])] };
  const unzipped = unzip(bytes, { entries: limits.zipEntries, bytes: limits.unpackedBytes }, isWorkbookPart);
  if (unzipped.kind === 'too_many_entries') return tooLarge('zipEntries', unzipped.found);
  if (unzipped.kind === 'too_large') return tooLarge('unpackedBytes', unzipped.found);
  if (unzipped.kind === 'broken') return { ok: false, issues: [errorIssue('xlsx_unreadable', [])] };
  const files = new Map<string, Uint8Array>();
  let cells = 0;
  for (const [name, content] of unzipped.files) {
    if (!isPlainXml(content)) return { ok: false, issues: [errorIssue('xlsx_unreadable', [])] };
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) {
      files.set(name, content);
      continue;
    }
    const tidy = tidySheet(content);
    cells += tidy.area;
    if (cells > limits.cells) return tooLarge('cells', cells);
    files.set(name, tidy.content);
  }
  const workbook = await readWorkbook(zip(files, 0));
  if (workbook === null) return { ok: false, issues: [errorIssue('xlsx_unreadable', [])] };
  return toSheets(workbook);
}

/** Drawings, pictures, macros and the like say nothing about a table. */
function isWorkbookPart(name: string): boolean {
  return (
    /\.(?:xml|rels)$/.test(name) &&
    !/^(?:docProps|customXml|xl\/(?:drawings|media|charts|pivot\w*|externalLinks))\//.test(name)
  );
}

/** What a file that is no .xlsx file is. */
function otherKind(bytes: Uint8Array): string | null {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return null;
  if (!starts(0xd0, 0xcf, 0x11, 0xe0)) return 'file_not_xlsx';
  // Excel puts an encrypted workbook into the container of its old format, under this name in UTF-16.
  const head = bytes.subarray(0, 1_000_000);
  return new TextDecoder('utf-16le').decode(head).includes('EncryptedPackage') ? 'file_encrypted' : 'file_is_xls';
}

function toSheets(workbook: { name: string; cells: XlsxValue[][] }[]): Result<Sheets> {
  let characters = 0;
  const sheets: Sheet[] = [];
  for (const { name, cells } of workbook) {
    const rows: CellValue[][] = [];
    for (const row of cells) {
      for (const cell of row) characters += typeof cell === 'string' ? cell.length : 0;
      // One long text may stand in a million cells: they share it, but whoever reads them does not.
      if (characters > limits.characters) return tooLarge('characters', characters);
      rows.push(row.map(toCell));
    }
    sheets.push({ name, cells: rows });
  }
  if (sheets.every(({ cells }) => cells.length === 0)) return { ok: false, issues: [errorIssue('sheet_empty', [])] };
  return { ok: true, value: sheets };
}

function toCell(value: XlsxValue): CellValue {
  if (typeof value === 'string') return fromXstring(value);
  return value instanceof Date ? momentText(value) : value;
}

/** A moment of a spreadsheet, which has no time zone: a day, a time on day 0, or both; to the second. */
function momentText(moment: Date): string {
  const seconds = Math.round(moment.getTime() / 1000);
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 8_640_000_000_000) return '';
  const [day = '', clock = ''] = new Date(seconds * 1000).toISOString().slice(0, -5).split('T');
  if (day === '1899-12-31' || day === '1899-12-30') return clock;
  return clock === '00:00:00' ? day : `${day}T${clock}`;
}

import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { DecisionTable } from '../model.ts';
import { hasOwnLayout } from './blocks.ts';
import { readCsv, writeCsv, type CsvOptions } from './csv.ts';
import { cellIssue } from './place-issue.ts';
import { readXlsx } from './read-xlsx.ts';
import { isBlank, limits, textOf, type Sheets } from './sheets.ts';
import { sheetsToTable, type ImportedTable } from './sheets-to-table.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { tableToSheets } from './table-to-sheets.ts';
import { tooLarge } from './too-large.ts';
import { writeXlsx } from './write-xlsx.ts';

/** Endings of files that hold tables as spreadsheets. */
export const spreadsheetEndings = ['.csv', '.xlsx'] as const;

/**
 * Reads a table from the bytes of a .csv or .xlsx file: our own layout, or any other table by `suggestMapping`, of the first
 * sheet that holds one (noted as `foreign_layout`).
 * @param name the file's name; its ending says the kind
 * @returns the table and notes; or `unknown_file_ending`, and what `readCsv`, `readXlsx`, `sheetsToTable`, `suggestMapping` say
 * @example await tableFromFile('refunds.xlsx', bytes)
 */
export async function tableFromFile(name: string, bytes: Uint8Array): Promise<Result<ImportedTable>> {
  const ending = endingOf(name);
  if (ending === null) return unknownEnding(name);
  if (bytes.length > limits.fileBytes) return tooLarge('fileBytes', bytes.length);
  const sheets = ending === '.csv' ? readCsv(decodeText(bytes)) : await readXlsx(bytes);
  if (!sheets.ok) return sheets;
  if (hasOwnLayout(sheets.value)) return sheetsToTable(sheets.value);
  return fromForeign(sheets.value, (name.split(/[/\\]/).at(-1) ?? name).slice(0, -ending.length));
}

/**
 * Writes a table as the bytes of a .csv or .xlsx file in our own layout.
 * @returns the bytes; or `unknown_file_ending`, `cell_too_long_for_excel`
 * @example await tableToFile('refunds.xlsx', table)
 */
export async function tableToFile(
  name: string,
  table: DecisionTable,
  options: CsvOptions = {},
): Promise<Result<Uint8Array>> {
  const ending = endingOf(name);
  if (ending === null) return unknownEnding(name);
  const sheets = tableToSheets(table);
  if (ending === '.csv') return { ok: true, value: new TextEncoder().encode(writeCsv(sheets, options)) };
  const long = tooLongCells(sheets);
  return long.length > 0 ? { ok: false, issues: long } : { ok: true, value: await writeXlsx(sheets) };
}

/**
 * Decodes a text file: UTF-8, UTF-16 with a byte order mark (Excel's "Unicode text"), else Windows-1252, in which Excel
 * writes CSV in the West.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function endingOf(name: string): (typeof spreadsheetEndings)[number] | null {
  return spreadsheetEndings.find((ending) => name.toLowerCase().endsWith(ending)) ?? null;
}

function unknownEnding(name: string): Result<never> {
  return { ok: false, issues: [errorIssue('unknown_file_ending', [], { name, known: [...spreadsheetEndings] })] };
}

function fromForeign(sheets: Sheets, fileName: string): Result<ImportedTable> {
  const filled = sheets.filter(({ cells }) => !cells.every((row) => row.every(isBlank)));
  let first: Result<ImportedTable> | null = null;
  for (const { name, cells } of filled) {
    const suggested = suggestMapping(cells, { sheet: name, name: fileName });
    if (!suggested.ok) {
      first ??= suggested;
      continue;
    }
    const { table, notes, mapping } = suggested.value;
    const foreign = cellIssue('foreign_layout', 'warning', { sheet: name, index: mapping.headerRow ?? 0 }, 0);
    return { ok: true, value: { table, notes: [foreign, ...notes] } };
  }
  return first ?? { ok: false, issues: [errorIssue('sheet_empty', [])] };
}

function tooLongCells(sheets: Sheets): Issue[] {
  return sheets.flatMap(({ name, cells }) =>
    cells.flatMap((row, index) =>
      row.flatMap((cell, column) =>
        textOf(cell).length > limits.cellCharacters
          ? [
              cellIssue('cell_too_long_for_excel', 'error', { sheet: name, index }, column, {
                limit: limits.cellCharacters,
              }),
            ]
          : [],
      ),
    ),
  );
}

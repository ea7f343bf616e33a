import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../../../engine/decision/spreadsheet/csv.ts';
import { readXlsx } from '../../../../engine/decision/spreadsheet/read-xlsx.ts';
import type { Sheets } from '../../../../engine/decision/spreadsheet/sheets.ts';
import { sheetsToTable } from '../../../../engine/decision/spreadsheet/sheets-to-table.ts';
import { tableToSheets } from '../../../../engine/decision/spreadsheet/table-to-sheets.ts';
import { writeXlsx } from '../../../../engine/decision/spreadsheet/write-xlsx.ts';
import type { DecisionTable } from '../../../../engine/decision/model.ts';
import type { Result } from '../../../../engine/issue.ts';
import '../../../property-seed.ts';
import { completeTables } from './complete-tables.ts';

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function back(sheets: Sheets): DecisionTable {
  return value(sheetsToTable(sheets)).table;
}

describe('a table that goes through a spreadsheet', () => {
  test('comes back from its cells as it was', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        expect(back(tableToSheets(table))).toEqual(table);
      }),
      { numRuns: 150 },
    );
  });

  test.each([',', ';'] as const)('comes back from a CSV file with %j between fields as it was', (delimiter) => {
    fc.assert(
      fc.property(completeTables, (table) => {
        expect(back(value(readCsv(writeCsv(tableToSheets(table), { delimiter }))))).toEqual(table);
      }),
      { numRuns: 100 },
    );
  });

  test('comes back from an XLSX file as it was', async () => {
    await fc.assert(
      fc.asyncProperty(completeTables, async (table) => {
        expect(back(value(await readXlsx(await writeXlsx(tableToSheets(table)))))).toEqual(table);
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same bytes every time', async () => {
    await fc.assert(
      fc.asyncProperty(completeTables, async (table) => {
        expect(await writeXlsx(tableToSheets(structuredClone(table)))).toEqual(await writeXlsx(tableToSheets(table)));
      }),
      { numRuns: 10 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../property-seed.ts';
import { compileTable, firstRow, matchRows } from '../../../../engine/decision/evaluate/compile-table.ts';
import type { DecisionTable } from '../../../../engine/decision/model.ts';
import { matchingRows } from './slow-truth.ts';
import { tableAndValues } from './random-tables.ts';

function rowsOf(mask: Uint32Array): number[] {
  const rows: number[] = [];
  for (let row = firstRow(mask, 0); row !== -1; row = firstRow(mask, row + 1)) rows.push(row);
  return rows;
}

export function compiledOf(table: DecisionTable) {
  const compiled = compileTable(table);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues[0]));
  return compiled.value;
}

const days = fc.constantFrom(undefined, '2025-12-31', '2026-01-01', '2026-01-02', '2026-03-01', '2026-07-01');

describe('matchRows', () => {
  test('finds the rows that cell by cell match, over all types, comparisons between inputs, and days', () => {
    fc.assert(
      fc.property(tableAndValues(), days, ({ table, cases }, day) => {
        const compiled = compiledOf(table);
        for (const values of cases)
          expect(rowsOf(matchRows(compiled, values, day))).toEqual(matchingRows(table, values, day));
      }),
      { numRuns: 400 },
    );
  });

  test('does so for more rows than a block of masks has', () => {
    fc.assert(
      fc.property(
        tableAndValues({ maxRows: 30, cellsPerRow: 2 }),
        fc.integer({ min: 34, max: 120 }),
        ({ table, cases }, times) => {
          const rows = Array.from({ length: times }, (_, time) =>
            table.rows.map((row) => ({ ...row, id: `${row.id}-${time}` })),
          );
          const large = { ...table, rows: rows.flat() };
          const compiled = compiledOf(large);
          for (const values of cases.slice(0, 3)) {
            const once = matchingRows(table, values, '2026-01-02');
            const enabled = table.rows.filter((row) => row.disabled !== true).length;
            const expected = rows.flatMap((_, time) => once.map((row) => time * enabled + row));
            expect(rowsOf(matchRows(compiled, values, '2026-01-02'))).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

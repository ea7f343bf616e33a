import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../property-seed.ts';
import { ValueSearch } from '../../../../engine/decision/evaluate/value-search.ts';
import type { DecisionTable, JsonValue } from '../../../../engine/index.ts';
import { compiledOf } from './compiled-of.ts';
import { tableAndValues } from './random-tables.ts';
import { matchingRows } from './slow-truth.ts';

/** Indexes among the rows that are not disabled, as the slow truth gives them. */
function rowsFound(table: DecisionTable): (values: readonly JsonValue[], day: string | undefined) => number[] {
  const compiled = compiledOf(table);
  const search = new ValueSearch(compiled);
  return (values, day) => search.rows(values, day).map((row) => compiled.rows.indexOf(row));
}

const days = fc.constantFrom(undefined, '2025-12-31', '2026-01-01', '2026-01-02', '2026-03-01', '2026-07-01');

describe('a search for the rows that match values', () => {
  test('finds the rows that cell by cell match, over all types, comparisons between inputs, and days', () => {
    fc.assert(
      fc.property(tableAndValues(), days, ({ table, cases }, day) => {
        const found = rowsFound(table);
        for (const values of cases) expect(found(values, day)).toEqual(matchingRows(table, values, day));
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
          const found = rowsFound(large);
          for (const values of cases.slice(0, 3)) {
            const once = matchingRows(table, values, '2026-01-02');
            const enabled = table.rows.filter((row) => row.disabled !== true).length;
            const expected = rows.flatMap((_, time) => once.map((row) => time * enabled + row));
            expect(found(values, '2026-01-02')).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

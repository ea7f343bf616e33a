import { describe, expect, test } from 'vitest';
import { describeIssue } from '../../../../engine/issue-messages.ts';
import type { Result } from '../../../../engine/issue.ts';
import type { GridMapping } from '../../../../engine/decision/spreadsheet/grid-mapping.ts';
import { importGrid } from '../../../../engine/decision/spreadsheet/import-grid.ts';
import type { Grid } from '../../../../engine/decision/spreadsheet/sheets.ts';
import { suggestMapping } from '../../../../engine/decision/spreadsheet/suggest-mapping.ts';

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.issues.map(describeIssue).join('\n'));
  return result.value;
}

const german: Grid = [
  ['Kulanzregeln 2026'],
  [],
  ['Nr', 'Betrag (EUR)', 'Kundenstufe', 'Seit', 'Stammkunde', 'Ergebnis', 'Begründung', 'Quelle'],
  [1, '10-20', 'Gold, Platin', '01.01.2026', 'ja', 'auszahlen', 'Kleine Beträge', 'AGB 5'],
  [2, '> 1.200,50', '*', 'ab 15.03.2026', 'nein', 'prüfen', 'Große Beträge', 'AGB 5'],
  [3, 'viel', 'Silber', '', '', 'prüfen', '', ''],
  [],
  ['Stand: 22.11.2026'],
];

describe('a foreign spreadsheet', () => {
  test('is understood from its header and its cells', () => {
    const { mapping, table, notes } = value(suggestMapping(german, { sheet: 'Kulanz' }));
    expect(mapping).toMatchObject({ headerRow: 2, firstRow: 3, lastRow: 5 });
    expect(mapping.columns.map(({ as, type, unit }) => [as, type, unit])).toEqual([
      ['row-id', undefined, undefined],
      ['condition', 'string', undefined],
      ['condition', 'string', undefined],
      ['condition', 'date', undefined],
      ['condition', 'boolean', undefined],
      ['result', 'string', undefined],
      ['reason', undefined, undefined],
      ['source', undefined, undefined],
    ]);
    expect(table.sources).toEqual([{ id: 'agb-5', title: 'AGB 5' }]);
    expect(table.rows[0]).toMatchObject({
      id: '1',
      reason: 'Kleine Beträge',
      source: 'agb-5',
      then: { ergebnis: 'auszahlen' },
    });
    expect(table.rows[1]?.when).toMatchObject({ seit: '>= date("2026-03-15")', stammkunde: 'false' });
    expect(notes.map(({ code, params }) => [code, params['address']])).toContainEqual(['rows_after_gap', 'A8']);
  });

  test('is read as a person says, with every cell shown', () => {
    const { mapping } = value(suggestMapping(german, { sheet: 'Kulanz' }));
    const columns = mapping.columns.map((column) =>
      column.column === 1 ? { ...column, type: 'number' as const, unit: 'EUR' } : column,
    );
    const { table, readings, notes } = value(importGrid(german, { ...mapping, columns }));
    expect(table.rows.map((row) => row.when['betrag'])).toEqual(['[10..20]', '> 1200.5', 'viel']);
    expect(readings.find(({ address }) => address === 'B5')).toEqual({
      address: 'B5',
      column: 1,
      text: '> 1.200,50',
      reading: '> 1200.5',
      how: 'read',
    });
    const [wrong] = notes;
    expect(wrong).toMatchObject({ code: 'unquoted_text', severity: 'error', path: ['rows', 2, 'when', 'betrag'] });
    expect(describeIssue(wrong as NonNullable<typeof wrong>)).toMatch(/^Sheet "Kulanz", cell B6: viel is a text/);
  });

  test('may have one slip in a column of numbers', () => {
    const grid: Grid = [
      ['Amount (EUR)', 'Handling'],
      ...Array.from({ length: 10 }, (_, index) => [`> ${index}`, 'pay']),
      ['a lot', 'wait'],
    ];
    const { mapping, notes } = value(suggestMapping(grid));
    expect(mapping.columns[0]).toMatchObject({
      as: 'condition',
      type: 'number',
      unit: 'EUR',
      name: 'Amount',
      id: 'amount',
      path: 'amount',
    });
    expect(mapping.columns[1]).toMatchObject({ as: 'result', type: 'string' });
    expect(notes.map(({ code, params }) => [code, params['address']])).toEqual([
      ['column_role_assumed', 'B1'],
      ['unquoted_text', 'A12'],
    ]);
  });

  test.each<[string, string[], string]>([
    ['numbers with a decimal comma', ['1,5', '12,25', '1.000,00'], 'number'],
    ['yes and no', ['yes', 'No', 'Y'], 'boolean'],
    ['zero and one', ['0', '1'], 'number'],
    ['times', ['8:30', '17:00'], 'time'],
    ['durations', ['3 days', '2 weeks'], 'day-time-duration'],
    ['nothing', ['*', 'any', ''], 'string'],
    ['words', ['gold', '42'], 'string'],
  ])('has a column of %s', (_, cells, type) => {
    const grid: Grid = [['Condition', 'Result'], ...cells.map((cell) => [cell, 'x'])];
    expect(value(suggestMapping(grid)).mapping.columns[0]?.type).toBe(type);
  });

  test('gives ids that a table can have, each once', () => {
    const { mapping } = value(
      suggestMapping([
        ['Größe', 'Größe!', '2nd', 'constructor', 'Result'],
        ['1', '2', '3', '4', '5'],
      ]),
    );
    expect(mapping.columns.map(({ id }) => id)).toEqual(['groesse', 'groesse_2', '_2nd', 'column', 'result']);
  });

  test('with repeated row ids keeps all rows', () => {
    const { table, notes } = value(
      suggestMapping([
        ['Rule', 'Amount', 'Result'],
        ['a', '1', 'x'],
        ['b', '2', 'y'],
      ]),
    );
    expect(table.rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(notes).toEqual([]);
    const mapping: GridMapping = {
      headerRow: null,
      firstRow: 0,
      columns: [
        { column: 0, as: 'row-id' },
        { column: 1, as: 'result', id: 'r' },
      ],
      table: { id: 't', name: 'T' },
    };
    const repeated = value(
      importGrid(
        [
          ['a', 1],
          ['a', 2],
        ],
        mapping,
      ),
    );
    expect(repeated.table.rows.map(({ id }) => id)).toEqual(['a', 'r2']);
    expect(repeated.notes.map(({ code, params }) => [code, params['address']])).toEqual([['row_id_repeated', 'A2']]);
  });

  test.each<[string, Partial<GridMapping>, string]>([
    ['a row that is not there', { firstRow: 9 }, 'mapping_outside_grid'],
    ['a column that is not there', { columns: [{ column: 7, as: 'result' }] }, 'mapping_outside_grid'],
    [
      'a column twice',
      {
        columns: [
          { column: 0, as: 'result' },
          { column: 0, as: 'condition' },
        ],
      },
      'mapping_repeats_column',
    ],
    ['no result', { columns: [{ column: 0, as: 'condition' }] }, 'no_outputs'],
  ])('is refused for a mapping with %s', (_, change, code) => {
    const mapping: GridMapping = {
      headerRow: 0,
      firstRow: 1,
      columns: [{ column: 0, as: 'result' }],
      table: { id: 't', name: 'T' },
    };
    const result = importGrid([['A'], ['1']], { ...mapping, ...change });
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code]);
  });

  test.each<[Grid, string]>([
    [[], 'sheet_empty'],
    [[[null, ' ']], 'sheet_empty'],
    [
      [
        [1, 2],
        [3, 4],
      ],
      'no_header_row',
    ],
  ])('without a table is refused', (grid, code) => {
    const result = suggestMapping(grid);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code]);
  });
});

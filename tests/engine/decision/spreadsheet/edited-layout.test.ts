import { describe, expect, test } from 'vitest';
import type { DecisionTable } from '../../../../engine/decision/model.ts';
import { sheetsToTable } from '../../../../engine/decision/spreadsheet/sheets-to-table.ts';
import type { Grid } from '../../../../engine/decision/spreadsheet/sheets.ts';
import { tableToSheets } from '../../../../engine/decision/spreadsheet/table-to-sheets.ts';
import { describeIssue } from '../../../../engine/issue-messages.ts';

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'refund-limits',
  name: 'Refund limits',
  version: '1.0',
  hitPolicy: 'rule-order',
  inputs: [{ id: 'amount', name: 'Amount', path: 'order.amount', type: 'number', unit: 'EUR' }],
  outputs: [{ id: 'handling', name: 'Handling', type: 'string', allowed: ['pay', 'review'] }],
  rows: [
    { id: 'small', when: { amount: '< 100' }, then: { handling: 'pay' }, reason: 'Small amounts are paid at once' },
    { id: 'rest', when: {}, then: { handling: 'review' }, validFrom: '2026-12-01' },
  ],
  sources: [{ id: 'policy', title: 'Goodwill policy' }],
  tests: [{ name: 'small', facts: { order: { amount: 12 } }, outcome: [{ handling: 'pay' }] }],
};

test('the layout reads from top to bottom', () => {
  expect(tableToSheets(table).map(({ name, cells }) => ({ name, cells }))).toEqual([
    {
      name: 'Table',
      cells: [
        ['Decision table', 'Refund limits'],
        ['Id', 'refund-limits'],
        ['Version', '1.0'],
        ['Hit policy', 'rule-order'],
        [],
        ['Column', 'condition', 'result', 'reason', 'valid from'],
        ['Id', 'amount', 'handling', null, null],
        ['Path', 'order.amount', null, null, null],
        ['Type', 'number', 'string', null, null],
        ['Unit', 'EUR', null, null, null],
        ['Allowed', null, 'pay, review', null, null],
        ['Row', 'Amount', 'Handling', 'Reason', 'Valid from'],
        ['small', '< 100', 'pay', 'Small amounts are paid at once', null],
        ['rest', null, 'review', null, { day: '2026-12-01' }],
      ],
    },
    {
      name: 'Tests',
      cells: [
        ['Tests of', 'refund-limits'],
        ['Test', 'Given order.amount', 'Expect handling', 'Outcome'],
        ['small', 12, null, '[{"handling":"pay"}]'],
      ],
    },
    {
      name: 'Sources',
      cells: [
        ['Sources of', 'refund-limits'],
        ['Id', 'Title', 'Section', 'Address'],
        ['policy', 'Goodwill policy', null, null],
      ],
    },
  ]);
});

/** The sheets, with one of them changed. */
function edited(change: (cells: Grid) => void, sheet = 0) {
  const sheets = tableToSheets(table);
  change((sheets[sheet] as (typeof sheets)[0]).cells);
  return sheetsToTable(sheets);
}

describe('a layout that a person has edited', () => {
  test('takes a new row without id, with cells as people write them', () => {
    const result = edited((cells) => cells.push([null, '10 bis 20', 'review', 'New']));
    expect(result).toMatchObject({
      ok: true,
      value: { notes: [{ code: 'row_id_made', params: { id: 'r3', sheet: 'Table', address: 'A15' } }] },
    });
    expect(result.ok && result.value.table.rows[2]).toEqual({
      id: 'r3',
      when: { amount: '[10..20]' },
      then: { handling: 'review' },
      reason: 'New',
    });
  });

  test('gives a copied row an id of its own', () => {
    const result = edited((cells) => cells.push([...(cells[12] ?? [])]));
    expect(result.ok && result.value.table.rows.map(({ id }) => id)).toEqual(['small', 'rest', 'r3']);
    expect(result.ok && result.value.notes.map(({ code }) => code)).toEqual(['row_id_repeated']);
  });

  test('takes a new column of which only kind and name are known', () => {
    const result = edited((cells) => {
      cells[5]?.push('condition');
      cells[11]?.push('Customer tier');
      cells[12]?.push('gold');
    });
    expect(result.ok && result.value.table.inputs[1]).toEqual({
      id: 'customer_tier',
      name: 'Customer tier',
      path: 'customer_tier',
      type: 'string',
    });
    expect(result.ok && result.value.table.rows[0]?.when).toEqual({ amount: '< 100', customer_tier: '"gold"' });
    expect(result.ok && result.value.notes.map(({ code }) => code)).toEqual(['column_id_made']);
  });

  test('keeps a cell that cannot be read, and names it', () => {
    const result = edited((cells) => (cells[12] ?? []).splice(1, 1, 'a lot'));
    expect(result.ok && result.value.table.rows[0]?.when).toEqual({ amount: 'a lot' });
    expect(result.ok && result.value.notes.map(describeIssue)[0]).toMatch(/^Sheet "Table", cell B13: a lot is a text/);
  });

  test('may hold words in another spelling', () => {
    const result = edited((cells) => {
      (cells[3] ?? []).splice(0, 2, 'HIT POLICY', 'Rule Order');
      (cells[8] ?? []).splice(1, 2, 'Number', 'Text');
    });
    expect(result).toEqual({ ok: true, value: { table, notes: [] } });
  });

  test('may have its sheets in another order, with blank rows between', () => {
    const [main, ...others] = tableToSheets(table).map((sheet) => ({
      ...sheet,
      cells: sheet.cells.flatMap((row) => [row, []]),
    }));
    expect(sheetsToTable([...others, ...(main === undefined ? [] : [main])])).toEqual({
      ok: true,
      value: { table, notes: [] },
    });
  });

  test.each<[string, (cells: Grid) => void, string, string | undefined]>([
    ['a kind that there is not', (cells) => (cells[5] ?? []).splice(1, 1, 'guess'), 'unknown_column_kind', 'B6'],
    ['a type that there is not', (cells) => (cells[8] ?? []).splice(1, 1, 'money'), 'unknown_value_type', 'B9'],
    ['a hit policy that there is not', (cells) => (cells[3] ?? []).splice(1, 1, 'best'), 'unknown_hit_policy', 'B4'],
    ['no result', (cells) => (cells[5] ?? []).splice(2, 1, 'condition'), 'no_outputs', 'A6'],
    ['no row of names', (cells) => (cells[11] ?? []).splice(0, 1, 'Names'), 'no_columns_row', 'A1'],
    ['no table', (cells) => (cells[0] ?? []).splice(0, 1, 'Table'), 'no_table_in_sheets', undefined],
  ])('with %s is refused at its cell', (_, change, code, address) => {
    const result = edited(change);
    expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.params['address']])).toEqual([
      [code, address],
    ]);
  });

  test.each<[string, (cells: Grid) => void, string]>([
    ['a column without kind', (cells) => cells[11]?.push('Mine'), 'column_without_kind'],
    ['an unknown row above the columns', (cells) => cells.splice(2, 0, ['Colour', 'red']), 'unknown_head_row'],
    ['no version', (cells) => cells.splice(2, 1), 'head_assumed'],
  ])('with %s says what it leaves out or takes', (_, change, code) => {
    const result = edited(change);
    expect(result.ok && result.value.notes.map((issue) => issue.code)).toEqual([code]);
  });

  test('says which test it could not read', () => {
    const result = edited((cells) => (cells[2] ?? []).splice(3, 1, '[oops'), 1);
    expect(result.ok && result.value.notes.map(describeIssue)).toEqual([
      'Sheet "Tests", cell A3: What stands under "Outcome" is no JSON, so it was left out.',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import type { TableInput, TableOutput, ValueType } from '../../../../engine/decision/model.ts';
import { readCondition } from '../../../../engine/decision/spreadsheet/read-condition.ts';
import type { Spelling } from '../../../../engine/decision/spreadsheet/read-number.ts';
import { readResult } from '../../../../engine/decision/spreadsheet/read-result.ts';
import type { CellValue } from '../../../../engine/decision/spreadsheet/sheets.ts';
import { spellingOf } from '../../../../engine/decision/spreadsheet/spelling-of.ts';

function input(type: ValueType, more: Partial<TableInput> = {}): TableInput {
  return { id: 'x', name: 'X', path: 'x', type, ...more };
}

describe('a condition typed into a spreadsheet is read', () => {
  const cases: [ValueType, CellValue, string, string?][] = [
    ['number', 42, '42'],
    ['number', '42', '42'],
    ['number', '> 5', '> 5'],
    ['number', '>5', '>5'],
    ['number', '<=3', '<=3'],
    ['number', '=> 3', '>= 3'],
    ['number', '≥ 3', '>= 3'],
    ['number', '10-20', '[10..20]'],
    ['number', '10 – 20', '[10..20]'],
    ['number', '10 bis 20', '[10..20]'],
    ['number', '10 to 20', '[10..20]'],
    ['number', 'from 10 to 20', '[10..20]'],
    ['number', 'between 10 and 20', '[10..20]'],
    ['number', 'zwischen 10 und 20', '[10..20]'],
    ['number', '-20 - -10', '[-20..-10]'],
    ['number', '>= 10 and < 20', '[10..20)'],
    ['number', '< 20 und > 10', '(10..20)'],
    ['number', '[10..20)', '[10..20)'],
    ['number', 'ab 18', '>= 18'],
    ['number', 'at least 18', '>= 18'],
    ['number', '18+', '>= 18'],
    ['number', '18 and above', '>= 18'],
    ['number', 'up to 1.000,50', '<= 1000.5'],
    ['number', 'unter 18', '< 18'],
    ['number', '1,5', '1.5'],
    ['number', '1.234,50', '1234.5'],
    ['number', '1,234.50', '1234.5'],
    ['number', "1'234.50", '1234.5'],
    ['number', '1 234,50', '1234.5'],
    ['number', '1,234', '1234', 'number_separator_doubt'],
    ['number', '1,234,567', '1234567'],
    ['number', '€ 1.200,50', '1200.5', 'unit_dropped'],
    ['number', '50 %', '50', 'percent_doubt'],
    ['number', '(5)', '-5'],
    ['number', '1, 5, 9', '1, 5, 9'],
    ['number', '1; 5; 10-20', '1, 5, [10..20]'],
    ['number', '1 oder 5', '1, 5'],
    ['number', 'not 5', 'not(5)'],
    ['number', '<> 5', '!= 5'],
    ['number', '*', ''],
    ['number', 'any', ''],
    ['number', '-', ''],
    ['number', '', ''],
    ['number', null, ''],
    ['number', 'null', 'null'],
    ['string', 'gold', '"gold"'],
    ['string', '"gold"', '"gold"'],
    ['string', '„gold“', '"gold"'],
    ['string', 'gold, silver', '"gold", "silver"'],
    ['string', 'gold;silver', '"gold", "silver"'],
    ['string', 'gold or silver', '"gold", "silver"', 'list_doubt'],
    ['string', 'not gold', 'not("gold")'],
    ['string', 'nicht gold, silver', 'not("gold", "silver")'],
    ['string', '≠ gold', 'not("gold")'],
    ['string', 42, '"42"'],
    ['string', '10-20', '"10-20"'],
    ['string', 'ab 18', '"ab 18"'],
    ['string', 'say "hi"', '"say \\"hi\\""'],
    ['boolean', 'yes', 'true'],
    ['boolean', 'Nein', 'false'],
    ['boolean', true, 'true'],
    ['boolean', 'x', 'true'],
    ['boolean', 1, 'true'],
    ['boolean', 'not ja', 'not(true)'],
    ['date', '2026-11-22', 'date("2026-11-22")'],
    ['date', '22.11.2026', 'date("2026-11-22")'],
    ['date', { day: '2026-11-22' }, 'date("2026-11-22")'],
    ['date', '11/22/2026', 'date("2026-11-22")'],
    ['date', '03/04/2026', 'date("2026-04-03")', 'day_month_doubt'],
    ['date', '22 Nov 2026', 'date("2026-11-22")'],
    ['date', 'November 22, 2026', 'date("2026-11-22")'],
    ['date', '22. März 2026', 'date("2026-03-22")'],
    ['date', '22.11.26', 'date("2026-11-22")', 'century_doubt'],
    ['date', 46348, 'date("2026-11-22")', 'serial_day_doubt'],
    ['date', '01.01.2026 - 31.03.2026', '[date("2026-01-01")..date("2026-03-31")]'],
    ['date', '2026-01-01 bis 2026-03-31', '[date("2026-01-01")..date("2026-03-31")]'],
    ['date', 'ab 01.03.2026', '>= date("2026-03-01")'],
    ['date', 'before 2026-03-01', '< date("2026-03-01")'],
    ['time', '8:30', 'time("08:30:00")'],
    ['time', '8:30 pm', 'time("20:30:00")'],
    ['time', '12 am', 'time("00:00:00")'],
    ['date-time', '22.11.2026 08:30', 'date and time("2026-11-22T08:30:00")'],
    ['day-time-duration', '3 days', 'duration("P3D")'],
    ['day-time-duration', '> 2 Stunden', '> duration("PT2H")'],
    ['year-month-duration', '18 months', 'duration("P18M")'],
    ['list', 'vip, new', '"vip", "new"'],
    ['list', 5, '5'],
  ];
  test.each(cases)('in a column of %s, %j as %j', (type, cell, expected, doubt) => {
    const { cell: read, how, issues } = readCondition(cell, input(type));
    expect({ read, kept: how === 'kept', issues: issues.map(({ code }) => code) }).toEqual({
      read: expected,
      kept: false,
      issues: doubt === undefined ? [] : [doubt],
    });
  });
});

test.each<[ValueType, CellValue, string]>([
  ['number', 'a lot', 'unquoted_text'],
  ['number', '> gold', 'unquoted_text'],
  ['date', '31.02.2026', 'bare_temporal'],
  ['boolean', 'perhaps', 'unquoted_text'],
  ['string', '> "b"', 'order_needs_number'],
  ['number', true, 'cell_type'],
])('in a column of %s, %j is kept and said to be wrong', (type, cell, code) => {
  const reading = readCondition(cell, input(type));
  expect(reading.how).toBe('kept');
  expect(reading.cell).toBe(String(cell));
  expect(reading.issues.filter(({ severity }) => severity === 'error').map((issue) => issue.code)).toContain(code);
});

test('a value of the column is one text even where it holds a comma, in the spelling of the column', () => {
  const tier = input('string', { allowed: ['Smith, John', 'Gold'] });
  expect(readCondition('smith, john', tier).cell).toBe('"Smith, John"');
  expect(readCondition('gold', tier).cell).toBe('"Gold"');
});

test('a value outside of the allowed ones is read, with a warning', () => {
  expect(readCondition('tin', input('string', { allowed: ['gold'] })).issues.map(({ code }) => code)).toEqual([
    'not_allowed',
  ]);
});

test('the unit of the column may stand behind its numbers', () => {
  expect(readCondition('> 30 days', input('number', { unit: 'days' }))).toMatchObject({ cell: '> 30', issues: [] });
});

test.each<[Spelling, string, string]>([
  [{ decimal: ',' }, '1,234', '1.234'],
  [{ decimal: ',' }, '1.234', '1234'],
  [{ decimal: '.' }, '1,234', '1234'],
  [{ decimal: '.' }, '1.234', '1.234'],
])('with %j, %s is %s and nothing doubtful', (spelling, text, expected) => {
  expect(readCondition(text, input('number'), spelling)).toMatchObject({ cell: expected, issues: [] });
});

test('one cell that can be read one way only settles the others', () => {
  expect(spellingOf([['1.234'], ['12,50'], ['31/12/2026']])).toEqual({ decimal: ',', dayFirst: true });
  expect(spellingOf([['1,234.5'], ['12/31/2026']])).toEqual({ decimal: '.', dayFirst: false });
  expect(spellingOf([['12,50', '12.50'], ['22.11.2026'], ['1,234']])).toEqual({});
});

test('in a table of Steward S-FEEL goes first, and a cell compares with another column', () => {
  const limit = input('number', { id: 'limit' });
  const own = { inputs: [input('number'), limit] };
  expect(readCondition('1,5', input('number'), {}, own)).toMatchObject({ cell: '1,5', how: 'exact' });
  expect(readCondition('> limit', input('number'), {}, own)).toMatchObject({
    cell: '> limit',
    how: 'exact',
    issues: [],
  });
  expect(readCondition('10 bis 20', input('number'), {}, own)).toMatchObject({ cell: '[10..20]', how: 'read' });
});

describe('a result typed into a spreadsheet is read', () => {
  const cases: [ValueType, CellValue, unknown][] = [
    ['number', '1.200,50 €', 1200.5],
    ['number', 42, 42],
    ['boolean', 'ja', true],
    ['string', 'pay, then tell', 'pay, then tell'],
    ['string', '"pay"', 'pay'],
    ['string', 42, '42'],
    ['date', '22.11.2026', '2026-11-22'],
    ['date', 46348, '2026-11-22'],
    ['time', '8:30', '08:30:00'],
    ['list', 'a; b', ['a', 'b']],
    ['list', '["a, b", 1]', ['a, b', 1]],
    ['number', 'null', null],
    ['number', '', undefined],
  ];
  test.each(cases)('in a column of %s, %j as %j', (type, cell, expected) => {
    const reading = readResult(cell, { id: 'x', name: 'X', type });
    expect(reading.value).toEqual(expected);
    expect(reading.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  test('and kept as it stands where it does not fit', () => {
    const output: TableOutput = { id: 'x', name: 'X', type: 'number' };
    expect(readResult('a lot', output)).toMatchObject({
      value: 'a lot',
      how: 'kept',
      issues: [{ code: 'output_type' }],
    });
  });
  test('in the spelling of the allowed values, with a warning for others', () => {
    const output: TableOutput = { id: 'x', name: 'X', type: 'string', allowed: ['Pay'] };
    expect(readResult('pay', output)).toMatchObject({ value: 'Pay', issues: [] });
    expect(readResult('Wait', output)).toMatchObject({ value: 'Wait', issues: [{ code: 'output_not_allowed' }] });
  });
});

test.each<ValueType>(['number', 'string', 'date', 'list'])(
  'a cell of %s full of blanks is read or kept in a moment',
  (type) => {
    const text = `1${' '.repeat(200_000)}x`;
    expect(readCondition(text, input(type)).how).toBe('kept');
    expect(readResult(text, { id: 'x', name: 'X', type }).issues.length).toBeLessThan(2);
  },
);

import { describe, expect, it } from 'vitest';
import { checkCell, type DecisionTable, type TableInput, type TableOutput } from '../../../engine/index.ts';
import { asMeant } from '../../../editor/src/journey/table/cell-change.ts';
import { cellTemplates } from '../../../editor/src/journey/table/cell-templates.ts';
import {
  columnProblem,
  draftOf,
  inputFrom,
  outputFrom,
  settled,
  type ColumnDraft,
} from '../../../editor/src/journey/table/column-draft.ts';
import { moveInGrid } from '../../../editor/src/journey/table/grid-moves.ts';
import { firstCell, nextGridState } from '../../../editor/src/journey/table/grid-state.ts';
import { formatOutput, parseOutput } from '../../../editor/src/journey/table/output-values.ts';
import { sourceEdits, valueSources } from '../../../editor/src/journey/table/used-tables.ts';
import { refundTriage } from './harness.ts';

const input = (type: TableInput['type'], allowed?: string[]): TableInput => ({
  id: 'x',
  name: 'X',
  path: 'x',
  type,
  ...(allowed && { allowed }),
});
const output = (type: TableOutput['type'], allowed?: string[]): TableOutput => ({
  id: 'y',
  name: 'Y',
  type,
  ...(allowed && { allowed }),
});

describe('conditions offered under a cell', () => {
  it.each([
    ['number', '', undefined],
    ['number', '<= 250', undefined],
    ['number', '[10..20]', undefined],
    ['number', 'between 3 and 4', undefined],
    ['string', '', undefined],
    ['string', '"gold"', ['gold', 'silver', 'basic']],
    ['string', 'nonsense', ['it is "quoted"']],
    ['boolean', '', undefined],
    ['list', '"vip"', undefined],
    ['date', '', undefined],
    ['date', '>= date("2026-11-22")', undefined],
    ['time', 'time("08:30:00Z")', undefined],
    ['date-time', 'nonsense', undefined],
    ['day-time-duration', '> duration("PT36H")', undefined],
    ['year-month-duration', '', undefined],
  ] as const)('can all be read in a %s column that says %j', (type, current, allowed) => {
    const column = input(type, allowed && [...allowed]);
    for (const template of cellTemplates(column, current)) {
      expect({
        template,
        issues: checkCell(template.text, column).issues.filter((issue) => issue.severity === 'error'),
      }).toEqual({ template, issues: [] });
      expect(template.select[1]).toBeLessThanOrEqual(template.text.length);
    }
  });

  it('take over the numbers that are there', () => {
    const texts = cellTemplates(input('number'), '[250..1000]').map((template) => template.text);
    expect(texts).toContain('>= 250');
    expect(texts).toContain('[250..1000)');
  });
});

describe('what is typed into a cell', () => {
  it.each([
    ['gold', '"gold"'],
    ['very loyal', '"very loyal"'],
    ['"gold"', '"gold"'],
    ['-', '-'],
    [' ', ''],
    ['not("x")', 'not("x")'],
  ])('of a text column, %j becomes %j', (typed, kept) => {
    expect(asMeant(typed, input('string'))).toBe(kept);
  });

  it.each([
    ['22.11.2026', 'date("2026-11-22")'],
    ['> 2026-11-22', '> date("2026-11-22")'],
    ['11/12/2026', '11/12/2026'],
    ['date("2026-11-22")', 'date("2026-11-22")'],
  ])('of a date column, %j becomes %j', (typed, kept) => {
    expect(asMeant(typed, input('date'))).toBe(kept);
  });

  it('names another input without quotes where the table has it', () => {
    const column = input('string');
    expect(asMeant('other', column, [column, { ...column, id: 'other' }])).toBe('other');
    expect(asMeant('other', column, [column])).toBe('"other"');
  });

  it('of a number column stays as it is, right or wrong', () => {
    expect(asMeant('gold', input('number'))).toBe('gold');
    expect(asMeant(' >=10 ', input('number'))).toBe('>=10');
  });

  it.each([
    ['number', '1,200.50', 1200.5],
    ['number', 'many', 'many'],
    ['number', '', null],
    ['boolean', 'Yes', true],
    ['boolean', 'no', false],
    ['boolean', 'perhaps', 'perhaps'],
    ['string', 'paid', 'paid'],
    ['string', '"in quotes"', 'in quotes'],
    ['list', 'a, b', ['a', 'b']],
    ['list', '["a,b"]', ['a,b']],
  ] as const)('of a %s result, %j is %j', (type, typed, value) => {
    expect(parseOutput(typed, output(type))).toEqual(value);
  });

  it('of a result with a closed set takes that set’s spelling', () => {
    expect(parseOutput('HIGH', output('string', ['high', 'low']))).toBe('high');
  });

  it('comes back as shown', () => {
    for (const [type, value] of [
      ['number', 12.5],
      ['boolean', false],
      ['string', 'paid'],
      ['list', ['a', 'b']],
      ['list', ['a,b']],
    ] as const) {
      const typed = formatOutput(Array.isArray(value) ? [...value] : (value as string | number | boolean));
      expect(parseOutput(typed, output(type))).toEqual(value);
    }
  });
});

describe('keys in the grid', () => {
  const size = { rows: 3, columns: 4 };
  it.each([
    ['ArrowUp', false, { row: 0, column: 2 }],
    ['ArrowDown', true, { row: 2, column: 2 }],
    ['Home', false, { row: 1, column: 0 }],
    ['End', true, { row: 2, column: 3 }],
    ['PageUp', false, { row: -1, column: 2 }],
  ] as const)('%s (ctrl: %s) goes to %j', (key, withCtrl, to) => {
    expect(moveInGrid({ row: 1, column: 2 }, key, withCtrl, size)).toEqual(to);
  });

  it('stay inside', () => {
    expect(moveInGrid({ row: 2, column: 3 }, 'ArrowRight', false, size)).toEqual({ row: 2, column: 3 });
    expect(moveInGrid({ row: 0, column: 0 }, 'Tab', false, size)).toBeNull();
  });

  it('go down after Enter and to the right after Tab', () => {
    const editing = nextGridState(firstCell, { kind: 'edit', text: '>', selectAll: false }, size);
    expect(editing.editing).toEqual({ text: '>', selectAll: false });
    expect(nextGridState(editing, { kind: 'leave', rows: 1, columns: 0 }, size)).toMatchObject({
      focus: { row: 1, column: 1 },
      editing: null,
    });
    expect(nextGridState(editing, { kind: 'leave', rows: 0, columns: 1 }, size)).toMatchObject({
      focus: { row: 0, column: 2 },
    });
  });

  it('extend a range from where it began', () => {
    const one = nextGridState(firstCell, { kind: 'move', key: 'ArrowDown', withCtrl: false, extend: true }, size);
    const two = nextGridState(one, { kind: 'move', key: 'ArrowRight', withCtrl: false, extend: true }, size);
    expect(two).toMatchObject({ anchor: { row: 0, column: 1 }, focus: { row: 1, column: 2 } });
  });
});

describe('a column’s form', () => {
  const named = { ...draftOf(undefined), name: 'Customer value', path: 'customer.value' };

  it('makes a readable id from the name, and a free one', () => {
    expect(inputFrom(named, null, []).id).toBe('customerValue');
    expect(inputFrom(named, null, ['customerValue']).id).toBe('customerValue-2');
    expect(outputFrom({ ...named, name: '30 Tage' }, null, []).id).toBe('column30Tage');
  });

  it.each([
    ['a name', 'input', { name: ' ' }, 'name'],
    ['a field', 'input', { path: '' }, 'path'],
    ['which result of the other table', 'input', { path: '', from: 'limits' }, 'path'],
    ['numbers', 'output', { type: 'number', limits: 'values', allowed: ['1', 'many'] }, 'allowed'],
    ['dates', 'input', { type: 'date', limits: 'values', allowed: ['soon'] }, 'allowed'],
    ['a value at least', 'input', { limits: 'values', allowed: [' '] }, 'allowed'],
    ['every value once', 'input', { limits: 'values', allowed: ['a', 'a '] }, 'allowed'],
    ['limits that can be read', 'input', { type: 'number', limits: 'range', range: '[1..' }, 'range'],
    ['a default of the type', 'output', { type: 'number', default: 'some' }, 'default'],
    ['a default that is allowed', 'output', { limits: 'values', allowed: ['pay'], default: 'refuse' }, 'default'],
  ] as const)('asks for %s', (_, kind, change, member) => {
    expect(columnProblem({ ...named, ...change } as ColumnDraft, kind)?.member).toBe(member);
  });

  it.each([
    ['output', { path: '' }],
    ['input', { type: 'number', limits: 'range', range: '[18..120]' }],
    ['input', { type: 'boolean', limits: 'values', allowed: [] }],
    ['output', { type: 'list', limits: 'values', allowed: ['a', 'b'], default: 'a, b' }],
    ['output', { type: 'date', default: '2026-11-22' }],
  ] as const)('of %s with %j is complete', (kind, change) => {
    expect(columnProblem({ ...named, ...change } as ColumnDraft, kind)).toBeNull();
  });

  it('keeps a column as it was, with all that it says', () => {
    const input: TableInput = {
      id: 'age',
      name: 'Age',
      path: 'person.age',
      from: 'people',
      type: 'number',
      unit: 'years',
      allowedRange: '[18..120]',
      required: true,
      description: 'On the day of the order.',
    };
    expect(settled(inputFrom(draftOf(input), 'age', ['age']))).toEqual(input);
    const output: TableOutput = {
      id: 'days',
      name: 'Days',
      type: 'number',
      allowed: [30, 14, 0],
      default: 14,
      description: 'Until paid.',
    };
    expect(settled(outputFrom(draftOf(output), 'days', ['days']))).toEqual(output);
  });

  it('can empty what it held, and drops limits that its type cannot have', () => {
    expect(inputFrom({ ...named, unit: ' ', limits: 'none', allowed: ['a'] }, 'a', ['a'])).toMatchObject({
      unit: undefined,
      allowed: undefined,
      required: undefined,
    });
    expect(inputFrom({ ...named, type: 'boolean', limits: 'values', allowed: ['a'] }, 'a', []).allowed).toBeUndefined();
  });
});

describe('where a condition’s value may come from', () => {
  const journey = refundTriage();
  const table = journey.tables['refund-limits'] as DecisionTable;
  const other: DecisionTable = { ...table, id: 'other', name: 'Other' };

  it('is the customer’s data, a used table, or a table that is then used', () => {
    const own: DecisionTable = { ...table, uses: [other] };
    const sources = valueSources(own, { ...journey, tables: { own, third: { ...table, id: 'third', name: 'Third' } } });
    expect(sources.slice(0, 3).map(({ id, isNew }) => [id, isNew])).toEqual([
      ['', false],
      ['other', false],
      ['third', true],
    ]);
    expect(sources.some(({ id }) => id === table.id)).toBe(false);
    expect(sourceEdits(sources[1])).toEqual([]);
    expect(sourceEdits(sources[2])).toMatchObject([{ kind: 'add-used-table', table: { id: 'third' } }]);
  });

  it('is never a table that uses tables itself', () => {
    const chained = { ...journey, tables: { own: table, chained: { ...other, uses: [{ ...other, id: 'x' }] } } };
    expect(valueSources(table, chained).some(({ id }) => id === 'other')).toBe(false);
  });
});

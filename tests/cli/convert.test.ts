import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';
import { linesOf, runSteward } from './run-steward.ts';
import { refundLimits, scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const tables: [string, DecisionTable][] = [
  ['refund-limits', refundLimits],
  ...Object.values(tablePacks).map(({ id, table }): [string, DecisionTable] => [id, table]),
];

/** A table that rules of json-rules-engine can say, with a day of validity. */
const small: DecisionTable = {
  schemaVersion: 1,
  id: 'small',
  name: 'Small',
  version: '1.0.0',
  hitPolicy: 'first',
  inputs: [{ id: 'amount', name: 'Amount', path: 'order.amount', type: 'number' }],
  outputs: [{ id: 'answer', name: 'Answer', type: 'string' }],
  rows: [
    { id: 'new', when: { amount: '> 10' }, then: { answer: 'ask' }, validFrom: '2027-01-01' },
    { id: 'low', when: { amount: '<= 50' }, then: { answer: 'pay' } },
    { id: 'rest', when: {}, then: { answer: 'refuse' } },
  ],
};

async function convert(from: string, to: string, ...options: string[]) {
  return await runSteward(['convert', from, to, ...options]);
}

describe('steward convert', () => {
  it.each(tables)('%s: over DMN, CSV and a workbook and back, nothing is lost', async (name, table) => {
    const file = files.written(`${name}.table.json`, table);
    expect((await convert(file, files.path('plain.table.json'))).code).toBe(0);
    for (const ending of ['.dmn', '.csv', '.xlsx']) {
      const [there, back] = [files.path(`there${ending}`), files.path(`${name}${ending}.table.json`)];
      expect((await convert(file, there)).code).toBe(0);
      expect(await convert(there, back)).toMatchObject({ code: 0, out: '' });
      expect(files.json(`${name}${ending}.table.json`)).toEqual(JSON.parse(JSON.stringify(table)));
      // Facts of tests come from a spreadsheet in the order of its columns; all else stands where it stood.
      if (ending === '.dmn') expect(files.read(`${name}.dmn.table.json`)).toBe(files.read('plain.table.json'));
    }
  });

  it.each(['.dmn', '.csv', '.xlsx', '.rules.json'])('a table that has been %s decides as before', async (ending) => {
    const facts = [0, 50, 51, 100].map((amount) => JSON.stringify({ order: { amount } })).join('\n');
    const { rows, ...rest } = small;
    const undated = files.written('undated.table.json', { ...rest, rows: rows.slice(1) });
    const between = files.path(`undated${ending}`);
    expect((await convert(undated, between)).code).toBe(0);
    const back = files.path('again.table.json');
    expect((await convert(between, back, ...(ending === '.rules.json' ? ['--hit-policy', 'first'] : []))).code).toBe(0);
    const decided = linesOf(await runSteward(['decide', undated], facts)) as { matched: string[] }[];
    const again = linesOf(await runSteward(['decide', back], facts)) as { matched: string[] }[];
    expect(again.map(({ matched }) => matched)).toEqual(decided.map(({ matched }) => matched));
  });

  it('writes the rules of a day, and says what rules have no place for', async () => {
    const file = files.written('small.table.json', small);
    const run = await convert(file, files.path('small.rules.json'), '--day', '2026-12-31');
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toMatch(/rules have no place for: names and types of columns\. Keep the table\./);
    expect(run.err).toMatch(/these are the rules of 2026-12-31/);
    const { rules } = files.json('small.rules.json') as { rules: { name: string }[] };
    expect(rules.map(({ name }) => name)).toEqual(['low', 'rest']);
  });

  it('copies rules as they are read, with shared conditions and options', async () => {
    const rules = {
      rules: [{ conditions: { all: [{ condition: 'big' }] }, event: { type: 'ask' }, description: 'passed over' }],
      conditions: { big: { all: [{ fact: 'amount', operator: 'greaterThan', value: 10 }] } },
      allowUndefinedFacts: true,
    };
    const run = await convert(files.written('a.rules.json', rules), files.path('b.rules.json'));
    expect(run).toEqual({ code: 0, out: '', err: '' });
    expect(files.json('b.rules.json')).toEqual({
      ...rules,
      rules: [{ conditions: { all: [{ condition: 'big' }] }, event: { type: 'ask' } }],
    });
  });

  it('reads standard input by its content, and writes standard output', async () => {
    const text = files.read('refund-limits.table.json');
    const dmn = await runSteward(['convert', '-', '-', '--to', '.dmn'], text);
    expect(dmn).toMatchObject({ code: 0, err: '' });
    const csv = await runSteward(['convert', '-', '-', '--to', 'csv'], dmn.out);
    expect(csv).toMatchObject({ code: 0, err: '' });
    expect(csv.out).toMatch(/^\uFEFF?Decision table,/);
    const back = await runSteward(['convert', '-', '-', '--to', 'table.json'], csv.out);
    expect(JSON.parse(back.out)).toEqual(refundLimits);
    const workbook = readFileSync(files.path('there.xlsx'));
    expect((await runSteward(['convert', '-', '-', '--to', 'dmn'], workbook)).code).toBe(0);
  });

  it.each<[string, string | object, string, RegExp]>([
    [
      'chained.table.json',
      tablePacks['refund-goodwill-limits']?.table ?? {},
      'out.rules.json',
      /reads the outcome of the table/,
    ],
    [
      'computing.rules.json',
      [{ conditions: { all: [{ fact: 'a', operator: 'equal', value: { fact: 'b' } }] }, event: { type: 'x' } }],
      'out.table.json',
      /cannot|compare/,
    ],
    [
      'failing.rules.json',
      [{ conditions: { all: [{ fact: 'a', operator: 'equal', value: { fact: 'b' } }] }, event: { type: 'x' } }],
      'out.dmn',
      /that form cannot hold these rules/,
    ],
  ])('refuses %s with the reason, exit code 1, and writes nothing', async (name, content, to, expected) => {
    const run = await convert(files.written(name, content), files.path(to));
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toMatch(expected);
    expect(existsSync(files.path(to))).toBe(false);
  });

  it('leaves what is there when the new form is refused or the input cannot be read', async () => {
    const there = files.written('kept.rules.json', 'mine');
    const chained = files.path('chained.table.json');
    expect((await convert(chained, there)).code).toBe(1);
    expect((await convert(files.written('bad.table.json', '{'), there)).code).toBe(2);
    expect(files.read('kept.rules.json')).toBe('mine');
  });

  it.each([
    [['x.table.json', '-'], /- as OUT needs --to, one of: \.table\.json/],
    [['x.table.json', '-', '--to', 'odt'], /has no ending of a file with rules/],
    [['x.table.json', 'y.csv', '--to', 'csv'], /--to is for - as OUT/],
    [['x.table.json', 'y.dmn', '--dmn-version', '2'], /--dmn-version takes 1\.3, 1\.4, 1\.5, not "2"/],
    [['x.rules.json', 'y.dmn', '--hit-policy', 'any'], /--hit-policy takes rule-order or first, not "any"/],
    [['x.table.json', 'y.rules.json', '--day', 'soon'], /--day takes a day such as 2026-11-22, not "soon"/],
  ])('%j is wrong use', async (args, expected) => {
    const run = await runSteward(['convert', ...args]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(expected);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { checkTable, decideTable, itemIsFacts, type DecisionTable, type TableInput } from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';
import { answersEverywhere, base, cells, column, everyWay, many, output, said } from './every-way.ts';

// Tables as somebody would write them to keep Steward busy, to make it fall over, or to have it run code. Every way that a
// table takes has to end with an answer or with issues that can be worded; what grows faster than the table runs into the time limit.

describe('a hostile table gets an answer or an issue, every way it is taken', { timeout: 120_000 }, () => {
  afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.has(globalThis, 'stewardWasHere')).toBe(false);
  });

  it('with a cell of ten megabytes', async () => {
    for (const cell of [
      '1,'.repeat(5_000_000),
      ' '.repeat(10_000_000),
      `"${'a'.repeat(10_000_000)}"`,
      '('.repeat(1e7),
    ]) {
      const table = {
        ...base,
        inputs: [column('x')],
        outputs: [output],
        rows: [{ id: 'r', when: { x: cell }, then: {} }],
      };
      expect(await everyWay(table, { x: 1 })).toMatchObject({ check: 'cell_too_long', decide: 'cell_too_long' });
    }
  });

  it('with a thousand cells of thousands of values each', async () => {
    const table: DecisionTable = {
      ...base,
      inputs: [column('x')],
      outputs: [output],
      rows: many(1000, (row) => ({
        id: `r${row}`,
        when: { x: many(1200, (at) => row * 1200 + at).join(',') },
        then: { o: 'a' },
      })),
    };
    expect(await everyWay(table, { x: 1_199_999 })).toMatchObject(answersEverywhere);
  });

  it('with more rows and columns than a document may have', () => {
    const table: DecisionTable = {
      ...base,
      inputs: many(50, (at) => column(`x${at}`)),
      outputs: [output],
      rows: many(5000, (row) => ({
        id: `r${row}`,
        when: cells(50, (at) => `[${row}..${row + at + 1}]`),
        then: { o: `a${row % 3}` },
      })),
    };
    expect(parseTable(table)).toMatchObject({ ok: false, issues: [{ code: 'document_too_large' }] });
    const facts = Object.fromEntries(many(50, (at) => [`x${at}`, 4000]));
    expect(checkTable(table)).toEqual([]);
    expect(decideTable(table, facts, itemIsFacts)).toMatchObject({ ok: true, value: { outcome: { o: 'a0' } } });
  });

  it('with rows of fifty texts that are all not something', async () => {
    const table: DecisionTable = {
      ...base,
      inputs: many(50, (at) => column(`x${at}`, 'string')),
      outputs: [output],
      rows: many(200, (row) => ({
        id: `r${row}`,
        when: cells(50, (at) => `not("a${row}", "b${at}")`),
        then: { o: `a${row % 3}` },
      })),
    };
    expect(await everyWay(table, Object.fromEntries(many(50, (at) => [`x${at}`, 'z'])))).toMatchObject(
      answersEverywhere,
    );
  });

  it('with more wrong results in one row, or in one used table, than a call takes arguments', () => {
    const wide = Object.fromEntries(many(190_000, (at) => [`y${at}`, 1]));
    const rows = [{ id: 'r', when: {}, then: wide }];
    const table: DecisionTable = { ...base, inputs: [column('x')], outputs: [output], rows };
    expect(checkTable(table)).toHaveLength(190_000);
    expect(said(decideTable(table, {}, itemIsFacts))).toBe('unknown_output');
    const input: TableInput = { ...column('x', 'string'), from: 'used', path: 'o' };
    const chain: DecisionTable = {
      ...base,
      inputs: [input],
      outputs: [output],
      rows: [],
      uses: [{ ...table, id: 'used' }],
    };
    expect(checkTable(chain)).toHaveLength(190_000);
    const expected = { ...table, rows: [], tests: [{ name: 't', facts: {}, outcome: wide }] };
    expect(checkTable(expected)).toHaveLength(190_000);
  });

  it('with ranges in one another that no number line likes', async () => {
    const table: DecisionTable = {
      ...base,
      inputs: [column('x'), column('y'), column('z')],
      outputs: [output],
      rows: many(1000, (at) => ({
        id: `r${at}`,
        when: {
          x: `[-${at}e12..9e15], (${at}e-320..5e-324], ]-0..0[, [${at}..-${at}], [1e-323..${at}e12)`,
          y: '[-9e15..9e15]',
          z: `not([${at}..${3000 - at}])`,
        },
        then: { o: `a${at % 7}` },
      })),
    };
    expect(await everyWay(table, { x: 5e-324, y: -0, z: -5e-324 })).toMatchObject(answersEverywhere);
    expect(said(decideTable(table, { x: 1.7976931348623157e308, y: 0, z: 1e308 }, itemIsFacts))).toBe('answer');
  });

  it('with two thousand alternatives in every cell, and lists of a hundred', async () => {
    const table: DecisionTable = {
      ...base,
      hitPolicy: 'unique',
      inputs: [column('x'), column('y', 'string'), column('z', 'list')],
      outputs: [output],
      rows: many(20, (row) => ({
        id: `r${row}`,
        when: {
          x: many(2000, (at) => (at * 20 + row) % 10_000).join(','),
          y: many(1000, (at) => `"${at * 20 + row}"`).join(','),
          z: many(100, (at) => `${at * 20 + row}`).join(','),
        },
        then: { o: `a${row % 7}` },
      })),
    };
    expect(await everyWay(table, { x: 5, y: '5', z: [5] })).toMatchObject(answersEverywhere);
  });

  it('with columns that are all compared with one another', async () => {
    const table: DecisionTable = {
      ...base,
      hitPolicy: 'unique',
      inputs: many(30, (at) => column(`x${at}`)),
      outputs: [output],
      rows: many(100, (row) => ({
        id: `r${row}`,
        when: cells(30, (at) => `> x${(at + 1) % 30}, [x${(at + 2) % 30}..x${(at + 3) % 30}]`),
        then: { o: `a${row % 7}` },
      })),
    };
    expect(await everyWay(table, Object.fromEntries(many(30, (at) => [`x${at}`, at])))).toMatchObject({
      check: 'answer',
    });
  });

  it('with texts that make slow patterns slow', async () => {
    const bombs = [
      '1' + ',111'.repeat(2400),
      '1' + '.111'.repeat(2400) + ',1',
      `time("${'1:'.repeat(4000)}")`,
      `duration("P${'1D'.repeat(4000)}")`,
      `@"${'9'.repeat(9000)}"`,
      '9'.repeat(9900),
      `0.${'0'.repeat(9900)}`,
      '1e999999999',
      `1e-${'9'.repeat(9000)}`,
      `"${'\\u'.repeat(4000)}"`,
      'not('.repeat(2400),
      '[1..'.repeat(2400),
      '- '.repeat(4900),
      'date and time '.repeat(600),
    ];
    for (const type of ['number', 'string', 'time', 'day-time-duration', 'list'] as const) {
      const rows = bombs.map((bomb, at) => ({ id: `r${at}`, when: { x: bomb }, then: {} }));
      const table: DecisionTable = { ...base, inputs: [column('x', type)], outputs: [output], rows };
      expect((await everyWay(table, { x: '1'.repeat(1_000_000) })).check).not.toBe('answer');
    }
  });
});

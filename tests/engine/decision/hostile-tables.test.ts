import { afterEach, describe, expect, it } from 'vitest';
import {
  analyseTable,
  backtestTables,
  checkTable,
  decideTable,
  describeIssue,
  explainDecision,
  exportDmn,
  exportJsonRules,
  itemIsFacts,
  runTableTests,
  tableToSheets,
  type DecisionTable,
  type Issue,
  type JsonObject,
  type Result,
  type TableInput,
} from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';

// Tables as somebody would write them to keep Steward busy, to make it fall over, or to have it run code. Every way that a
// table takes has to end with an answer or with issues that can be worded; what grows faster than the table runs into the time limit.

const base = { schemaVersion: 1, id: 'hostile', name: 'Hostile', version: '1', hitPolicy: 'first' } as const;
const output = { id: 'o', name: 'O', type: 'string' } as const;
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const column = (id: string, type: TableInput['type'] = 'number'): TableInput => ({ id, name: id, path: id, type });
const cells = (count: number, cell: (at: number) => string) =>
  Object.fromEntries(many(count, (at) => [`x${at}`, cell(at)]));

/** The issues of a result, or the one word. */
function said(result: Result<unknown>): string {
  return result.ok ? 'answer' : (result.issues[0]?.code ?? 'no issue');
}

/** Takes a table every way there is; gives what each said. */
async function everyWay(table: DecisionTable, facts: JsonObject = {}): Promise<Record<string, string>> {
  const issues: Issue[] = checkTable(table);
  for (const issue of issues.slice(0, 100)) expect(describeIssue(issue)).not.toBe('');
  const day = '2026-11-22';
  const ways = {
    parse: said(parseTable(table)),
    check: issues.find(({ severity }) => severity === 'error')?.code ?? 'answer',
    decide: said(decideTable(table, facts, itemIsFacts, { day })),
    explain: said(explainDecision(table, facts, itemIsFacts, { day })),
    tests: said(runTableTests(table)),
    rules: said(exportJsonRules(table, { day })),
    backtest: said(backtestTables(table, { ...table, version: '2' }, [facts], { day })),
  };
  expect(Array.isArray(analyseTable(table).findings)).toBe(true);
  expect(said(await exportDmn(table))).not.toBe('no issue');
  expect(tableToSheets(table).length).toBeGreaterThan(0);
  return ways;
}

const answersEverywhere = {
  parse: 'answer',
  check: 'answer',
  decide: 'answer',
  explain: 'answer',
  tests: 'answer',
  backtest: 'answer',
};

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

  it('with code wherever text may stand', async () => {
    const code = [
      "$..[?(@.constructor.constructor('globalThis.stewardWasHere = 1')())]",
      '${globalThis.stewardWasHere = 1}',
      '={{ globalThis.stewardWasHere = 1 }}',
      '=HYPERLINK("javascript:stewardWasHere=1")',
      "');globalThis.stewardWasHere = 1;('",
    ];
    const table: DecisionTable = {
      ...base,
      name: code[0] as string,
      version: code[1] as string,
      inputs: code.map((path, at) => ({ id: `x${at}`, name: path, path, type: 'string' })),
      outputs: code.map((text, at) => ({ id: text, name: text, type: 'string', default: code[at] as string })),
      rows: code.map((text, at) => ({
        id: text,
        when: { [`x${at}`]: JSON.stringify(text) },
        then: { [text]: text },
        reason: text,
      })),
      tests: code.map((text) => ({ name: text, facts: { [text]: text }, outcome: { [text]: text } })),
    };
    const facts = Object.fromEntries(code.map((text) => [text, text]));
    expect(await everyWay(table, facts)).toMatchObject({ parse: 'answer' });
  });

  it('with the names of what every object has', async () => {
    const names = ['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', '__lookupGetter__', 'toJSON', 'then'];
    const words = ['__proto__', 'constructor', 'prototype', ...names];
    const table: DecisionTable = {
      ...base,
      inputs: names.map((id) => column(id, 'string')),
      outputs: names.map((id) => ({ id, name: id, type: 'string', allowed: words })),
      rows: words.map((word) => ({
        id: word,
        when: Object.fromEntries(names.map((id) => [id, `"${word}", not("${word}")`.slice(0, word.length + 2)])),
        then: Object.fromEntries(names.map((id) => [id, word])),
      })),
    };
    const facts = (value: string) => Object.fromEntries(names.map((id) => [id, value]));
    for (const word of words) {
      expect(await everyWay(table, facts(word))).toMatchObject(answersEverywhere);
      const decided = decideTable(table, facts(word), itemIsFacts);
      expect(decided.ok && decided.value.outcome).toEqual(facts(word));
    }
    // What an object merely inherits is absent.
    expect(decideTable(table, {}, itemIsFacts)).toMatchObject({ ok: true, value: { outcome: null } });
  });

  it('with half characters, and ids that stand there thousands of times', async () => {
    const half = String.fromCharCode(0xd800);
    const halves: DecisionTable = {
      ...base,
      inputs: [column('x', 'string')],
      outputs: [output],
      rows: [{ id: half, when: { x: `"${half}"` }, then: { o: half } }],
    };
    expect(await everyWay(halves, { x: half })).toMatchObject({ check: 'lone_surrogate', decide: 'lone_surrogate' });
    const twins: DecisionTable = {
      ...base,
      inputs: many(1000, () => column('x')),
      outputs: [output],
      rows: many(10_000, () => ({ id: 'r', when: { x: '1' }, then: { o: 'a' } })),
    };
    expect(checkTable(twins)).toHaveLength(999 + 9_999);
  });

  it('with circles and chains of thousands of tables', () => {
    const reading = (from: string): TableInput => ({ ...column('x', 'string'), from, path: 'o' });
    const rows = [{ id: 'r', when: { x: '"a"' }, then: { o: 'a' } }];
    const link = (at: number, input: TableInput): DecisionTable => ({
      ...base,
      id: `t${at}`,
      inputs: [input],
      outputs: [output],
      rows,
    });
    const first = { ...base, inputs: [reading('t0')], outputs: [output], rows };
    const circle = { ...first, uses: many(3000, (at) => link(at, reading(`t${(at + 1) % 3000}`))) };
    expect(checkTable(circle).map(({ code }) => code)).toEqual(['used_in_circle']);
    const chain = {
      ...first,
      uses: many(3000, (at) => link(at, at === 2999 ? column('x', 'string') : reading(`t${at + 1}`))),
    };
    expect(decideTable(chain, { x: 'a' }, itemIsFacts)).toMatchObject({ ok: true, value: { outcome: { o: 'a' } } });
    expect(decideTable(chain, { x: 1 }, itemIsFacts)).toMatchObject({
      ok: false,
      issues: [{ params: { used: 't2999' } }],
    });
  });

  it('with facts of ten megabytes, and facts nested a hundred thousand deep', () => {
    const table: DecisionTable = {
      ...base,
      inputs: [
        column('list', 'list'),
        column('text', 'string'),
        { ...column('deep'), path: many(1000, () => 'd').join('.') },
      ],
      outputs: [{ ...output, default: 'rest' }],
      rows: many(1000, (at) => ({ id: `r${at}`, when: { list: `not("v${at}")`, text: '"a"' }, then: { o: 'b' } })),
    };
    let deep: JsonObject = {};
    for (let level = 0; level < 100_000; level++) deep = { d: deep };
    const facts = { ...deep, list: many(1_000_000, (at) => `v${at}`), text: 'a'.repeat(10_000_000) };
    expect(said(decideTable(table, facts, itemIsFacts))).toBe('wrong_type');
    expect(decideTable(table, { list: facts.list, text: facts.text }, itemIsFacts)).toMatchObject({
      ok: true,
      value: { outcome: { o: 'rest' } },
    });
  });

  it('nested deeper than a document may be, or in itself', () => {
    let nested: unknown = {};
    for (let level = 0; level < 100_000; level++) nested = [nested];
    const table = { ...base, inputs: [], outputs: [output], rows: [{ id: 'r', when: {}, then: { o: nested } }] };
    expect(parseTable(table)).toMatchObject({ ok: false, issues: [{ code: 'document_too_deep' }] });
    const own: { rows: unknown[] } = { ...table, rows: [] };
    own.rows.push(own);
    expect(parseTable(own)).toMatchObject({ ok: false, issues: [{ code: 'document_too_deep' }] });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  analyseTable,
  asRow,
  asTest,
  decideTable,
  describeFinding,
  findingCodes,
  itemIsFacts,
  openAnalysis,
  type DecisionTable,
  type HitPolicy,
  type TableInput,
  type TableRow,
} from '../../../../engine/index.ts';
import { smallTables } from './random-tables.ts';

const number = (id: string, more: Partial<TableInput> = {}): TableInput => ({
  id,
  name: id,
  path: id,
  type: 'number',
  ...more,
});

function tableOf(
  inputs: TableInput[],
  cells: string[][],
  hitPolicy: HitPolicy = 'first',
  more: Partial<DecisionTable> = {},
): DecisionTable {
  return {
    schemaVersion: 1,
    id: 'table',
    name: 'Table',
    version: '1',
    hitPolicy,
    inputs,
    outputs: [{ id: 'result', name: 'Result', type: 'number' }],
    rows: cells.map((own, index): TableRow => ({
      id: `r${index + 1}`,
      when: Object.fromEntries(own.slice(0, inputs.length).map((cell, column) => [inputs[column]?.id as string, cell])),
      then: { result: Number(own[inputs.length] ?? index) },
    })),
    ...more,
  };
}

const codes = (table: DecisionTable) => analyseTable(table).findings.map(({ code, rows }) => [code, ...rows].join(' '));
const required = { required: true };

describe('gaps', () => {
  test('nothing lies between two days, or between two months, in a row', () => {
    const day = { id: 'day', name: 'Day', path: 'day', type: 'date', required: true } as const;
    expect(codes(tableOf([day], [['<= date("2026-03-03")'], ['>= date("2026-03-04")']]))).toEqual([]);
    const span = { ...day, type: 'year-month-duration' } as const;
    expect(codes(tableOf([span], [['< duration("P1Y")'], ['duration("P12M")'], ['>= duration("P13M")']]))).toEqual([]);
  });

  test('between two numbers something always lies, and is shown', () => {
    const [gap] = analyseTable(tableOf([number('a', required)], [['<= 3'], ['>= 4']])).findings;
    expect(gap).toMatchObject({ code: 'gap', example: { facts: { a: 3.5 } }, region: { when: { a: '(3..4)' } } });
  });

  test('zero has no sign', () => {
    expect(codes(tableOf([number('a', required)], [['< 0'], ['-0'], ['> 0']]))).toEqual([]);
  });

  test('a time with an offset gets examples with one', () => {
    const at = { id: 'at', name: 'At', path: 'at', type: 'time', required: true } as const;
    const [gap] = analyseTable(tableOf([at], [['< time("08:00:00+02:00")']])).findings;
    expect(String(gap?.example?.facts['at'])).toMatch(/Z$|[+-]\d\d:\d\d$/);
  });

  test('a day of validity is part of the example', () => {
    const table = tableOf([number('a', required)], [['< 1'], ['>= 1']]);
    table.rows = table.rows.map((row) => ({ ...row, validFrom: '2026-01-01', validUntil: '9999-12-31' }));
    expect(analyseTable(table).findings).toMatchObject([
      { code: 'gap', example: { day: '2025-12-31' }, region: { when: {}, validUntil: '2025-12-31' } },
    ]);
    expect(codes({ ...table, validFrom: '2026-01-01' })).toEqual([]);
  });

  test('an example lies at the paths of the inputs', () => {
    const inputs = [
      number('sum', { path: 'order.items.1.sum', required: true }),
      number('age', { path: 'customer.age', required: true }),
    ];
    const [gap] = analyseTable(tableOf(inputs, [['< 5', '-']])).findings;
    expect(gap?.example?.facts).toEqual({ order: { items: [null, { sum: 5 }] }, customer: { age: 0 } });
  });

  test('a default leaves no gap', () => {
    const outputs = [{ id: 'result', name: 'Result', type: 'number', default: 1 } as const];
    expect(codes(tableOf([number('a')], [['5']], 'first', { outputs }))).toEqual([]);
  });
});

test('a row with a cell that cannot be read is left out', () => {
  expect(codes(tableOf([number('a', required)], [['whatever'], ['< 5']]))).toEqual(['gap']);
});

test('a value that is not allowed is named, where it is one of several', () => {
  const tier: TableInput = {
    id: 'tier',
    name: 'Tier',
    path: 'tier',
    type: 'string',
    allowed: ['a', 'b'],
    required: true,
  };
  const { findings } = analyseTable(tableOf([tier], [['"a", "c"'], ['"d"'], ['"b"']]));
  expect(findings.map(({ code, rows, params }) => [code, rows[0], params['found'] ?? params['part']])).toEqual([
    ['unreachable', 'r2', 'cell'],
    ['value_not_allowed', 'r1', '"c"'],
  ]);
});

test('a shadowed row is told with the rows that it takes to cover it, and no more', () => {
  const table = tableOf([number('a', required)], [['< 0'], ['[0..5]'], ['> 5'], ['> 9'], ['[1..7]'], ['-']]);
  expect(codes(table).filter((text) => text.startsWith('shadowed'))).toEqual([
    'shadowed r4 r3',
    'shadowed r5 r2 r3',
    'shadowed r6 r1 r2 r3',
  ]);
});

test('a row that adds up to the default alone can be left out', () => {
  const outputs = [{ id: 'result', name: 'Result', type: 'number', default: 1 } as const];
  const sum = tableOf(
    [number('a', required)],
    [
      ['< 5', '1'],
      ['>= 5', '2'],
    ],
    'collect',
    { aggregation: 'sum', outputs },
  );
  expect(codes(sum)).toEqual(['row_changes_nothing r1']);
});

test('rows with one result and reason become one row', () => {
  const table = tableOf(
    [number('a', required)],
    [
      ['< 0', '1'],
      ['[0..5]', '1'],
      ['> 5', '2'],
    ],
    'unique',
  );
  const [finding] = analyseTable(table).findings;
  expect(finding).toMatchObject({ code: 'mergeable', rows: ['r1', 'r2'], params: { cell: '<= 5' } });
  expect(finding && asRow(table, finding)).toMatchObject({ id: 'r1', when: { a: '<= 5' }, then: { result: 1 } });
});

describe('what becomes of a finding', () => {
  test.each(['first', 'unique', 'any', 'priority', 'rule-order'] as const)(
    'rows for all gaps leave none: %s',
    (policy) => {
      fc.assert(
        fc.property(
          smallTables({ policies: [policy], kinds: ['number', 'text', 'tier', 'boolean', 'date'], withDays: true }),
          ({ table }) => {
            let filled = table;
            const gaps = analyseTable(table, { maxGaps: 500 }).findings.filter(({ code }) => code.startsWith('gap'));
            for (const gap of gaps) {
              const row = asRow(filled, gap);
              expect(row).not.toBeNull();
              if (row !== null) filled = { ...filled, rows: [...filled.rows, row] };
            }
            expect(analyseTable(filled).findings.filter(({ code }) => code.startsWith('gap'))).toEqual([]);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  test('a test from a gap passes as long as the gap is there', () => {
    const table = tableOf([number('a', required)], [['< 5']]);
    const [gap] = analyseTable(table).findings;
    const made = gap === undefined ? null : asTest(table, gap);
    expect(made).toEqual({ name: 'Gap', facts: { a: 5 }, outcome: null });
    const decided = decideTable(table, made?.facts ?? {}, itemIsFacts);
    expect(decided).toMatchObject({ ok: true, value: { outcome: null } });
  });

  test('the engine accepts every example, and decides as the finding says', () => {
    fc.assert(
      fc.property(smallTables({ policies: ['first'], withDays: true }), ({ table }) => {
        for (const { code, rows, example } of analyseTable(table).findings) {
          if (example === undefined) continue;
          const decided = decideTable(
            table,
            example.facts,
            itemIsFacts,
            example.day === undefined ? {} : { day: example.day },
          );
          // Tables that name a value which is not allowed do not run.
          if (!decided.ok && decided.issues.some(({ path }) => path[0] === 'rows')) continue;
          expect(decided).toMatchObject({ ok: true });
          if (!decided.ok) continue;
          const { matched, ruleId } = decided.value.decision;
          if (code === 'shadowed') expect(ruleId).not.toBe(rows[0]);
          if (code.startsWith('gap')) expect(matched).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('every finding is worded', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(smallTables({ policies: ['first', 'unique', 'any'], withDays: true }), ({ table }) => {
        for (const finding of analyseTable(table).findings) {
          seen.add(finding.code);
          expect(describeFinding(table, finding)).toMatch(/^[A-Z"][^{}]*\.$/s);
          expect(describeFinding(table, finding)).not.toMatch(/undefined|\[object|""/);
        }
      }),
      { numRuns: 300 },
    );
    const rare = ['not_analysed', 'analysis_incomplete'];
    expect(findingCodes.filter((code) => !seen.has(code) && !rare.includes(code))).toEqual([]);
  });
});

test('after any edits the open analysis is that of the table', () => {
  const policies = ['first', 'unique', 'any', 'priority', 'rule-order', 'collect'] as const;
  fc.assert(
    fc.property(
      smallTables({ policies, withDays: true }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 6 }),
      ({ table }, edits) => {
        const open = openAnalysis(table);
        let current = table;
        for (const [row, column, from] of edits) {
          if (current.rows.length === 0) break;
          const input = current.inputs[column % current.inputs.length]?.id as string;
          const cell = current.rows[from % current.rows.length]?.when[input] ?? '-';
          const rows = current.rows.map((own, index) =>
            index === row % current.rows.length ? { ...own, when: { ...own.when, [input]: cell } } : own,
          );
          current = { ...current, rows: from % 5 === 0 ? rows.slice(1) : rows };
          expect(open.change(current)).toEqual(analyseTable(current));
        }
        expect(open.analysis).toEqual(analyseTable(current));
      },
    ),
    { numRuns: 60 },
  );
});

describe('what is too much is said, and ends', () => {
  test('rows that together are a hard puzzle', () => {
    const holes = 9;
    const inputs = Array.from({ length: holes + 1 }, (_, index) =>
      number(`p${index}`, { required: true, allowed: Array.from({ length: holes }, (__, hole) => hole) }),
    );
    const pairs = inputs.flatMap((_, left) =>
      inputs.slice(left + 1).map((__, right) => [left, left + 1 + right] as const),
    );
    const rows = pairs.flatMap(([left, right]) =>
      Array.from({ length: holes }, (_, hole) =>
        inputs.map((__, index) => (index === left || index === right ? String(hole) : '-')),
      ),
    );
    const { findings, complete } = analyseTable(
      tableOf(
        inputs,
        rows.map((cells) => [...cells, '1']),
        'any',
      ),
      { maxSteps: 200_000 },
    );
    expect(complete).toBe(false);
    expect(
      findings.find(({ code, params }) => code === 'analysis_incomplete' && params['what'] === 'gap'),
    ).toBeDefined();
    expect(findings.filter(({ code }) => code === 'gap')).toEqual([]);
  });

  test('a list that cells ask for very many members', () => {
    const tags: TableInput = { id: 'tags', name: 'Tags', path: 'tags', type: 'list', required: true };
    const rows = Array.from({ length: 40 }, (_, index) => [`"tag${index}"`]);
    const { findings, complete } = analyseTable(tableOf([tags], [...rows, ['not("tag1")']]));
    expect(complete).toBe(false);
    expect(findings.filter(({ code }) => code === 'shadowed' || code === 'row_changes_nothing')).toEqual([]);
    expect(
      findings.filter(({ code, columns }) => code === 'analysis_incomplete' && columns[0] === 'tags'),
    ).toHaveLength(1);
  });

  test('comparisons with very many values around', () => {
    const rows = [...Array.from({ length: 300 }, (_, index) => [`[${index}..${index + 1})`, '-']), ['> b', '-']];
    const { findings, complete } = analyseTable(tableOf([number('a', required), number('b', required)], rows));
    expect(complete).toBe(false);
    expect(findings.filter(({ code }) => code === 'not_analysed').map((finding) => finding.rows)).toEqual([['r301']]);
    const gap = findings.find(({ code }) => code === 'gap');
    expect(gap === undefined || Number(gap.example?.facts['a']) <= Number(gap.example?.facts['b'])).toBe(true);
  });

  test('cells of many megabytes', () => {
    const cells = Array.from({ length: 300 }, (_, row) => [
      Array.from({ length: 900 }, (__, index) => `"${row}.${index}"`).join(','),
    ]);
    const { findings } = analyseTable(tableOf([{ id: 't', name: 'T', path: 't', type: 'string' }], cells));
    expect(findings.some(({ code }) => code === 'not_analysed')).toBe(true);
    expect(findings.some(({ code }) => code === 'gap')).toBe(true);
  });

  test('names of JavaScript itself run nothing and change nothing', () => {
    const inputs = [
      number('__proto__', { path: '__proto__.polluted' }),
      number('constructor', { path: 'constructor.name' }),
    ];
    const table = tableOf(inputs, [['< 5', '> 5']]);
    expect(() => analyseTable(table)).not.toThrow();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

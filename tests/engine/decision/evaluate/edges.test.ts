import { describe, expect, it } from 'vitest';
import {
  decideTable,
  itemIsFacts,
  type DecisionTable,
  type JsonObject,
  type JsonValue,
  type Outcome,
  type TableRow,
  type ValueType,
} from '../../../../engine/index.ts';
import { readCases } from '../cases.ts';

interface EdgeCases {
  cells: { type: ValueType; cell: string; passes: JsonValue[]; fails: JsonValue[] }[];
  wrongType: { type: ValueType; value: JsonValue }[];
  sums: { numbers: number[]; sum: number }[];
}

const cases = readCases<EdgeCases>('edges');

const shape = { schemaVersion: 1, id: 'edges', name: 'Edges', version: '1', hitPolicy: 'first' } as const;

function decide(table: DecisionTable, facts: JsonObject, day?: string): Outcome | string {
  const decided = decideTable(table, facts, itemIsFacts, { day });
  return decided.ok ? decided.value.outcome : (decided.issues[0]?.code ?? '');
}

function tableOfCell(type: ValueType, cell: string): DecisionTable {
  return {
    ...shape,
    inputs: [{ id: 'x', name: 'X', path: 'x', type }],
    outputs: [{ id: 'passes', name: 'Passes', type: 'boolean', default: false }],
    rows: [{ id: 'only', when: { x: cell }, then: { passes: true } }],
  };
}

describe('a cell at its edges', () => {
  it.each(cases.cells)('$type $cell', ({ type, cell, passes, fails }) => {
    const table = tableOfCell(type, cell);
    const outcomes = (values: JsonValue[]) => values.map((value) => decide(table, { x: value }));
    expect(outcomes(passes)).toEqual(passes.map(() => ({ passes: true })));
    expect(outcomes(fails)).toEqual(fails.map(() => ({ passes: false })));
  });

  it.each(cases.wrongType)('$value is no $type', ({ type, value }) => {
    expect(decide(tableOfCell(type, '-'), { x: value })).toBe('wrong_type');
  });
});

describe('a sum', () => {
  it.each(cases.sums)('of $numbers is $sum, in any order', ({ numbers, sum }) => {
    const tableOf = (values: number[]): DecisionTable => ({
      ...shape,
      hitPolicy: 'collect',
      aggregation: 'sum',
      inputs: [],
      outputs: [{ id: 'sum', name: 'Sum', type: 'number' }],
      rows: values.map((value, index) => ({ id: `r${index}`, when: {}, then: { sum: value } })),
    });
    for (let turn = 0; turn < numbers.length; turn++) {
      const turned = [...numbers.slice(turn), ...numbers.slice(0, turn)];
      expect(decide(tableOf(turned), {})).toEqual({ sum });
    }
  });
});

describe('rows at the edges of a policy', () => {
  const text = { type: 'string' } as const;

  it('rank by the outputs from left to right, a row without a result after all others', () => {
    const table: DecisionTable = {
      ...shape,
      hitPolicy: 'output-order',
      inputs: [],
      outputs: [
        { id: 'free', name: 'Free', ...text },
        { id: 'level', name: 'Level', ...text, allowed: ['high', 'low'] },
        { id: 'way', name: 'Way', ...text, allowed: ['call', 'mail'] },
      ],
      rows: [
        { id: 'none', when: {}, then: { way: 'call' } },
        { id: 'low', when: {}, then: { level: 'low', way: 'call' } },
        { id: 'mail', when: {}, then: { free: 'a', level: 'high', way: 'mail' } },
        { id: 'call', when: {}, then: { free: 'z', level: 'high', way: 'call' } },
      ],
    };
    expect(decide(table, {})).toEqual([
      { free: 'z', level: 'high', way: 'call' },
      { free: 'a', level: 'high', way: 'mail' },
      { free: null, level: 'low', way: 'call' },
      { free: null, level: null, way: 'call' },
    ]);
    expect(decide({ ...table, hitPolicy: 'priority' }, {})).toEqual({ free: 'z', level: 'high', way: 'call' });
  });

  it('agree where a result is null in one and left out in the other, and take results as they are written', () => {
    const table = (rows: TableRow['then'][]): DecisionTable => ({
      ...shape,
      hitPolicy: 'any',
      inputs: [],
      outputs: [{ id: 'wait', name: 'Wait', type: 'day-time-duration' }],
      rows: rows.map((then, index) => ({ id: `r${index}`, when: {}, then })),
    });
    expect(decide(table([{ wait: null }, {}]), {})).toEqual({ wait: null });
    expect(decide(table([{ wait: 'P1D' }, { wait: 'P1D' }]), {})).toEqual({ wait: 'P1D' });
    expect(decide(table([{ wait: 'P1D' }, { wait: 'PT24H' }]), {})).toBe('rows_disagree');
  });

  it('that overlap may be unique each on its own days', () => {
    const table: DecisionTable = {
      ...shape,
      hitPolicy: 'unique',
      inputs: [],
      outputs: [{ id: 'rate', name: 'Rate', ...text }],
      rows: [
        { id: 'old', when: {}, then: { rate: 'old' }, validUntil: '2025-12-31' },
        { id: 'new', when: {}, then: { rate: 'new' }, validFrom: '2026-01-01' },
        { id: 'leap', when: {}, then: { rate: 'leap' }, validFrom: '2028-02-29', validUntil: '2028-02-29' },
      ],
    };
    const outcomes = ['2025-12-31', '2026-01-01', '2028-02-29', '2028-03-01', '2027-02-29'].map((day) =>
      decide(table, {}, day),
    );
    expect(outcomes).toEqual([
      { rate: 'old' },
      { rate: 'new' },
      'several_rows_match',
      { rate: 'new' },
      'decision_day_invalid',
    ]);
  });
});

describe('a comparison with another input', () => {
  const table = (cell: string): DecisionTable => ({
    ...shape,
    inputs: [
      { id: 'x', name: 'X', path: 'x', type: 'number' },
      { id: 'limit', name: 'Limit', path: 'limit', type: 'number' },
    ],
    outputs: [{ id: 'passes', name: 'Passes', type: 'boolean', default: false }],
    rows: [{ id: 'only', when: { x: cell }, then: { passes: true } }],
  });

  it.each([
    { cell: 'limit', facts: { x: 0, limit: -0 }, passes: true },
    { cell: 'limit', facts: {}, passes: false },
    { cell: '> limit', facts: { x: 1 }, passes: false },
    { cell: 'not(> limit)', facts: { x: 1 }, passes: false },
    { cell: 'not(1, limit)', facts: { x: 2 }, passes: false },
    { cell: 'limit, 1', facts: { x: 1 }, passes: true },
    { cell: '[limit..limit]', facts: { x: 5, limit: 5 }, passes: true },
    { cell: '(limit..limit)', facts: { x: 5, limit: 5 }, passes: false },
    { cell: '[5..limit]', facts: { x: 5, limit: 1 }, passes: false },
    { cell: 'not([5..limit])', facts: { x: 5, limit: 1 }, passes: true },
  ])('$cell on $facts', ({ cell, facts, passes }) => {
    expect(decide(table(cell), facts)).toEqual({ passes });
  });
});

describe('a table behind another', () => {
  const chain = (hitPolicy: DecisionTable['hitPolicy'], type: ValueType, cell: string): DecisionTable => ({
    ...tableOfCell(type, cell),
    inputs: [{ id: 'x', name: 'X', path: 'tag', from: 'tags', type }],
    uses: [
      {
        ...shape,
        id: 'tags',
        hitPolicy,
        ...(type === 'number' ? { aggregation: 'count' } : {}),
        inputs: [{ id: 'n', name: 'N', path: 'n', type: 'number' }],
        outputs: [{ id: 'tag', name: 'Tag', type: 'string' }],
        rows: [
          { id: 'a', when: { n: '> 1' }, then: { tag: 'a' } },
          { id: 'nothing', when: { n: '> 2' }, then: {} },
          { id: 'c', when: { n: '> 3' }, then: { tag: 'c' } },
        ],
      },
    ],
  });

  it.each([
    { policy: 'rule-order', type: 'list', cell: '"c"', n: 4, outcome: true },
    { policy: 'rule-order', type: 'list', cell: 'null', n: 0, outcome: true },
    { policy: 'rule-order', type: 'list', cell: 'not("c")', n: 0, outcome: false },
    { policy: 'rule-order', type: 'list', cell: 'not("c")', n: 3, outcome: true },
    { policy: 'collect', type: 'number', cell: '3', n: 4, outcome: true },
    { policy: 'collect', type: 'number', cell: '0', n: 0, outcome: true },
    { policy: 'first', type: 'string', cell: '"a"', n: 4, outcome: true },
    { policy: 'first', type: 'string', cell: 'null', n: 0, outcome: true },
  ] as const)('reads $cell with $policy at $n', ({ policy, type, cell, n, outcome }) => {
    expect(decide(chain(policy, type, cell), { n })).toEqual({ passes: outcome });
  });

  it('fails as that table does', () => {
    expect(decide(chain('unique', 'string', '-'), { n: 4 })).toBe('several_rows_match');
    expect(decide(chain('first', 'string', '-'), { n: '4' })).toBe('wrong_type');
  });
});

import { describe, expect, it } from 'vitest';
import {
  decideTable,
  itemIsFacts,
  randomFacts,
  readPath,
  valuesNearCell,
  valuesWorthTrying,
  type DecisionTable,
  type TableInput,
} from '../../../../engine/index.ts';
import { seededRandom } from '../../../../engine/index.ts';
import { tablePacks } from '../../../../rules/index.ts';

function tableWith(input: Partial<TableInput>, ...cells: string[]): DecisionTable {
  return {
    schemaVersion: 1,
    id: 'sampled',
    name: 'Sampled',
    version: '1.0.0',
    hitPolicy: 'first',
    inputs: [{ id: 'value', name: 'Value', path: 'value', type: 'number', ...input }],
    outputs: [{ id: 'row', name: 'Row', type: 'string' }],
    rows: cells.map((cell, index) => ({ id: `row-${index}`, when: { value: cell }, then: {} })),
  };
}

const near = (type: TableInput['type'], cell: string) => {
  const table = tableWith({ type }, cell);
  return valuesNearCell(cell, table, table.inputs[0] as TableInput);
};

describe('values near a cell', () => {
  it.each<[TableInput['type'], string, unknown[]]>([
    ['number', '< 100', [100, 99, 101]],
    ['number', '[-1..0.5]', [-1, -2, 0, 0.5, -0.5, 1.5]],
    ['number', 'not(7)', [7, 6, 8]],
    ['date', '>= date("2026-03-01")', ['2026-03-01', '2026-02-28', '2026-03-02']],
    ['time', '< time("08:00:00")', ['08:00:00', '07:59:59', '08:00:01']],
    ['date-time', '< date and time("2026-01-01T00:00:00Z")', [
      '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', '2026-01-01T00:00:01Z',
    ]],
    ['day-time-duration', 'duration("P1D")', ['P1D', 'PT23H59M59S', 'P1DT1S']],
    ['year-month-duration', '> duration("P1Y")', ['P1Y', 'P11M', 'P1Y1M']],
    ['string', '"gold", "silver"', ['gold', 'silver']],
    ['list', '"gold"', [['gold'], ['gold', 'something']]],
    ['number', '-', []],
    ['number', 'null, > 1', [undefined, 1, 0, 2]],
    ['number', 'no cell at all <', []],
  ])('of the type %s: %s is tried at, below and above each limit', (type, cell, expected) => {
    expect(near(type, cell)).toEqual(expected);
  }); // prettier-ignore
});

describe('values worth trying', () => {
  it('are those of all cells and the range, ordinary ones, and absence where it may be', () => {
    const table = tableWith({ allowedRange: '[0..200]' }, '< 100', '-');
    const values = valuesWorthTrying(table, table.inputs[0] as TableInput);
    expect(values).toEqual(expect.arrayContaining([99, 100, 101, 0, 200, undefined]));
    expect(new Set(values).size).toBe(values.length);
    const required = tableWith({ required: true }, '< 100');
    expect(valuesWorthTrying(required, required.inputs[0] as TableInput)).not.toContain(undefined);
  });

  it('are the allowed ones alone where they are listed', () => {
    const table = tableWith({ type: 'string', allowed: ['gold', 'silver'], required: true }, '"gold"');
    expect(valuesWorthTrying(table, table.inputs[0] as TableInput)).toEqual(['gold', 'silver']);
  });
});

describe('random facts', () => {
  it('are the same for the same numbers', () => {
    const table = tablePacks['escalation']?.table as DecisionTable;
    const sample = (seed: number) => Array.from({ length: 20 }, randomFacts(table, seededRandom(seed)));
    expect(sample(5)).toEqual(sample(5));
    expect(sample(5)).not.toEqual(sample(6));
  });

  it('stay within the allowed range', () => {
    const table = tableWith({ allowedRange: '[10..20]', required: true }, '< 15', '> 19', '-');
    const make = randomFacts(table, seededRandom(1));
    const values = Array.from({ length: 500 }, () => make()['value'] as number);
    expect([Math.min(...values), Math.max(...values)]).toEqual([10, 20]);
  });

  const alone = Object.values(tablePacks).filter(({ table }) => (table.uses ?? []).length === 0);

  it.each(alone)('meet every row of the pack $id within 3,000 cases', ({ table }) => {
    const make = randomFacts(table, seededRandom(1));
    const missing = new Set(table.rows.filter(({ disabled }) => disabled !== true).map(({ id }) => id));
    for (let count = 0; count < 3000 && missing.size > 0; count++) {
      const decided = decideTable(table, make(), itemIsFacts);
      for (const id of decided.ok ? decided.value.decision.matched : []) missing.delete(id);
    }
    expect([...missing]).toEqual([]);
  });

  it.each(['__proto__.polluted', 'constructor.prototype.polluted', 'a.__proto__.polluted', 'items.4000000000.sku'])(
    'are harmless and small for the path %s',
    (path) => {
      const make = randomFacts(tableWith({ path }, '= 1'), seededRandom(1));
      const made = Array.from({ length: 50 }, make);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(JSON.stringify(made).length).toBeLessThan(10_000);
    },
  );

  it('reach into lists, and share them between columns', () => {
    const table = tableWith({ path: 'items.1.price', required: true }, '= 5');
    table.inputs.push({ id: 'sku', name: 'Sku', path: 'items.1.sku', type: 'string', required: true });
    const facts = randomFacts(table, seededRandom(1))();
    expect(readPath(facts, 'items.1.price')).toEqual(expect.any(Number));
    expect(readPath(facts, 'items.1.sku')).toEqual(expect.any(String));
    expect(facts['items']).toHaveLength(2);
  });
});

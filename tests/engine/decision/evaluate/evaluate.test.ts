import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../engine/index.ts';
import { decidingRow, evaluate, matchedRows } from '../../../../engine/decision/evaluate/evaluate.ts';
import { evaluateColumns } from '../../../../engine/decision/evaluate/evaluate-columns.ts';
import { factColumns } from '../../../../engine/decision/evaluate/fact-columns.ts';
import { hitPolicies, type DecisionTable } from '../../../../engine/decision/model.ts';
import { compiledOf } from './compiled-of.ts';
import { factsOf } from './facts-of.ts';
import { randomTable, tableAndValues } from './random-tables.ts';
import { decidingRowSlowly, matchingRows } from './slow-truth.ts';

const policies = fc.constantFrom(...hitPolicies);
const days = fc.constantFrom(undefined, '2025-12-31', '2026-01-02', '2026-07-01');

describe('the object path and the column path', () => {
  test('give the deciding row and the matching rows that cell by cell are right, under every hit policy', () => {
    fc.assert(
      fc.property(tableAndValues({ hitPolicy: policies, strict: true }), days, ({ table, cases }, day) => {
        const compiled = compiledOf(table);
        const facts = cases.map((values) => factsOf(table, values));
        const columns = evaluateColumns(compiled, factColumns(table, facts), day);
        for (const [index, values] of cases.entries()) {
          const expected = decidingRowSlowly(table, values, day);
          const item = facts[index] as JsonObject;
          expect(decidingRow(compiled, item, day)).toBe(expected);
          expect(columns.rows[index]).toBe(expected);
          const rows = expected === -3 ? [] : matchingRows(table, values, day);
          expect(matchedRows(compiled, item, day)).toEqual(rows);
          expect(evaluate(compiled, item, day).matched).toEqual(rows);
          expect(columns.matchedRows(index)).toEqual(rows);
        }
        for (const [row, count] of columns.decided.entries()) {
          expect(count).toBe(columns.rows.filter((decided) => decided === row).length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('agree on more rows than a block of masks has, and on more facts than a batch', () => {
    fc.assert(
      fc.property(tableAndValues({ maxRows: 30, hitPolicy: policies }, 30), ({ table, cases }) => {
        const rows = Array.from({ length: 60 }, (_, time) =>
          table.rows.map((row) => ({ ...row, id: `${row.id}-${time}` })),
        );
        const padding = Array.from({ length: 1_100 }, (_, at) => ({
          id: `never-${at}`,
          when: {},
          then: {},
          validUntil: '2000-01-01',
        }));
        const large = { ...table, rows: [...padding, ...rows.flat()] };
        const compiled = compiledOf(large);
        const facts = Array.from({ length: 5_000 }, (_, at) => factsOf(table, cases[at % cases.length] as JsonValue[]));
        const columns = evaluateColumns(compiled, factColumns(large, facts), '2026-01-02');
        const expected = cases.map((values) => decidingRow(compiled, factsOf(table, values), '2026-01-02'));
        for (const [at, values] of cases.slice(0, 5).entries()) {
          expect(expected[at]).toBe(decidingRowSlowly(large, values, '2026-01-02'));
        }
        expect([...columns.rows]).toEqual(facts.map((_, at) => expected[at % cases.length]));
      }),
      { numRuns: 8 },
    );
  });

  test('refuse values of another type than the column has', () => {
    const wrong: JsonValue[] = [1, 'text', true, [1], [{}], {}, 'P1D', '2026-11-22', '2026-02-30', Infinity, NaN];
    fc.assert(
      fc.property(randomTable({ maxRows: 5 }), fc.constantFrom(...wrong), fc.nat(), (table, value, at) => {
        const compiled = compiledOf(table);
        const index = at % table.inputs.length;
        const values = table.inputs.map((_, other) => (other === index ? value : null));
        const facts = factsOf(table, values);
        const expected = decidingRowSlowly(table, values);
        expect(decidingRow(compiled, facts)).toBe(expected);
        expect(evaluateColumns(compiled, factColumns(table, [facts])).rows[0]).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});

const byName = (path: string): DecisionTable => ({
  schemaVersion: 1,
  id: 't',
  name: 'T',
  version: '1',
  hitPolicy: 'first',
  inputs: [{ id: 'x', name: 'X', path, type: 'number' }],
  outputs: [{ id: 'o', name: 'O', type: 'number' }],
  rows: [
    { id: 'present', when: { x: '!= null' }, then: { o: 1 } },
    { id: 'absent', when: { x: 'null' }, then: { o: 2 } },
  ],
});

test('a time without an offset is refused where the cells have offsets, and the other way round', () => {
  const table = { ...byName('at'), inputs: [{ id: 'x', name: 'X', path: 'at', type: 'time' as const }] };
  for (const [cell, fine, refused] of [
    ['< time("12:00:00Z")', '10:00:00+02:00', '10:00:00'],
    ['< time("12:00:00")', '10:00:00', '10:00:00Z'],
  ]) {
    const compiled = compiledOf({ ...table, rows: [{ id: 'r', when: { x: cell as string }, then: {} }] });
    for (const [at, row] of [
      [fine, 0],
      [refused, -3],
    ] as const) {
      expect(decidingRow(compiled, { at: at as string })).toBe(row);
      expect(evaluateColumns(compiled, factColumns(table, [{ at: at as string }])).rows[0]).toBe(row);
    }
  }
});

describe('only own fields count', () => {
  test.each([
    ['an inherited field', 'amount', Object.create({ amount: 5 }) as JsonObject, 1],
    [
      'a field of an object without a prototype',
      'amount',
      Object.assign(Object.create(null) as JsonObject, { amount: 5 }),
      0,
    ],
    ['an own field with the name of a method', 'valueOf', { valueOf: 5 }, 0],
    ['a method', 'toString', {}, 1],
    ['the length of a list', 'items.length', { items: [1, 2] }, 1],
    ['an entry of a list', 'items.1', { items: [1, 2] }, 0],
    ['a path through a text', 'name.length', { name: 'abc' }, 1],
  ])('%s', (_, path, facts, row) => {
    expect(decidingRow(compiledOf(byName(path)), facts)).toBe(row);
    expect(evaluateColumns(compiledOf(byName(path)), factColumns(byName(path), [facts])).rows[0]).toBe(row);
  });
});

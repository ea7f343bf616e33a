import { describe, expect, it } from 'vitest';
import {
  checkTable,
  decideTable,
  itemIsFacts,
  runTableTests,
  tableDigest,
  type DecisionTable,
  type JsonValue,
} from '../../../../engine/index.ts';

// Tables as somebody would write them to keep Steward busy. What has to hold is that an answer comes at all: a slip from
// linear to quadratic makes these tests run into their time limit.

const base = { schemaVersion: 1, id: 'hostile', name: 'Hostile', version: '1', hitPolicy: 'first' } as const;
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));

describe('a hostile table is answered', () => {
  it('with thousands of columns and rows that name none of them', () => {
    const table: DecisionTable = {
      ...base,
      inputs: many(2000, (at) => ({ id: `i${at}`, name: 'I', path: 'p', type: 'number' })),
      outputs: many(2000, (at) => ({ id: `o${at}`, name: 'O', type: 'number' })),
      rows: many(40, (row) => ({
        id: `r${row}`,
        when: Object.fromEntries(many(1000, (at) => [`x${at}`, '1'])),
        then: Object.fromEntries(many(1000, (at) => [`y${at}`, 1])),
      })),
    };
    const issues = checkTable(table);
    expect(issues).toHaveLength(80_000);
    expect(issues[0]?.params['known']).toBe(issues[1]?.params['known']);
  });

  it('with a hundred thousand allowed values, priorities and equal rows', () => {
    const allowed = many(50_000, (at) => `value ${at}`);
    const table: DecisionTable = {
      ...base,
      hitPolicy: 'output-order',
      inputs: [{ id: 'x', name: 'X', path: 'x', type: 'string', allowed }],
      outputs: [{ id: 'o', name: 'O', type: 'string', allowed }],
      rows: many(5000, (at) => ({ id: `r${at}`, when: {}, then: { o: `value ${(at * 7919) % 50_000}` } })),
    };
    const decided = decideTable(table, { x: 'value 49999' }, itemIsFacts);
    const { outcome } = decided.ok ? decided.value : { outcome: null };
    expect(outcome).toHaveLength(5000);
    expect(Array.isArray(outcome) ? outcome[0] : null).toEqual({ o: 'value 0' });
  });

  it('with figures of any size under a sum', () => {
    const table: DecisionTable = {
      ...base,
      hitPolicy: 'collect',
      aggregation: 'sum',
      inputs: [],
      outputs: [{ id: 'o', name: 'O', type: 'number' }],
      rows: many(5000, (at) => ({ id: `r${at}`, when: {}, then: { o: at % 2 === 0 ? 1.5e300 : 1e-300 } })),
    };
    expect(decideTable(table, {}, itemIsFacts)).toMatchObject({ ok: true });
  });

  it('with names that lead into prototypes, everywhere', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    const own = (value: string) =>
      JSON.parse(`{${names.map((name) => `"${name}":${value}`).join(',')}}`) as Record<string, never>;
    const table: DecisionTable = {
      ...base,
      inputs: names.map((id) => ({ id, name: id, path: id, type: 'string' })),
      outputs: names.map((id) => ({ id, name: id, type: 'string' })),
      rows: [{ id: '__proto__', when: own('"-"'), then: own('"x"'), annotations: own('"x"') }],
      tests: [{ name: '__proto__', facts: own('"x"'), outcome: own('"x"') }],
    };
    const codes = new Set(checkTable(table).map(({ code }) => code));
    expect(codes).toEqual(new Set(['reserved_key', 'invalid_field_path', 'unknown_annotation']));
    expect(decideTable(table, own('"x"') as never, itemIsFacts).ok).toBe(false);
    expect(runTableTests(table).ok).toBe(false);
    expect(({} as Record<string, JsonValue>)['x']).toBeUndefined();
  });

  it('with a row called like the reason of defaults', () => {
    const table: DecisionTable = {
      ...base,
      inputs: [],
      outputs: [{ id: 'o', name: 'O', type: 'string', default: 'x' }],
      rows: [{ id: 'default', when: {}, then: { o: 'y' } }],
    };
    expect(decideTable(table, {}, itemIsFacts)).toMatchObject({
      value: { decision: { ruleId: 'default', matched: ['default'] } },
    });
  });

  it('of ten megabytes, with its digest', () => {
    const table: DecisionTable = {
      ...base,
      inputs: [],
      outputs: [{ id: 'o', name: 'O', type: 'string' }],
      rows: many(1000, (at) => ({ id: `r${at}`, when: {}, then: { o: 'é'.repeat(5000) }, reason: `${at}` })),
    };
    expect(tableDigest(table)).toMatch(/^sha256:/);
    expect(decideTable(table, {}, itemIsFacts)).toMatchObject({ ok: true });
  });
});

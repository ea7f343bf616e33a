import { describe, expect, it } from 'vitest';
import {
  decideFromInputs,
  decideTable,
  explainDecision,
  explainFromInputs,
  fieldReader,
  inputsByName,
  inputsOfDecision,
  itemIsFacts,
  type DecisionTable,
  type FactMapping,
  type JsonObject,
} from '../../../../engine/index.ts';

const base = { schemaVersion: 1, version: '1', hitPolicy: 'first' } as const;
const tier: DecisionTable = {
  ...base,
  id: 'tier',
  name: 'Tier',
  inputs: [{ id: 'points', name: 'Points', path: 'customer.points', type: 'number' }],
  outputs: [{ id: 'tier', name: 'Tier', type: 'string' }],
  rows: [{ id: 'gold', when: { points: '>= 100' }, then: { tier: 'gold' } }],
};
const unread: DecisionTable = { ...tier, id: 'unread' };
const refund: DecisionTable = {
  ...base,
  id: 'refund',
  name: 'Refund',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'order.amount', type: 'number' },
    { id: 'tier', name: 'Tier', path: 'tier', from: 'tier', type: 'string' },
    { id: 'note', name: 'Note', path: 'order.note', type: 'string' },
  ],
  outputs: [{ id: 'pay', name: 'Pay', type: 'boolean' }],
  rows: [
    { id: 'small', when: { amount: '< 100' }, then: { pay: true } },
    { id: 'gold', when: { tier: '"gold"' }, then: { pay: true } },
    { id: 'rest', when: {}, then: { pay: false } },
  ],
  uses: [tier, unread],
};

const item: JsonObject = {
  order: { amount: 500, note: null, secret: 'x' },
  customer: { points: 120, name: 'Ada Example' },
};

describe('inputs of a decision', () => {
  it('are the values by input, those of the tables that it reads from as table.input, and nothing else', () => {
    expect(inputsOfDecision(refund, item, itemIsFacts)).toEqual({
      ok: true,
      value: { amount: 500, 'tier.points': 120 },
    });
  });

  it('are read where the mapping says', () => {
    const mapping: FactMapping = {
      dataField: 'body',
      fields: [
        { input: 'tier.points', field: 'points.0' },
        { input: 'note', field: "['the note']" },
      ],
    };
    const mapped = { body: { order: { amount: 7 } }, points: [3], 'the note': 'yes' };
    expect(inputsOfDecision(refund, mapped, mapping)).toEqual({
      ok: true,
      value: { amount: 7, 'tier.points': 3, note: 'yes' },
    });
  });

  it('are none where the item holds none', () => {
    expect(inputsOfDecision(refund, { order: 'none' }, itemIsFacts)).toEqual({ ok: true, value: {} });
  });

  it('say what is wrong with the mapping', () => {
    const mapping: FactMapping = { dataField: '', fields: [{ input: 'nothing', field: 'a' }] };
    expect(inputsOfDecision(refund, item, mapping)).toMatchObject({ issues: [{ code: 'unknown_mapped_input' }] });
  });

  it('give the same decision and the same explanation once more', () => {
    const inputs = inputsOfDecision(refund, item, itemIsFacts);
    if (!inputs.ok) throw new Error('no inputs');
    expect(decideFromInputs(refund, inputs.value)).toEqual(decideTable(refund, item, itemIsFacts));
    const [replayed, explained] = [explainFromInputs(refund, inputs.value), explainDecision(refund, item)];
    if (!replayed.ok || !explained.ok) throw new Error('no explanation');
    expect(replayed.value.rows[1]?.cells.map(({ path }) => path)).toEqual(['amount', 'tier.tier', 'note']);
    expect(replayed.value.rows.map(({ fate }) => fate)).toEqual(explained.value.rows.map(({ fate }) => fate));
    expect(replayed.value.required[0]?.rows[0]?.cells[0]).toMatchObject({ path: 'tier.points', value: 120 });
  });

  it('that a table does not accept are refused when it decides again, by the name of the input', () => {
    expect(decideFromInputs(refund, { 'tier.points': 'many' })).toMatchObject({
      issues: [{ code: 'wrong_type', path: ['tier.points'] }],
    });
  });
});

describe('values at paths', () => {
  const valuesOf = (fields: string[], item: JsonObject) => {
    const reader = fieldReader(fields);
    return inputsByName(reader.names, reader.valuesOf(item));
  };
  it('are kept by their path, absent ones and null left out', () => {
    expect(valuesOf(['order.amount', 'order.missing'], item)).toEqual({ 'order.amount': 500 });
    expect(valuesOf(['order.amount'], {})).toEqual({});
    expect(valuesOf(['order.note'], item)).toEqual({});
  });

  it('are kept once where a path stands there twice, and none where a path leads nowhere', () => {
    expect(fieldReader(['order.amount', 'order.amount', '', 'a..b', '__proto__']).names).toEqual(['order.amount']);
  });
});

describe('values by name', () => {
  it('keep names that mean something to JavaScript', () => {
    const inputs = inputsByName(['__proto__', 'toString', 'absent'], ['one', null, undefined]);
    expect(Object.entries(inputs)).toEqual([
      ['__proto__', 'one'],
      ['toString', null],
    ]);
    expect(Object.getPrototypeOf(inputs)).toBe(Object.prototype);
  });
});

import { describe, expect, it } from 'vitest';
import {
  changeInWords,
  decideFromInputs,
  outcomeInWords,
  whatWouldChange,
  type DecisionTable,
  type JsonObject,
  type OutcomeChange,
  type TableInput,
  type WhatWouldChangeOptions,
} from '../../../../engine/index.ts';

const input = (id: string, type: TableInput['type'], more: Partial<TableInput> = {}): TableInput => ({
  id,
  name: id,
  path: id,
  type,
  ...more,
});

/** A table of one output `to`, policy `first`; rows as `[cells, outcome]`. */
function tableOf(inputs: TableInput[], rows: [JsonObject, string][], more: Partial<DecisionTable> = {}): DecisionTable {
  return {
    schemaVersion: 1,
    id: 't',
    name: 'T',
    version: '1',
    hitPolicy: 'first',
    inputs,
    outputs: [{ id: 'to', name: 'To', type: 'string' }],
    rows: rows.map(([when, to], at) => ({ id: `r${at + 1}`, when: when as Record<string, string>, then: { to } })),
    ...more,
  };
}

function changes(table: DecisionTable, inputs: JsonObject, options: WhatWouldChangeOptions = {}) {
  const found = whatWouldChange(table, inputs, options);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}
function sentence(change: OutcomeChange): string {
  const { name, outcome } = change;
  const then = outcome === null ? 'no row would match' : `the outcome would be: ${outcomeInWords(outcome)}`;
  return `If ${name} were ${changeInWords(change)}, ${then}.`;
}
const words = (table: DecisionTable, inputs: JsonObject, options?: WhatWouldChangeOptions) =>
  changes(table, inputs, options).map(sentence);

const amount = input('amount', 'number', { unit: 'EUR' });
const refund = tableOf(
  [amount, input('tier', 'string')],
  [
    [{ amount: '< 100' }, 'pay'],
    [{ amount: '[100..500)', tier: '"gold","silver"' }, 'pay'],
    [{ amount: '>= 1000' }, 'refuse'],
    [{}, 'look'],
  ],
);

describe('what would change an outcome', () => {
  it('is the nearest range below and above, another value, absence, the least first', () => {
    expect(words(refund, { amount: 400, tier: 'bronze' })).toEqual([
      'If amount were below 100 EUR, the outcome would be: pay.',
      'If amount were at least 1000 EUR, the outcome would be: refuse.',
      'If tier were "gold" or "silver", the outcome would be: pay.',
    ]);
    expect(changes(refund, { amount: 400, tier: 'bronze' })[0]).toEqual({
      input: 'amount',
      name: 'amount',
      type: 'number',
      unit: 'EUR',
      change: { kind: 'between', low: null, lowIncluded: false, high: 100, highIncluded: false },
      value: 99,
      outcome: { to: 'pay' },
      row: 'r1',
    });
  });

  it('are texts that nobody names, and absence', () => {
    expect(words(refund, { amount: 300, tier: 'gold' })).toEqual([
      'If amount were from 500 to below 1000 EUR, the outcome would be: look.',
      'If tier were anything but "gold" or "silver", the outcome would be: look.',
      'If amount were missing, the outcome would be: look.',
      'If tier were missing, the outcome would be: look.',
    ]);
  });

  it('are ranges of all kinds, told exactly', () => {
    const table = tableOf(
      [amount],
      [
        [{ amount: '5' }, 'five'],
        [{ amount: '(7..8]' }, 'seven'],
        [{ amount: '> 20' }, 'much'],
        [{ amount: '!= null' }, 'other'],
      ],
      { outputs: [{ id: 'to', name: 'To', type: 'string', default: 'none' }] },
    );
    expect(words(table, { amount: 6 })).toEqual([
      'If amount were 5 EUR, the outcome would be: five.',
      'If amount were above 7 to 8 EUR, the outcome would be: seven.',
      'If amount were missing, the outcome would be: none.',
    ]);
    expect(words(table, {}, { limit: 3 })).toEqual([
      'If amount were below 5 EUR, the outcome would be: other.',
      'If amount were 5 EUR, the outcome would be: five.',
      'If amount were above 5 to 7 EUR, the outcome would be: other.',
    ]);
    expect(changes(table, { amount: 7.25 }).map(({ value }) => value)).toEqual([7, 8.01, null]);
  });

  it('are days and times, in their own words', () => {
    const table = tableOf(
      [input('on', 'date'), input('at', 'time')],
      [
        [{ on: '< date("2026-03-01")' }, 'early'],
        [{ at: '>= time("18:00:00Z")' }, 'late'],
      ],
    );
    expect(words(table, { on: '2026-03-01', at: '12:00:00Z' })).toEqual([
      'If on were before 2026-03-01, the outcome would be: early.',
      'If at were no earlier than 18:00:00Z, the outcome would be: late.',
    ]);
    expect(words(table, { on: '2026-02-10', at: '12:00:00Z' })).toEqual([
      'If on were no earlier than 2026-03-01, no row would match.',
      'If on were missing, no row would match.',
    ]);
  });

  it('are values that may occur, and only those', () => {
    const level = input('level', 'string', { allowed: ['low', 'mid', 'high'], required: true });
    const age = input('age', 'number', { allowedRange: '[18..30]' });
    const table = tableOf(
      [level, age],
      [
        [{ level: '"high"' }, 'yes'],
        [{ age: '< 20' }, 'young'],
        [{}, 'no'],
      ],
    );
    expect(words(table, { level: 'low', age: 25 })).toEqual([
      'If age were from 18 to below 20, the outcome would be: young.',
      'If level were "high", the outcome would be: yes.',
    ]);
    expect(words(table, { level: 'high', age: 25 })).toEqual([
      'If level were "low" or "mid", the outcome would be: no.',
    ]);
  });

  it('are yes and no, and members of lists', () => {
    const table = tableOf(
      [input('ok', 'boolean'), input('tags', 'list')],
      [
        [{ ok: 'true' }, 'ok'],
        [{ tags: '"vip"' }, 'vip'],
        [{ tags: 'not("x","y")' }, 'plain'],
      ],
    );
    expect(words(table, { ok: false, tags: ['a'] })).toEqual([
      'If ok were yes, the outcome would be: ok.',
      'If tags were a list with "vip", the outcome would be: vip.',
      'If tags were a list with "x", no row would match.',
      'If tags were a list with "y", no row would match.',
      'If tags were missing, no row would match.',
    ]);
    expect(words(table, { tags: ['vip', 'a'] })[1]).toBe(
      'If tags were a list without "vip", the outcome would be: plain.',
    );
  });

  it('are values held against other inputs', () => {
    const table = tableOf(
      [amount, input('limit', 'number')],
      [
        [{ amount: '> limit' }, 'over'],
        [{}, 'within'],
      ],
    );
    expect(words(table, { amount: 80, limit: 100 })).toEqual([
      'If amount were above 100 EUR, the outcome would be: over.',
      'If limit were below 80, the outcome would be: over.',
    ]);
  });

  it('reach through the tables that the table uses', () => {
    const tier = tableOf([input('points', 'number')], [[{ points: '>= 100' }, 'gold']], { id: 'tier' });
    const table = tableOf(
      [amount, input('tier', 'string', { path: 'to', from: 'tier' })],
      [
        [{ tier: '"gold"' }, 'pay'],
        [{}, 'look'],
      ],
      { uses: [tier] },
    );
    expect(changes(table, { amount: 5, 'tier.points': 40 })).toMatchObject([
      { input: 'tier.points', name: 'points', value: 100, outcome: { to: 'pay' }, row: 'r1' },
    ]);
  });

  it('are of the day of the decision', () => {
    const table = tableOf(
      [amount],
      [
        [{ amount: '< 10' }, 'old'],
        [{ amount: '< 20' }, 'new'],
      ],
    );
    (table.rows[0] as { validUntil?: string }).validUntil = '2026-01-31';
    expect(words(table, { amount: 30 }, { day: '2026-02-01' })).toEqual([
      'If amount were below 20 EUR, the outcome would be: new.',
    ]);
    expect(whatWouldChange(table, { amount: 30 })).toMatchObject({ issues: [{ code: 'decision_day_missing' }] });
  });

  it('are none where no single change matters, or where rows would contradict one another', () => {
    const table = tableOf([amount, input('tier', 'string')], [[{ amount: '< 10', tier: '"a"' }, 'x']]);
    expect(changes(table, { amount: 20, tier: 'b' })).toEqual([]);
    const unique = tableOf(
      [amount],
      [
        [{ amount: '< 10' }, 'x'],
        [{ amount: '< 20' }, 'y'],
      ],
      { hitPolicy: 'unique' },
    );
    expect(words(unique, { amount: 30 })).toEqual(['If amount were from 10 to below 20 EUR, the outcome would be: y.']);
  });

  it('are found in a table of thousands of rows, each of them what the table would decide', () => {
    const rows = Array.from({ length: 5000 }, (_, at): [JsonObject, string] => [
      { amount: `[${at}..${at + 1})`, tier: at % 2 === 0 ? '"a"' : '-' },
      `to${at}`,
    ]);
    const table = tableOf([amount, input('tier', 'string')], rows);
    const inputs = { amount: 2500.5, tier: 'a' };
    const found = changes(table, inputs);
    expect(found.map(sentence).slice(0, 2)).toEqual([
      'If amount were from 2501 to below 2502 EUR, the outcome would be: to2501.',
      'If amount were from 2499 to below 2500 EUR, the outcome would be: to2499.',
    ]);
    for (const { input: id, value, outcome } of found) {
      expect(decideFromInputs(table, { ...inputs, [id]: value })).toMatchObject({ ok: true, value: { outcome } });
    }
    const counting = tableOf(
      [amount],
      rows.map(([, to], at): [JsonObject, string] => [{ amount: `> ${at}` }, to]),
      {
        hitPolicy: 'collect',
      },
    );
    expect(changes(counting, { amount: 4000.5 })).toHaveLength(3);
  });
});

import { describe, expect, it } from 'vitest';
import { ledgerLine, outcomeInWords, readEntry, searchColumns, type JsonValue } from '../../../engine/index.ts';
import { entryOf, rowOf } from './small-ledger.ts';

describe('an outcome in words', () => {
  it.each<[JsonValue, string]>([
    ['high', 'high'],
    [true, 'yes'],
    [12.5, '12.5'],
    [null, 'no row matched'],
    [{ level: 'high' }, 'high'],
    [{ pay: true }, 'pay: yes'],
    [{ pay: false, days: 14, note: null }, 'pay: no, days: 14, note: none'],
    [
      { answerDays: 0, vip: true, outcome: 'pay', channel: 'mail' },
      'channel: mail, outcome: pay, vip: yes, answerDays: 0',
    ],
    [{ tags: ['a', 'b'], none: [] }, 'none: none, tags: a, b'],
    [{ nested: { b: 1, a: { c: true } } }, 'nested: (a: (c: yes), b: 1)'],
    [[{ tag: 'a' }, { tag: 'b' }], 'a; b'],
    [[], 'nothing'],
  ])('%j', (outcome, words) => {
    expect(outcomeInWords(outcome)).toBe(words);
  });

  it('has at most 200 characters, none of them half', () => {
    expect(outcomeInWords('x'.repeat(200))).toHaveLength(200);
    expect(outcomeInWords('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
    expect(outcomeInWords(`${'x'.repeat(198)}🧀🧀`)).toBe(`${'x'.repeat(198)}…`);
  });

  it('is the same whatever the order of its members', () => {
    expect(outcomeInWords({ b: { d: 1, c: 2 }, a: 1 })).toBe(outcomeInWords({ a: 1, b: { c: 2, d: 1 } }));
  });
});

describe('what an entry is searched by', () => {
  it('holds no U+0000, which databases do not keep', () => {
    const entry = entryOf(1, '');
    if (entry.record.kind !== 'decision') throw new Error('not a decision');
    const { record } = entry;
    const decision = { ...record.decision, outcome: 'no\0', ruleId: 'r\0', tableId: 't\0' };
    const journey = { id: 'j\0', name: 'J' };
    expect(searchColumns({ record: { ...record, step: 's\0', journey, decision } })).toMatchObject({
      journey: 'j\uFFFD',
      step: 's\uFFFD',
      tableId: 't\uFFFD',
      ruleId: 'r\uFFFD',
      outcome: 'no\uFFFD',
    });
  });

  it('is of a decision its place, its table and its outcome', () => {
    expect(searchColumns(entryOf(1, ''))).toEqual({
      kind: 'decision',
      recordKey: 'record-1',
      subject: 's_1',
      journey: 'j1',
      step: 'Refund',
      tableId: 'refund',
      ruleId: 'small',
      outcome: 'pay: no, amount: 1',
      decidedAt: '2026-11-22T00:00:01.000Z',
    });
    expect(searchColumns(entryOf(2, '')).journey).toBeNull();
  });

  it('is of an event the person and the time', () => {
    const columns = searchColumns(entryOf(5, ''));
    expect(columns).toMatchObject({ kind: 'erasure', subject: 's_5', step: null, outcome: null });
    expect(ledgerLine(entryOf(5, ''))).toMatchObject({
      kind: 'erasure',
      reason: 'asked to be forgotten',
      journey: null,
    });
  });
});

describe('the text of an entry', () => {
  const { entry } = rowOf(entryOf(1, ''));
  it('is read', () => {
    expect(readEntry(entry)).toEqual(entryOf(1, ''));
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', entry.replace('"v":1', '"v":2')],
    ['a sequence that is no whole number', entry.replace('"sequence":1', '"sequence":1.5')],
    ['no decision', entry.replace('"decision":{', '"other":{')],
    ['no reasons', entry.replace('"reasons":[', '"reasons":null,"x":[')],
    ['a reason without words', entry.replace('"text":', '"words":')],
    ['a journey without a name', entry.replace('"name":"Refunds"', '"name":null')],
    ['a step that is no text', entry.replace('"step":"Refund"', '"step":5')],
    ['an event without a reason', rowOf(entryOf(5, '')).entry.replace('"reason":', '"why":')],
  ])('is not read: %s', (_, text) => {
    expect(text).not.toBe(entry);
    expect(readEntry(text)).toBeNull();
  });
});

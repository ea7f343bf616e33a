import { expect, it } from 'vitest';
import type { Decision, JsonValue } from '../../engine/index.ts';
import { RequestBuilder, type RecordToSend } from '../../nodes/shared/recording/append-request.ts';

const decision: Decision = {
  kind: 'table',
  outcome: { pay: true },
  reasons: [],
  ruleId: 'r1',
  matched: ['r1'],
  tableId: 'refunds',
  tableVersion: '1',
  tableDigest: '',
};
const source = { journey: null, step: 'Decide', execution: '1', by: { kind: 'rules' as const, name: 'Table' } };
const names = ['amount', 'tier', 'note'];

function record(key: string, values: (JsonValue | undefined)[], own: readonly string[] = names): RecordToSend {
  return { key, source, decision, decidedAt: '', day: null, subject: null, names: own, values };
}

function requestOf(...records: RecordToSend[]) {
  const builder = new RequestBuilder();
  for (const each of records) builder.add(each);
  return builder.finish([]);
}

it('names of inputs stand once for all records that have the same ones', () => {
  const request = requestOf(
    record('a', [1, 'gold', 'x']),
    record('b', [2, undefined, 'y']),
    record('c', [3, 'none', 'z']),
    record('d', [4, undefined, undefined]),
    record('e', [5, undefined, 'w']),
  );
  expect(request.shapes).toEqual([['amount', 'tier', 'note'], ['amount', 'note'], ['amount']]);
  expect(request.records.map(({ shape, values }) => [shape, values])).toEqual([
    [0, [1, 'gold', 'x']],
    [1, [2, 'y']],
    [0, [3, 'none', 'z']],
    [2, [4]],
    [1, [5, 'w']],
  ]);
});

it('lists of names that are equal are one', () => {
  const request = requestOf(record('a', [1, 2, 3]), record('b', [4, 5, 6], [...names]), record('c', [7], ['amount']));
  expect(request.shapes).toEqual([names, ['amount']]);
  expect(request.records.map(({ shape }) => shape)).toEqual([0, 0, 1]);
});

it('null is a value, and absent is none', () => {
  const request = requestOf(record('a', [null, undefined, null]));
  expect(request.shapes).toEqual([['amount', 'note']]);
  expect(request.records[0]?.values).toEqual([null, null]);
});

it('a record without inputs has a shape without names', () => {
  expect(requestOf(record('a', [], []))).toMatchObject({ shapes: [[]], records: [{ shape: 0, values: [] }] });
});

it('sources and decisions that are equal are one', () => {
  const request = requestOf(record('a', [1, 2, 3]), {
    ...record('b', [1, 2, 3]),
    source: { ...source },
    decision: { ...decision, outcome: { pay: false } },
    note: 'by phone',
  });
  expect([request.sources.length, request.decisions.length]).toEqual([1, 2]);
  expect(request.records[1]).toMatchObject({ source: 0, decision: 1, note: 'by phone' });
});

import { expect, it } from 'vitest';
import type { AppendRequest, Decision, DecisionTable, JsonValue, QueuedRecord } from '../../engine/index.ts';
import { RequestWriter } from '../../nodes/shared/recording/append-request.ts';
import type { OwnDraft, QueuedDraft } from '../../nodes/shared/recording/draft.ts';
import { RecordParts } from '../../nodes/shared/recording/record-parts.ts';
import { DecisionTable as DecisionTableNode } from '../../nodes/DecisionTable/DecisionTable.node.ts';
import { fakeContext } from './fake-context.ts';

const { description } = new DecisionTableNode();
const parts = new RecordParts(fakeContext({ description, parameters: {}, items: [] }));
const table = { name: 'Refunds', version: '2' } as DecisionTable;
const decision: Decision = {
  kind: 'table',
  outcome: { pay: true },
  reasons: [],
  ruleId: 'r1',
  matched: ['r1'],
  tableId: 'refunds',
  tableVersion: '1',
  tableDigest: 'sha256:1',
};
const names = ['amount', 'tier', 'note'];

function own(
  itemIndex: number,
  values: (JsonValue | undefined)[],
  changes: Partial<OwnDraft['decided']> = {},
): OwnDraft {
  const inputs = { names, valuesOf: () => values };
  const decided = {
    decision: { ...decision, matched: [...decision.matched] },
    table,
    day: '2026-11-22',
    inputs,
    ...changes,
  };
  return { kind: 'own', itemIndex, item: {}, decided, subject: `C-${itemIndex}` };
}

function queued(key: string, changes: Partial<QueuedRecord> = {}): QueuedDraft {
  const source = { journey: null, step: 'Decide', execution: '1', by: { kind: 'rules' as const, name: 'Table' } };
  const moment = { decidedAt: '2026-11-20T08:00:00.000Z', day: null };
  const record = {
    key,
    source,
    decision: { ...decision },
    ...moment,
    subject: null,
    inputs: { amount: 1 },
    ...changes,
  };
  return { kind: 'queued', itemIndex: 0, record };
}

function requestOf(...drafts: (OwnDraft | QueuedDraft)[]): AppendRequest {
  const writer = new RequestWriter(parts);
  for (const draft of drafts) writer.add(draft);
  return JSON.parse(writer.finish().bodyWith([]).toString()) as AppendRequest;
}

it('names of inputs stand once for all records that have the same ones', () => {
  const { shapes, records } = requestOf(
    own(0, [1, 'gold', 'x']),
    own(1, [2, undefined, 'y']),
    own(2, [3, 'none', 'z']),
    own(3, [4, undefined, undefined]),
    own(4, [5, undefined, 'w']),
  );
  expect(shapes).toEqual([['amount', 'tier', 'note'], ['amount', 'note'], ['amount']]);
  expect(records.shapes).toEqual([0, 1, 0, 2, 1]);
  expect(records.values).toEqual([[1, 'gold', 'x'], [2, 'y'], [3, 'none', 'z'], [4], [5, 'w']]);
});

it('lists of names that are equal are one', () => {
  const { shapes, records } = requestOf(
    own(0, [1, 2, 3]),
    own(1, [4, 5, 6], { inputs: { names: [...names], valuesOf: () => [4, 5, 6] } }),
    own(2, [7], { inputs: { names: ['amount'], valuesOf: () => [7] } }),
  );
  expect(shapes).toEqual([names, ['amount']]);
  expect(records.shapes).toEqual([0, 0, 1]);
});

it('null is a value, and absent is none', () => {
  const { shapes, records } = requestOf(own(0, [null, undefined, null]));
  expect(shapes).toEqual([['amount', 'note']]);
  expect(records.values).toEqual([[null, null]]);
});

it('a record without inputs has a shape without names', () => {
  const { shapes, records } = requestOf(own(0, [], { inputs: { names: [], valuesOf: () => [] } }));
  expect([shapes, records.shapes, records.values]).toEqual([[[]], [0], [[]]]);
});

it('what a run has decided shares the source, the moment and the beginning of its keys', () => {
  const { sources, moments, records } = requestOf(own(0, [1, 2, 3]), own(7, [4, 5, 6]));
  expect(sources).toMatchObject([{ step: 'Decision Table', by: { kind: 'rules', name: 'Refunds 2' } }]);
  expect(moments).toEqual([{ decidedAt: expect.any(String) as string, day: '2026-11-22' }]);
  expect(records).toMatchObject({ keyPrefix: parts.keyPrefix, keys: ['0', '7'], subjects: ['C-0', 'C-7'] });
  expect(parts.keyOf(7)).toBe(`${parts.keyPrefix}7`);
});

it('decisions by which the same rows matched are one, and others are not', () => {
  const other = { ...decision, ruleId: 'r2', matched: ['r2', 'r1'] };
  const { decisions, records } = requestOf(
    own(0, [1]),
    own(1, [2], { decision: other }),
    own(2, [3]),
    own(3, [4], { decision: { ...other, required: [decision] } }),
  );
  expect(records.decisions).toEqual([0, 1, 0, 2]);
  expect(decisions.map(({ matched, required }) => [matched, required?.length])).toEqual([
    [['r1'], undefined],
    [['r2', 'r1'], undefined],
    [['r2', 'r1'], 1],
  ]);
});

it('decisions without a table are one when nothing in them differs', () => {
  const plain = { ...decision, tableDigest: '' };
  const { records } = requestOf(
    own(0, [1], { decision: plain }),
    own(1, [1], { decision: { ...plain } }),
    own(2, [1], { decision: { ...plain, outcome: { pay: false } } }),
  );
  expect(records.decisions).toEqual([0, 0, 1]);
});

it('records that waited keep their keys and moments, and are compared as wholes', () => {
  const { decisions, moments, records } = requestOf(
    queued('a.1'),
    queued('b.1', { decision: { ...decision, outcome: { pay: false } }, day: '2026-11-20' }),
    queued('c.1', { note: 'by phone' }),
  );
  expect(decisions).toHaveLength(2);
  expect(moments.map(({ day }) => day)).toEqual([null, '2026-11-20']);
  expect(records).toMatchObject({
    keyPrefix: '',
    keys: ['a.1', 'b.1', 'c.1'],
    decisions: [0, 1, 0],
    moments: [0, 1, 0],
    notes: [null, null, 'by phone'],
  });
});

it('keys are whole where records of both kinds go together, and nobody tells of notes that are not there', () => {
  const { records } = requestOf(own(3, [1, 2, 3], { note: '' }), queued('a.1'));
  expect(records).toMatchObject({ keyPrefix: '', keys: [parts.keyOf(3), 'a.1'] });
  expect(records).not.toHaveProperty('notes');
});

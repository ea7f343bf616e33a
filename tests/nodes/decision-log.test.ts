import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { JsonObject, QueuedRecord } from '../../engine/index.ts';
import { DecisionLog } from '../../nodes/DecisionLog/DecisionLog.node.ts';
import { DecisionTable } from '../../nodes/DecisionTable/DecisionTable.node.ts';
import { fakeContext, type FakeExecution } from './fake-context.ts';
import { FakeHub, refusedConnection } from './fake-hub.ts';
import { items } from './items.ts';

type More = Partial<FakeExecution>;

const approval = {
  approval: { outcome: 'pay', reasons: ['The parcel was lost', 'The customer has waited long'], comment: 'Ask Ada' },
  order: { amount: 120, currency: 'EUR' },
  customer: { number: 'C-7' },
};
const logging = {
  decisionName: 'Refund approval',
  outcomeField: 'approval.outcome',
  reasonsField: 'approval.reasons',
  deciderKind: 'person',
  deciderName: 'Refund team',
  inputs: { values: [{ field: 'order.amount' }, { field: 'order.missing' }, { field: '' }] },
  noteField: 'approval.comment',
  subjectField: 'customer.number',
};

const log = new DecisionLog();

async function run(input: INodeExecutionData[], more: More): Promise<INodeExecutionData[]> {
  const outputs = await log.execute.call(
    fakeContext({ description: log.description, parameters: {}, items: input, ...more }),
  );
  return outputs[0] ?? [];
}

function stewardOf(item: INodeExecutionData | undefined) {
  return item?.json['steward'] as { decisions: JsonObject[]; unrecorded?: boolean; queue?: QueuedRecord[] } | undefined;
}

describe('logging a decision', () => {
  it('records what was decided, why, by whom and on what, and passes the item on with it', async () => {
    const hub = new FakeHub();
    const [sent] = await run(items(approval), { hub, parameters: logging });
    expect(hub.kept).toMatchObject([
      {
        source: { step: 'Decision Log', by: { kind: 'person', name: 'Refund team' } },
        decision: {
          kind: 'logged',
          outcome: 'pay',
          tableId: 'Refund approval',
          reasons: [
            { row: 'logged', text: 'The parcel was lost' },
            { row: 'logged', text: 'The customer has waited long' },
          ],
        },
        subject: 'C-7',
        inputs: { 'order.amount': 120 },
        note: 'Ask Ada',
        day: null,
      },
    ]);
    expect(sent?.json).toMatchObject(approval);
    expect(stewardOf(sent)?.decisions).toMatchObject([
      { step: 'Decision Log', kind: 'logged', outcome: 'pay', ledger: { stream: 'decisions', sequence: 1 } },
    ]);
  });

  it('stops with its own error at a value that cannot be sent, whichever call it would go with', async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    for (const count of [1, 1_001]) {
      const input: INodeExecutionData[] = items(...Array.from({ length: count }, () => structuredClone(approval)));
      (input.at(-1)?.json as { order: object }).order = { amount: cyclic };
      await expect(run(input, { hub: new FakeHub(), parameters: logging })).rejects.toMatchObject({
        name: 'NodeApiError',
        message: expect.stringContaining('did not take') as string,
      });
    }
  });

  it('takes the name of the decider from the item where a field is named', async () => {
    const hub = new FakeHub();
    const parameters = { ...logging, deciderKind: 'model', deciderField: 'model' };
    await run(items({ ...approval, model: 'risk-model 3.1' }, { ...approval, model: 'risk-model 3.2' }), {
      hub,
      parameters,
    });
    expect(hub.kept.map(({ source }) => source.by)).toEqual([
      { kind: 'model', name: 'risk-model 3.1' },
      { kind: 'model', name: 'risk-model 3.2' },
    ]);
  });

  it('keeps the decisions of items apart', async () => {
    const hub = new FakeHub();
    const other = { ...approval, approval: { outcome: { refused: true, amount: 3 }, reasons: 'Too late' } };
    await run(items(approval, other, approval), { hub, parameters: logging });
    expect(hub.kept.map(({ decision }) => decision.outcome)).toEqual(['pay', { refused: true, amount: 3 }, 'pay']);
    expect(hub.kept[1]).not.toHaveProperty('note');
  });

  it.each([
    ['no outcome', { approval: { outcome: null } }, {}, 'approval.outcome'],
    ['reasons that are no texts', { approval: { outcome: 'pay', reasons: [7] } }, {}, 'approval.reasons'],
    ['no decider', {}, { deciderField: 'approval.role' }, 'approval.role'],
    ['a note beyond 4,000 characters', { approval: { outcome: 'pay', comment: 'a'.repeat(4_001) } }, {}, '4000'],
    ['a note that is no text', { approval: { outcome: 'pay', comment: 7 } }, {}, 'approval.comment'],
  ])('refuses an item with %s', async (_, json, parameters, words) => {
    const hub = new FakeHub();
    await expect(
      run(items({ ...approval, ...json }), { hub, parameters: { ...logging, ...parameters } }),
    ).rejects.toThrow(words);
    expect(hub.kept).toEqual([]);
  });

  it.each([
    ['Decision', { decisionName: ' ' }],
    ['Outcome Field', { outcomeField: '' }],
    ['Reasons Field', { reasonsField: '={{ $json.why }}' }],
    ['Decider', { deciderName: '' }],
    ['Inputs', { inputs: { values: [{ field: 'a..b' }] } }],
    ['Subject Field', { subjectField: '__proto__' }],
  ])('names the setting that is wrong: %s', async (setting, parameters) => {
    await expect(
      run(items(approval), { hub: new FakeHub(), parameters: { ...logging, ...parameters } }),
    ).rejects.toThrow(`The setting "${setting}" cannot be used`);
  });

  it('works for an agent, as a tool', async () => {
    const hub = new FakeHub();
    const facts = JSON.stringify({ outcome: 'escalate', customer: { number: 'C-9' } });
    const parameters = { facts, decisionName: 'Triage', deciderKind: 'model', deciderName: 'triage agent' };
    await run([{ json: {} }], { hub, asTool: true, parameters: { ...parameters, subjectField: 'customer.number' } });
    expect(hub.kept).toMatchObject([{ subject: 'C-9', decision: { outcome: 'escalate' } }]);
  });
});

describe('sending queued records', () => {
  const send = { operation: 'send' };

  /** Items that a deciding node has let go on while the hub was away. */
  async function queuedItems(count: number, executionId = 'while-away'): Promise<INodeExecutionData[]> {
    const table = new DecisionTable();
    const hub = new FakeHub();
    hub.failures.push(refusedConnection());
    const outputs = await table.execute.call(
      fakeContext({
        description: table.description,
        parameters: { record: 'hub', subjectField: 'id', whenHubAway: 'queue' },
        items: Array.from({ length: count }, (_, id) => ({ json: { id, amount: id } })),
        hub,
        executionId,
      }),
    );
    return outputs.flat();
  }

  it('sends them in calls of 1,000, once, with the table, and takes the mark away', async () => {
    const hub = new FakeHub();
    const waiting = await queuedItems(1_200);
    const sent = await run(waiting, { hub, parameters: send });
    expect(hub.requests.map(({ size }) => size)).toEqual([1_000, 200]);
    expect(hub.tables.size).toBe(1);
    expect(hub.kept[7]).toMatchObject({ subject: '7', inputs: { amount: 7 }, source: { step: 'Decision Table' } });
    expect(sent[1_100]?.json).toMatchObject({ id: 1_100, decision: { handling: 'review' } });
    expect(stewardOf(sent[1_100])).not.toHaveProperty('queue');
    expect(stewardOf(sent[1_100])).not.toHaveProperty('unrecorded');
    expect(stewardOf(sent[1_100])?.decisions[0]?.['ledger']).toEqual({ stream: 'decisions', sequence: 1_101 });
  });

  it('records nothing twice when items are sent again', async () => {
    const hub = new FakeHub();
    const waiting = await queuedItems(3);
    await run(waiting, { hub, parameters: send });
    await run(waiting, { hub, parameters: send, executionId: 'again' });
    expect(hub.kept).toHaveLength(3);
  });

  it('does not change the items that it was given', async () => {
    const waiting = await queuedItems(2);
    const before = structuredClone(waiting);
    await run(waiting, { hub: new FakeHub(), parameters: send });
    expect(waiting).toEqual(before);
  });

  it('keeps what it could not send, when told to go on', async () => {
    const hub = new FakeHub();
    hub.failures.push(null, refusedConnection());
    const sent = await run(await queuedItems(1_500), { hub, parameters: { ...send, whenHubAway: 'queue' } });
    expect(stewardOf(sent[999])).not.toHaveProperty('queue');
    expect(stewardOf(sent[1_000])).toMatchObject({ unrecorded: true });
    expect(stewardOf(sent[1_000])?.queue).toHaveLength(1);
  });

  it('stops with an error when the hub is still away, or refuses', async () => {
    for (const [failure, words] of [
      [refusedConnection(), 'The hub is away'],
      [{ status: 403, body: {} }, 'did not take'],
    ] as const) {
      const hub = new FakeHub();
      hub.failures.push(failure);
      await expect(run(await queuedItems(1), { hub, parameters: send })).rejects.toThrow(words);
    }
  });

  it('passes items without a queue on, and asks no hub for them', async () => {
    const hub = new FakeHub();
    expect(await run(items({ id: 1 }), { hub, parameters: send })).toMatchObject([{ json: { id: 1 } }]);
    expect(hub.requests).toEqual([]);
  });

  it('refuses a queue that somebody has changed', async () => {
    const hub = new FakeHub();
    const [whole] = await queuedItems(1);
    const { inputs: _, ...withoutInputs } = stewardOf(whole)?.queue?.[0] as unknown as JsonObject;
    for (const queue of [[{ decision: 'pay' }], [withoutInputs]]) {
      await expect(run(items({ steward: { queue } }), { hub, parameters: send })).rejects.toThrow(
        'were changed by another step',
      );
    }
  });
});

import type { IHttpRequestOptions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { decideFromInputs, permissions, verifyReceipt, type OpenedInputs, type Receipt } from '../../engine/index.ts';
import { ledgerPart } from '../../hub/src/ledger/ledger.part.ts';
import { Branch } from '../../nodes/Branch/Branch.node.ts';
import { DecisionLog } from '../../nodes/DecisionLog/DecisionLog.node.ts';
import { DecisionTable } from '../../nodes/DecisionTable/DecisionTable.node.ts';
import { RiskClassification } from '../../nodes/RiskClassification/RiskClassification.node.ts';
import { testLedger } from '../hub/ledger/test-ledger.ts';
import { testHub } from '../hub/test-hub.ts';
import { fakeContext, type FakeExecution } from './fake-context.ts';
import { refusedConnection } from './fake-hub.ts';

// Nodes and hub as they are: what the ones say, the other takes, keeps and explains.

async function hubForNodes() {
  const world = await testLedger();
  const me = { id: 'u1', email: 'olive@example.com', name: 'Olive', role: '', roles: [], signedInBy: 'n8n' as const };
  const hub = await testHub({
    identify: ({ headers }) =>
      Promise.resolve(
        headers.authorization === undefined
          ? { kind: 'person', person: { ...me, permissions: [...permissions] }, n8nSession: null }
          : { kind: 'key', id: 'k1', name: 'n8n', permissions: ['ledger:append'], expiresAt: null },
      ),
    parts: [ledgerPart(world.ledger)],
  });
  const credential = {
    address: 'http://hub.example.com/steward',
    key: 'stw_k1_secret',
    async answer({ method = 'GET', url, headers, body }: IHttpRequestOptions) {
      const answer = await hub.app.inject({
        method: method as 'POST' | 'PUT',
        url: new URL(url).pathname,
        headers: { ...headers, authorization: 'Bearer stw_k1_secret' } as Record<string, string>,
        payload: body as object,
      });
      return { statusCode: answer.statusCode, body: answer.json<unknown>() };
    },
  };
  return { ...world, ...hub, credential };
}

const facts = { amount: 250, customer: { tier: 'gold', number: 'C-7' }, approval: { outcome: 'pay', why: 'Lost' } };
const recorded = { record: 'hub', subjectField: 'customer.number' };

const cases: [INodeType, FakeExecution['parameters']][] = [
  [new DecisionTable(), recorded],
  [new RiskClassification(), recorded],
  [
    new Branch(),
    { ...recorded, field: 'amount', valueType: 'number', cases: { values: [{ label: 'Large', test: '> 100' }] } },
  ],
  [
    new DecisionLog(),
    {
      outcomeField: 'approval.outcome',
      reasonsField: 'approval.why',
      deciderName: 'Refund team',
      inputs: { values: [{ field: 'amount' }] },
      subjectField: 'customer.number',
    },
  ],
];

async function execute(
  node: INodeType,
  more: Omit<FakeExecution, 'description' | 'items'> & { items?: INodeExecutionData[] },
) {
  const items = more.items ?? [{ json: structuredClone(facts) }, { json: structuredClone(facts) }];
  const outputs = await node.execute?.call(fakeContext({ description: node.description, ...more, items }));
  return (outputs as INodeExecutionData[][]).flat();
}

describe('nodes and the hub', () => {
  it.each(cases.map(([node, parameters]) => [node.description.displayName, node, parameters] as const))(
    '%s: what it records is kept, proved, and decides again from what was kept',
    async (_, node, parameters) => {
      const { credential, ledger, send } = await hubForNodes();
      const items = await execute(node, { parameters, hub: credential });
      expect(items.map(({ json }) => json['steward'])).toMatchObject([
        { decisions: [{ ledger: { stream: 'decisions', sequence: 1 } }] },
        { decisions: [{ ledger: { stream: 'decisions', sequence: 2 } }] },
      ]);
      const { entry, tables } = await ledger.entry('decisions', 1);
      expect(entry).toMatchObject({
        recordedBy: 'key:k1',
        record: { kind: 'decision', step: node.description.displayName },
      });
      const receipt = (await send('GET', '/ledger/streams/decisions/entries/2/receipt')).json<Receipt>();
      expect(verifyReceipt(receipt).ok).toBe(true);
      const opened = await send('POST', '/ledger/streams/decisions/entries/1/inputs', { reason: 'A test looks' });
      const { subject, inputs } = opened.json<OpenedInputs>();
      expect(subject).toBe('C-7');
      expect(inputs).toMatchObject(node instanceof RiskClassification ? {} : { amount: 250 });
      const [table] = tables;
      if (entry.record.kind !== 'decision') throw new Error('no decision');
      if (entry.record.decision.tableDigest === '') return;
      if (table === undefined) throw new Error('the ledger has no table to explain by');
      const again = decideFromInputs(table, inputs, { day: entry.record.day ?? undefined });
      expect(again.ok && again.value.decision.ruleId).toBe(entry.record.decision.ruleId);
    },
  );

  it('a run that is tried again is recorded once; one that decides otherwise is refused', async () => {
    const { credential, ledger } = await hubForNodes();
    const parameters = recorded;
    await execute(new DecisionTable(), { parameters, hub: credential });
    await execute(new DecisionTable(), { parameters, hub: credential });
    expect((await ledger.streams())[0]?.size).toBe(2);
    const other = [{ json: { ...facts, amount: 9_000 } }];
    await expect(execute(new DecisionTable(), { parameters, hub: credential, items: other })).rejects.toMatchObject({
      name: 'NodeApiError',
      httpCode: '409',
      description: expect.stringContaining('another decision') as string,
    });
  });

  it('what had to wait is sent later, with the table that explains it', async () => {
    const { credential, ledger } = await hubForNodes();
    const away = { ...credential, answer: () => Promise.reject(refusedConnection()) };
    const parameters = { ...recorded, whenHubAway: 'queue' };
    const items = await execute(new DecisionTable(), { parameters, hub: away });
    const sent = await execute(new DecisionLog(), { parameters: { operation: 'send' }, hub: credential, items });
    expect(sent.map(({ json }) => json['steward'])).toEqual(
      [1, 2].map((sequence) => ({
        decisions: [expect.objectContaining({ ledger: { stream: 'decisions', sequence } })],
      })),
    );
    expect((await ledger.entry('decisions', 1)).tables).toHaveLength(1);
  });
});

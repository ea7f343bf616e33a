import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { JsonObject, QueuedRecord } from '../../engine/index.ts';
import { Branch } from '../../nodes/Branch/Branch.node.ts';
import { DecisionTable } from '../../nodes/DecisionTable/DecisionTable.node.ts';
import { RiskClassification } from '../../nodes/RiskClassification/RiskClassification.node.ts';
import { exampleTable } from '../../nodes/shared/example-tables.ts';
import { fakeContext, type FakeExecution } from './fake-context.ts';
import { FakeHub, refusedConnection } from './fake-hub.ts';

const nodes = {
  Branch: new Branch(),
  DecisionTable: new DecisionTable(),
  RiskClassification: new RiskClassification(),
};

const recorded = { record: 'hub', subjectField: 'customer.id' };
const settings = {
  Branch: { field: 'amount', valueType: 'number', cases: { values: [{ label: 'Large', test: '>= 1000' }] } },
  DecisionTable: {},
  RiskClassification: { rules: 'table' },
};

type NodeName = keyof typeof nodes;
type More = Partial<FakeExecution>;

function customer(id: number, amount: unknown = id): INodeExecutionData {
  return { json: { amount, customer: { id, tier: 'gold' }, secret: 'not read' } as INodeExecutionData['json'] };
}

async function run(name: NodeName, items: INodeExecutionData[], more: More = {}): Promise<INodeExecutionData[][]> {
  const { description, execute } = nodes[name];
  const parameters = { ...settings[name], ...recorded, ...more.parameters };
  return execute.call(fakeContext({ description, items, ...more, parameters }));
}

/** What Steward has written into an item. */
function stewardOf(item: INodeExecutionData | undefined) {
  return item?.json['steward'] as {
    decisions: JsonObject[];
    unrecorded?: boolean;
    queue?: QueuedRecord[];
  };
}

describe('a deciding node that records', () => {
  it.each(Object.keys(nodes) as NodeName[])('%s tells what decided, about whom, on what, and where', async (name) => {
    const hub = new FakeHub();
    const outputs = await run(name, [customer(7, 50)], { hub });
    const [kept] = hub.kept;
    const [sent] = outputs.flat();
    const { step, ledger, ...decision } = stewardOf(sent).decisions.at(-1) ?? {};
    expect(ledger).toEqual({ stream: 'decisions', sequence: 1 });
    expect(kept?.decision).toEqual(decision);
    expect(kept).toMatchObject({ subject: '7', inputs: { amount: 50 } });
    expect(kept?.source).toMatchObject({
      journey: { id: 'workflow-1', name: 'Refunds' },
      step,
      execution: 'execution-1',
      by: { kind: 'rules' },
    });
    expect(JSON.stringify(kept)).not.toContain('not read');
    expect(stewardOf(sent)).not.toHaveProperty('unrecorded');
  });

  it('records the values of inputs alone, and names the table that decided', async () => {
    const hub = new FakeHub();
    await run('DecisionTable', [customer(7, 50)], { hub });
    expect(hub.kept[0]?.inputs).toEqual({ amount: 50, tier: 'gold' });
    expect(hub.kept[0]?.source.by).toEqual({ kind: 'rules', name: `${exampleTable.name} ${exampleTable.version}` });
    expect(hub.kept[0]?.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect([...hub.tables.values()]).toEqual([exampleTable]);
  });

  it('asks the hub once for an execution of up to 1,000 items, and once for each further 1,000', async () => {
    const hub = new FakeHub();
    const outputs = await run(
      'DecisionTable',
      Array.from({ length: 2_500 }, (_, index) => customer(index)),
      { hub },
    );
    expect(hub.requests.map(({ size }) => size)).toEqual([1_000, 1_000, 500]);
    expect(outputs.flat().map((item) => stewardOf(item).decisions[0]?.['ledger'])).toEqual(
      Array.from({ length: 2_500 }, (_, index) => ({ stream: 'decisions', sequence: index + 1 })),
    );
    expect(hub.kept.map(({ subject }) => subject)).toEqual(Array.from({ length: 2_500 }, (_, index) => String(index)));
  });

  it('sends a decision that many items share once', async () => {
    const hub = new FakeHub();
    let bytes = 0;
    const { answer } = hub;
    hub.answer = (options) => {
      bytes = JSON.stringify((options.body as { decisions: unknown[] }).decisions).length;
      return answer.call(hub, options);
    };
    await run(
      'DecisionTable',
      Array.from({ length: 900 }, (_, index) => customer(index, index % 10)),
      { hub },
    );
    expect(hub.kept).toHaveLength(900);
    expect(bytes).toBeLessThan(1_000);
  });

  it('keeps decisions apart that only look alike: cases with one label, rows that match besides', async () => {
    const hub = new FakeHub();
    const cases = {
      values: [
        { label: 'Same', test: '< 10' },
        { label: 'Same', test: '>= 10' },
      ],
    };
    await run('Branch', [customer(1, 5), customer(2, 50)], { hub, parameters: { cases } });
    expect(hub.kept.map(({ decision }) => decision.reasons[0]?.text)).toEqual([
      'amount meets < 10.',
      'amount meets >= 10.',
    ]);
    await run('DecisionTable', [customer(1, 5), customer(2, 250), customer(3, 5_000)], { hub, executionId: 'next' });
    expect(hub.kept.slice(2).map(({ decision }) => decision.ruleId)).toEqual(['small', 'loyal', 'rest']);
  });

  it('records nothing, and asks no hub, when it is not set to', async () => {
    const outputs = await run('DecisionTable', [customer(1)], { parameters: { record: 'off' } });
    expect(stewardOf(outputs[0]?.[0]).decisions[0]).not.toHaveProperty('ledger');
  });

  it('records what an agent asks it as a tool', async () => {
    const hub = new FakeHub();
    const facts = JSON.stringify({ amount: 5, customer: { id: 'C-9' } });
    await run('DecisionTable', [{ json: {} }], { hub, asTool: true, parameters: { facts } });
    expect(hub.kept).toMatchObject([{ subject: 'C-9', inputs: { amount: 5 } }]);
  });

  it('splits what the hub finds too large, and records each once and in order', async () => {
    const hub = new FakeHub();
    hub.mostRecords = 300;
    await run(
      'DecisionTable',
      Array.from({ length: 1_000 }, (_, index) => customer(index)),
      { hub },
    );
    expect(hub.kept.map(({ subject }) => subject)).toEqual(Array.from({ length: 1_000 }, (_, index) => String(index)));
  });
});

describe('keys', () => {
  it('are the same when a run is tried again, so that nothing is recorded twice', async () => {
    const hub = new FakeHub();
    hub.failures.push(null, { status: 503, body: { title: 'The hub cannot serve now' } });
    const items = Array.from({ length: 1_500 }, (_, index) => customer(index));
    await expect(run('DecisionTable', items, { hub })).rejects.toThrow('The hub is away');
    expect(hub.kept).toHaveLength(1_000);
    const outputs = await run('DecisionTable', items, { hub });
    expect(hub.kept).toHaveLength(1_500);
    expect(stewardOf(outputs[0]?.[0]).decisions[0]?.['ledger']).toEqual({ stream: 'decisions', sequence: 1 });
  });

  it.each([
    ['the next run of a loop', { runIndex: 1 }],
    ['another execution', { executionId: 'execution-2' }],
  ])('are others in %s', async (_, more) => {
    const hub = new FakeHub();
    await run('DecisionTable', [customer(1)], { hub });
    await run('DecisionTable', [customer(1)], { hub, ...more });
    expect(hub.kept).toHaveLength(2);
  });

  it('are at most 64 characters long', async () => {
    const hub = new FakeHub();
    await run(
      'DecisionTable',
      Array.from({ length: 1_001 }, (_, index) => customer(index)),
      { hub },
    );
    expect(Math.max(...hub.kept.map(({ key }) => key.length))).toBeLessThanOrEqual(64);
  });
});

describe('tables', () => {
  it('are sent once in the life of the process', async () => {
    const hub = new FakeHub();
    await run('DecisionTable', [customer(1)], { hub });
    await run('DecisionTable', [customer(2)], { hub, executionId: 'second' });
    expect(hub.requests.map(({ tables }) => tables)).toEqual([1, 0]);
  });

  it('are sent again when the hub says that it does not hold them', async () => {
    const hub = new FakeHub();
    await run('DecisionTable', [customer(1)], { hub });
    hub.tables.clear();
    await run('DecisionTable', [customer(2)], { hub, executionId: 'second' });
    expect([...hub.tables.values()]).toEqual([exampleTable]);
    expect(hub.requests.at(-1)).toMatchObject({ method: 'PUT', path: '/ledger/tables', tables: 1 });
  });

  it('go along with the tables that they use', async () => {
    const tier = {
      schemaVersion: 1,
      id: 'tier',
      name: 'Tier',
      version: '1',
      hitPolicy: 'first',
      inputs: [{ id: 'amount', name: 'Amount', path: 'amount', type: 'number' }],
      outputs: [{ id: 'tier', name: 'Tier', type: 'string' }],
      rows: [{ id: 'any', when: {}, then: { tier: 'gold' } }],
    };
    const table = {
      ...tier,
      id: 'pays',
      name: 'Pays',
      inputs: [{ id: 'tier', name: 'Tier', path: 'tier', from: 'tier', type: 'string' }],
      outputs: [{ id: 'pay', name: 'Pay', type: 'boolean' }],
      rows: [{ id: 'gold', when: { tier: '"gold"' }, then: { pay: true } }],
      uses: [tier],
    };
    const hub = new FakeHub();
    await run('DecisionTable', [customer(1)], { hub, parameters: { table: JSON.stringify(table) } });
    expect([...hub.tables.values()].map(({ id }) => id).sort()).toEqual(['pays', 'tier']);
    expect(hub.kept[0]?.decision.required?.[0]?.tableId).toBe('tier');
  });
});

describe('when the hub is away', () => {
  const failures: [string, () => Error | { status: number; body: unknown }][] = [
    ['refuses the connection', refusedConnection],
    ['says that it cannot serve now', () => ({ status: 503, body: { title: 'The hub cannot reach its store' } })],
    ['asks to wait', () => ({ status: 429, body: { title: 'Too many requests' } })],
    [
      'does not answer in time',
      () => Object.assign(new Error('timeout of 30000ms exceeded'), { code: 'ECONNABORTED' }),
    ],
  ];

  it.each(failures)('%s: the workflow stops, with what to do', async (_, failure) => {
    const hub = new FakeHub();
    hub.failures.push(failure());
    const error = await run('DecisionTable', [customer(1)], { hub }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'NodeApiError',
      message: 'The hub is away, so the decision was not recorded and nothing goes on',
    });
    expect((error as Error & { description: string }).description).toContain('Retry On Fail');
  });

  it.each(failures)('%s: or the item goes on, marked, with its record', async (_, failure) => {
    const hub = new FakeHub();
    hub.failures.push(failure());
    const outputs = await run('DecisionTable', [customer(1, 5)], { hub, parameters: { whenHubAway: 'queue' } });
    const { decisions, unrecorded, queue } = stewardOf(outputs[0]?.[0]);
    expect(unrecorded).toBe(true);
    expect(decisions[0]).not.toHaveProperty('ledger');
    expect(queue).toHaveLength(1);
    expect(queue?.[0]).toMatchObject({
      subject: '1',
      inputs: { amount: 5, tier: 'gold' },
      source: { step: 'Decision Table', execution: 'execution-1' },
      decision: { ruleId: 'small' },
    });
    expect(Object.values(queue?.[0]?.tables ?? {})).toEqual([exampleTable]);
    expect(hub.kept).toEqual([]);
  });

  it('queues what was left when the hub went away half-way, and asks it no more', async () => {
    const hub = new FakeHub();
    hub.failures.push(null, refusedConnection());
    const items = Array.from({ length: 3_000 }, (_, index) => customer(index));
    const outputs = await run('DecisionTable', items, { hub, parameters: { whenHubAway: 'queue' } });
    const marks = outputs.flat().map((item) => stewardOf(item).unrecorded === true);
    expect(marks.indexOf(true)).toBe(1_000);
    expect(marks.filter((mark) => mark)).toHaveLength(2_000);
    expect(hub.requests).toHaveLength(1);
    const carrying = outputs.flat().filter((item) => stewardOf(item).queue?.[0]?.tables !== undefined);
    expect(carrying).toHaveLength(1);
  });

  it('keeps the records that another step has left in the item', async () => {
    const hub = new FakeHub();
    hub.failures.push(refusedConnection(), refusedConnection());
    const parameters = { whenHubAway: 'queue' };
    const first = await run('DecisionTable', [customer(1, 5)], { hub, parameters });
    const second = await run('Branch', first.flat(), { hub, parameters });
    const { queue } = stewardOf(second.flat()[0]);
    expect(queue?.map(({ source }) => source.step)).toEqual(['Decision Table', 'Branch']);
  });
});

describe('when the hub refuses', () => {
  const refusals: [number, string][] = [
    [400, 'versions'],
    [401, 'API key'],
    [403, 'may append'],
    [404, 'Hub URL'],
    [409, 'another decision'],
    [422, 'versions'],
  ];

  it.each(refusals)('with status %i, the workflow stops whatever the setting', async (status, words) => {
    const hub = new FakeHub();
    hub.failures.push({ status, body: { status, code: 'some_code', title: 'It was refused' } });
    const parameters = { whenHubAway: 'queue' };
    const error = await run('DecisionTable', [customer(1)], { hub, parameters }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'NodeApiError', httpCode: String(status) });
    expect((error as Error & { description: string }).description).toContain('It was refused');
    expect((error as Error & { description: string }).description).toContain(words);
  });

  it('because the node has no credential, nothing goes on', async () => {
    await expect(run('DecisionTable', [customer(1)], { parameters: { whenHubAway: 'queue' } })).rejects.toMatchObject({
      name: 'NodeApiError',
      description: expect.stringContaining('credential') as string,
    });
  });

  it('because the request could not be sent for good, nothing goes on', async () => {
    const hub = new FakeHub();
    hub.failures.push(Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }));
    await expect(run('DecisionTable', [customer(1)], { hub, parameters: { whenHubAway: 'queue' } })).rejects.toThrow(
      'did not take',
    );
  });

  it('because something else answers there, nothing goes on', async () => {
    const hub = new FakeHub();
    hub.failures.push({ status: 200, body: '<!doctype html><title>n8n</title>' });
    await expect(run('DecisionTable', [customer(1)], { hub })).rejects.toMatchObject({
      description: expect.stringContaining('no Steward hub') as string,
    });
  });
});

describe('with On Error: Continue', () => {
  it('every item that was not recorded fails with its error and its pair, and the others go on', async () => {
    const hub = new FakeHub();
    hub.failures.push(null, refusedConnection());
    const items = Array.from({ length: 1_200 }, (_, index) => customer(index));
    const outputs = await run('RiskClassification', items, { hub, onError: 'continueRegularOutput' });
    const failed = outputs[1]?.filter((item) => item.json['error'] !== undefined) ?? [];
    expect(failed.map((item) => (item.pairedItem as { item: number }).item)).toEqual(
      Array.from({ length: 200 }, (_, index) => 1_000 + index),
    );
    expect(failed[0]?.json['error']).toContain('The hub is away');
    expect(failed[0]?.json).not.toHaveProperty('steward');
    expect(outputs.flat()).toHaveLength(1_200);
  });

  it('a missing credential fails the items where failed items go, not as if they had been decided', async () => {
    const outputs = await run('RiskClassification', [customer(1)], { onError: 'continueRegularOutput' });
    expect(outputs.map((output) => output.length)).toEqual([0, 1, 0, 0]);
    expect(outputs[1]?.[0]?.json['error']).toContain('did not take');
  });

  it('an item whose record the hub finds wrong fails alone', async () => {
    const hub = new FakeHub();
    const issues = [{ code: 'too_large', path: ['records', 1, 'inputs'], message: 'The inputs are too large' }];
    hub.failures.push({ status: 400, body: { code: 'invalid_request', title: 'It is malformed', issues } });
    const items = [customer(1), customer(2), customer(3)];
    const outputs = await run('DecisionTable', items, { hub, onError: 'continueRegularOutput' });
    expect(hub.kept.map(({ subject }) => subject)).toEqual(['1', '3']);
    expect(outputs[0]?.map((item) => item.json['error'] !== undefined)).toEqual([false, true, false]);
    expect(stewardOf(outputs[0]?.[2]).decisions[0]?.['ledger']).toEqual({ stream: 'decisions', sequence: 2 });
  });

  it('a single record that is too large fails alone', async () => {
    const hub = new FakeHub();
    hub.mostRecords = 0;
    const outputs = await run('DecisionTable', [customer(1), customer(2)], { hub, onError: 'continueRegularOutput' });
    expect(outputs[0]?.map((item) => String(item.json['error']))).toEqual([
      expect.stringContaining('did not take'),
      expect.stringContaining('did not take'),
    ]);
  });

  it('records the items that could be decided, and only those', async () => {
    const hub = new FakeHub();
    const items = [customer(1), customer(2, 'many'), customer(3)];
    const outputs = await run('DecisionTable', items, { hub, onError: 'continueRegularOutput' });
    expect(hub.kept.map(({ subject }) => subject)).toEqual(['1', '3']);
    expect(outputs[0]?.map((item) => stewardOf(item)?.decisions[0]?.['ledger'] ?? item.json['error'])).toEqual([
      { stream: 'decisions', sequence: 1 },
      expect.stringContaining('amount'),
      { stream: 'decisions', sequence: 2 },
    ]);
  });
});

describe('with On Error: Stop', () => {
  it('names the item whose record the hub finds wrong, and records nothing', async () => {
    const hub = new FakeHub();
    const issues = [{ code: 'too_large', path: ['records', 1, 'inputs'], message: 'The inputs are too large' }];
    hub.failures.push({ status: 400, body: { code: 'invalid_request', title: 'It is malformed', issues } });
    const error = await run('DecisionTable', [customer(1), customer(2)], { hub }).catch((thrown: unknown) => thrown);
    expect((error as Error & { description: string }).description).toContain('The inputs are too large');
    expect(error).toMatchObject({ context: { itemIndex: 1 } });
    expect(hub.kept).toEqual([]);
  });

  it('records nothing when an item fails, since nothing takes effect', async () => {
    const hub = new FakeHub();
    await expect(run('DecisionTable', [customer(1), customer(2, 'many')], { hub })).rejects.toThrow('amount');
    expect(hub.kept).toEqual([]);
  });
});

describe('the subject', () => {
  it.each([
    ['nothing', undefined, 'Nothing stands at'],
    ['an empty text', '', 'Nothing stands at'],
    ['more than 500 characters', 'a'.repeat(501), 'more than 500'],
    ['an object', { number: 7 }, 'neither a text nor a number'],
  ])('of %s stops the item', async (_, id, words) => {
    const hub = new FakeHub();
    const json = { amount: 1, customer: { id } } as INodeExecutionData['json'];
    await expect(run('DecisionTable', [{ json }], { hub })).rejects.toThrow(words);
    expect(hub.kept).toEqual([]);
  });

  it('is nobody when no field is named', async () => {
    const hub = new FakeHub();
    await run('DecisionTable', [customer(1)], { hub, parameters: { subjectField: '' } });
    expect(hub.kept[0]?.subject).toBeNull();
  });

  it.each(['={{ $json.customer.id }}', 'customer..id'])('cannot be read at "%s"', async (subjectField) => {
    const hub = new FakeHub();
    await expect(run('DecisionTable', [customer(1)], { hub, parameters: { subjectField } })).rejects.toThrow(
      /The setting "Subject Field" cannot be used/,
    );
    expect(hub.kept).toEqual([]);
  });
});

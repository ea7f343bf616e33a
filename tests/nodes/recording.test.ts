import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { exampleTable } from '../../nodes/shared/example-tables.ts';
import { FakeHub, textOf } from './fake-hub.ts';
import { customer, decidingNodes, runRecording, stewardOf, type NodeName } from './recording-node.ts';

describe('a deciding node that records', () => {
  it.each(Object.keys(decidingNodes) as NodeName[])(
    '%s tells what decided, about whom, on what, and where',
    async (name) => {
      const hub = new FakeHub();
      const outputs = await runRecording(name, [customer(7, 50)], { hub });
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
    },
  );

  it('records the values of inputs alone, and names the table that decided', async () => {
    const hub = new FakeHub();
    await runRecording('DecisionTable', [customer(7, 50)], { hub });
    expect(hub.kept[0]?.inputs).toEqual({ amount: 50, tier: 'gold' });
    expect(hub.kept[0]?.source.by).toEqual({ kind: 'rules', name: `${exampleTable.name} ${exampleTable.version}` });
    expect(hub.kept[0]?.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect([...hub.tables.values()]).toEqual([exampleTable]);
  });

  it('asks the hub once for an execution of up to 1,000 items, and once for each further 1,000', async () => {
    const hub = new FakeHub();
    const outputs = await runRecording(
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
      bytes = JSON.stringify((JSON.parse(textOf(options.body)) as { decisions: unknown[] }).decisions).length;
      return answer.call(hub, options);
    };
    await runRecording(
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
    await runRecording('Branch', [customer(1, 5), customer(2, 50)], { hub, parameters: { cases } });
    expect(hub.kept.map(({ decision }) => decision.reasons[0]?.text)).toEqual([
      'amount meets < 10.',
      'amount meets >= 10.',
    ]);
    await runRecording('DecisionTable', [customer(1, 5), customer(2, 250), customer(3, 5_000)], {
      hub,
      executionId: 'next',
    });
    expect(hub.kept.slice(2).map(({ decision }) => decision.ruleId)).toEqual(['small', 'loyal', 'rest']);
  });

  it('records nothing, and asks no hub, when it is not set to', async () => {
    const outputs = await runRecording('DecisionTable', [customer(1)], { parameters: { record: 'off' } });
    expect(stewardOf(outputs[0]?.[0]).decisions[0]).not.toHaveProperty('ledger');
  });

  it('records what an agent asks it as a tool', async () => {
    const hub = new FakeHub();
    const facts = JSON.stringify({ amount: 5, customer: { id: 'C-9' } });
    await runRecording('DecisionTable', [{ json: {} }], { hub, asTool: true, parameters: { facts } });
    expect(hub.kept).toMatchObject([{ subject: 'C-9', inputs: { amount: 5 } }]);
  });

  it('splits what the hub finds too large, and records each once and in order', async () => {
    const hub = new FakeHub();
    hub.mostRecords = 300;
    await runRecording(
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
    await expect(runRecording('DecisionTable', items, { hub })).rejects.toThrow('The hub is away');
    expect(hub.kept).toHaveLength(1_000);
    const outputs = await runRecording('DecisionTable', items, { hub });
    expect(hub.kept).toHaveLength(1_500);
    expect(stewardOf(outputs[0]?.[0]).decisions[0]?.['ledger']).toEqual({ stream: 'decisions', sequence: 1 });
  });

  it.each([
    ['the next run of a loop', { runIndex: 1 }],
    ['another execution', { executionId: 'execution-2' }],
  ])('are others in %s', async (_, more) => {
    const hub = new FakeHub();
    await runRecording('DecisionTable', [customer(1)], { hub });
    await runRecording('DecisionTable', [customer(1)], { hub, ...more });
    expect(hub.kept).toHaveLength(2);
  });

  it('are at most 64 characters long', async () => {
    const hub = new FakeHub();
    await runRecording(
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
    await runRecording('DecisionTable', [customer(1)], { hub });
    await runRecording('DecisionTable', [customer(2)], { hub, executionId: 'second' });
    expect(hub.requests.map(({ tables }) => tables)).toEqual([1, 0]);
  });

  it('are sent again when the hub says that it does not hold them', async () => {
    const hub = new FakeHub();
    await runRecording('DecisionTable', [customer(1)], { hub });
    hub.tables.clear();
    await runRecording('DecisionTable', [customer(2)], { hub, executionId: 'second' });
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
    await runRecording('DecisionTable', [customer(1)], { hub, parameters: { table: JSON.stringify(table) } });
    expect([...hub.tables.values()].map(({ id }) => id).sort()).toEqual(['pays', 'tier']);
    expect(hub.kept[0]?.decision.required?.[0]?.tableId).toBe('tier');
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
    await expect(runRecording('DecisionTable', [{ json }], { hub })).rejects.toThrow(words);
    expect(hub.kept).toEqual([]);
  });

  it('is nobody when no field is named', async () => {
    const hub = new FakeHub();
    await runRecording('DecisionTable', [customer(1)], { hub, parameters: { subjectField: '' } });
    expect(hub.kept[0]?.subject).toBeNull();
  });

  it.each(['={{ $json.customer.id }}', 'customer..id'])('cannot be read at "%s"', async (subjectField) => {
    const hub = new FakeHub();
    await expect(runRecording('DecisionTable', [customer(1)], { hub, parameters: { subjectField } })).rejects.toThrow(
      /The setting "Subject Field" cannot be used/,
    );
    expect(hub.kept).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { exampleTable } from '../../nodes/shared/example-tables.ts';
import { FakeHub, refusedConnection } from './fake-hub.ts';
import { customer, runRecording, stewardOf } from './recording-node.ts';

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
    const error = await runRecording('DecisionTable', [customer(1)], { hub }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'NodeApiError',
      message: 'The hub is away, so the decision was not recorded and nothing goes on',
    });
    expect((error as Error & { description: string }).description).toContain('Retry On Fail');
  });

  it.each(failures)('%s: or the item goes on, marked, with its record', async (_, failure) => {
    const hub = new FakeHub();
    hub.failures.push(failure());
    const outputs = await runRecording('DecisionTable', [customer(1, 5)], {
      hub,
      parameters: { whenHubAway: 'queue' },
    });
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
    // After the first call, four are under way at once.
    hub.failures.push(null, ...Array.from({ length: 4 }, refusedConnection));
    const items = Array.from({ length: 6_000 }, (_, index) => customer(index));
    const outputs = await runRecording('DecisionTable', items, { hub, parameters: { whenHubAway: 'queue' } });
    const marks = outputs.flat().map((item) => stewardOf(item).unrecorded === true);
    expect(marks.indexOf(true)).toBe(1_000);
    expect(marks.filter((mark) => mark)).toHaveLength(5_000);
    expect(hub.requests).toHaveLength(1);
    const carrying = outputs.flat().filter((item) => stewardOf(item).queue?.[0]?.tables !== undefined);
    expect(carrying).toHaveLength(1);
  });

  it('asks a hub that is away once', async () => {
    const hub = new FakeHub();
    hub.failures.push(refusedConnection());
    const items = Array.from({ length: 3_000 }, (_, index) => customer(index));
    await expect(runRecording('DecisionTable', items, { hub })).rejects.toThrow('The hub is away');
    expect(hub.requests).toEqual([]);
  });

  it('a call that was under way when another one failed counts', async () => {
    const hub = new FakeHub();
    hub.failures.push(null, refusedConnection());
    const items = Array.from({ length: 3_000 }, (_, index) => customer(index));
    const outputs = await runRecording('DecisionTable', items, { hub, parameters: { whenHubAway: 'queue' } });
    const places = outputs.flat().map((item) => stewardOf(item).decisions[0]?.['ledger']);
    expect(places.map((place) => place !== undefined)).toEqual(
      items.map((_, index) => index < 1_000 || index >= 2_000),
    );
    expect(places.at(-1)).toEqual({ stream: 'decisions', sequence: 2_000 });
    expect(hub.kept.at(-1)?.subject).toBe('2999');
  });

  it('keeps the records that another step has left in the item', async () => {
    const hub = new FakeHub();
    hub.failures.push(refusedConnection(), refusedConnection());
    const parameters = { whenHubAway: 'queue' };
    const first = await runRecording('DecisionTable', [customer(1, 5)], { hub, parameters });
    const second = await runRecording('Branch', first.flat(), { hub, parameters });
    const { queue } = stewardOf(second.flat()[0]);
    expect(queue?.map(({ source }) => source.step)).toEqual(['Decision Table', 'Branch']);
  });
});

describe('when the hub refuses', () => {
  const refusals: [number, string][] = [
    [302, 'leads to another address'],
    [308, 'leads to another address'],
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
    const error = await runRecording('DecisionTable', [customer(1)], { hub, parameters }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'NodeApiError', httpCode: String(status) });
    expect((error as Error & { description: string }).description).toContain('It was refused');
    expect((error as Error & { description: string }).description).toContain(words);
  });

  it('because the node has no credential, nothing goes on', async () => {
    await expect(
      runRecording('DecisionTable', [customer(1)], { parameters: { whenHubAway: 'queue' } }),
    ).rejects.toMatchObject({
      name: 'NodeApiError',
      description: expect.stringContaining('credential') as string,
    });
  });

  it('because the request could not be sent for good, nothing goes on', async () => {
    const hub = new FakeHub();
    hub.failures.push(Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }));
    await expect(
      runRecording('DecisionTable', [customer(1)], { hub, parameters: { whenHubAway: 'queue' } }),
    ).rejects.toThrow('did not take');
  });

  it('because something else answers there, nothing goes on', async () => {
    const hub = new FakeHub();
    hub.failures.push({ status: 200, body: '<!doctype html><title>n8n</title>' });
    await expect(runRecording('DecisionTable', [customer(1)], { hub })).rejects.toMatchObject({
      description: expect.stringContaining('no Steward hub') as string,
    });
  });
});

describe('with On Error: Continue', () => {
  it('every item that was not recorded fails with its error and its pair, and the others go on', async () => {
    const hub = new FakeHub();
    hub.failures.push(null, refusedConnection());
    const items = Array.from({ length: 1_200 }, (_, index) => customer(index));
    const outputs = await runRecording('RiskClassification', items, { hub, onError: 'continueRegularOutput' });
    const failed = outputs[1]?.filter((item) => item.json['error'] !== undefined) ?? [];
    expect(failed.map((item) => (item.pairedItem as { item: number }).item)).toEqual(
      Array.from({ length: 200 }, (_, index) => 1_000 + index),
    );
    expect(failed[0]?.json['error']).toContain('The hub is away');
    expect(failed[0]?.json).not.toHaveProperty('steward');
    expect(outputs.flat()).toHaveLength(1_200);
  });

  it('a missing credential fails the items where failed items go, not as if they had been decided', async () => {
    const outputs = await runRecording('RiskClassification', [customer(1)], { onError: 'continueRegularOutput' });
    expect(outputs.map((output) => output.length)).toEqual([0, 1, 0, 0]);
    expect(outputs[1]?.[0]?.json['error']).toContain('did not take');
  });

  it('an item whose record the hub finds wrong fails alone', async () => {
    const hub = new FakeHub();
    const issues = [{ code: 'too_large', path: ['records', 'values', 1], message: 'The inputs are too large' }];
    hub.failures.push({ status: 400, body: { code: 'invalid_request', title: 'It is malformed', issues } });
    const items = [customer(1), customer(2), customer(3)];
    const outputs = await runRecording('DecisionTable', items, { hub, onError: 'continueRegularOutput' });
    expect(hub.kept.map(({ subject }) => subject)).toEqual(['1', '3']);
    expect(outputs[0]?.map((item) => item.json['error'] !== undefined)).toEqual([false, true, false]);
    expect(stewardOf(outputs[0]?.[2]).decisions[0]?.['ledger']).toEqual({ stream: 'decisions', sequence: 2 });
  });

  it('a single record that is too large fails alone', async () => {
    const hub = new FakeHub();
    hub.mostRecords = 0;
    const outputs = await runRecording('DecisionTable', [customer(1), customer(2)], {
      hub,
      onError: 'continueRegularOutput',
    });
    expect(outputs[0]?.map((item) => String(item.json['error']))).toEqual([
      expect.stringContaining('did not take'),
      expect.stringContaining('did not take'),
    ]);
  });

  it('records the items that could be decided, and only those', async () => {
    const hub = new FakeHub();
    const items = [customer(1), customer(2, 'many'), customer(3)];
    const outputs = await runRecording('DecisionTable', items, { hub, onError: 'continueRegularOutput' });
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
    const issues = [{ code: 'too_large', path: ['records', 'values', 1], message: 'The inputs are too large' }];
    hub.failures.push({ status: 400, body: { code: 'invalid_request', title: 'It is malformed', issues } });
    const error = await runRecording('DecisionTable', [customer(1), customer(2)], { hub }).catch(
      (thrown: unknown) => thrown,
    );
    expect((error as Error & { description: string }).description).toContain('The inputs are too large');
    expect(error).toMatchObject({ context: { itemIndex: 1 } });
    expect(hub.kept).toEqual([]);
  });

  it('records nothing when an item fails, since nothing takes effect', async () => {
    const hub = new FakeHub();
    await expect(runRecording('DecisionTable', [customer(1), customer(2, 'many')], { hub })).rejects.toThrow('amount');
    expect(hub.kept).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Publication, StoredJourney } from '../../engine/index.ts';
import { N8nRefusal } from '../../hub/src/n8n/n8n.client.ts';
import { publishedHub } from './published-hub.ts';
import { journey, problemOf, startOfTime, testHub } from './test-hub.ts';

describe('publishing', () => {
  test('makes a workflow whose node ids are the step ids, starts it, and says where it answers', async () => {
    const { first, n8n, send } = await publishedHub();
    const held = n8n.workflows.get(first.workflowId);
    expect(held?.workflow.nodes.map(({ id }) => id)).toEqual(['hook01-start', 'answer-01']);
    expect(held?.liveVersionId).toBe(first.versionId);
    expect(first).toEqual({
      workflowId: 'w1',
      revision: 1,
      versionId: 'v2',
      publishedAt: new Date(startOfTime).toISOString(),
      publishedBy: 'Olive Owner',
      webhookUrls: { 'hook01-start': 'https://n8n.example.com/webhook/refunds' },
    });
    expect((await send('GET', '/journeys/refunds')).json<StoredJourney>().publication).toEqual(first);
  });

  test('gives ids to imported nodes that have none or the same one', async () => {
    const { send, n8n } = await testHub();
    const source = journey();
    const node = (name: string, id?: string) => ({
      ...(id && { id }),
      name,
      type: 'n8n-nodes-base.noOp',
      typeVersion: 1,
      position: [0, 0],
      parameters: {},
    });
    const opaque = (id: string, name: string, nodeId?: string) => ({
      id,
      name,
      type: 'opaque',
      parameters: { node: node(name, nodeId) },
      position: { x: 0, y: 0 },
    });
    const steps = [
      ...source.steps,
      opaque('aaaaaa', 'A'),
      opaque('bbbbbb', 'B', 'same'),
      opaque('cccccc', 'C', 'same'),
    ];
    const document = { ...source, steps };
    expect((await send('POST', '/journeys', { document })).statusCode).toBe(201);
    expect((await send('POST', '/journeys/refunds/publish', { revision: 1 })).statusCode).toBe(200);
    expect(n8n.workflows.get('w1')?.workflow.nodes.map(({ id }) => id)).toEqual(steps.map(({ id }) => id));
  });

  test('a second publication updates the same workflow', async () => {
    const { publish, save, first, n8n } = await publishedHub();
    await save('Renamed', 1);
    const second = (await publish({ revision: 2 })).json<Publication>();
    expect(second).toMatchObject({ workflowId: first.workflowId, revision: 2 });
    expect(n8n.workflows.size).toBe(1);
    expect(n8n.workflows.get('w1')?.workflow.name).toBe('Renamed');
  });

  test('publishing the same revision again changes nothing in n8n', async () => {
    const { publish, first } = await publishedHub();
    expect((await publish({ revision: 1 })).json<Publication>().versionId).toBe(first.versionId);
  });

  test('refuses a revision that is not the newest', async () => {
    const { publish, save, n8n } = await publishedHub();
    await save('Renamed', 1);
    const answer = await publish({ revision: 1 });
    expect([answer.statusCode, problemOf(answer)]).toMatchObject([
      412,
      { code: 'revision_conflict', params: { current: 2 } },
    ]);
    expect(n8n.workflows.get('w1')?.workflow.name).toBe('Refunds');
  });

  test.each([
    {},
    { revision: '1' },
    { revision: 0 },
    { revision: 1.5 },
    { revision: 1, overwrite: 'yes' },
    { revision: 1, force: true },
  ])('refuses the request %j', async (body) => {
    const { publish } = await publishedHub();
    const answer = await publish(body);
    expect([answer.statusCode, problemOf(answer).code]).toEqual([400, 'invalid_request']);
  });

  test('refuses a journey with problems, in words, before anything reaches n8n', async () => {
    const { send, n8n } = await testHub();
    const [hook, answer] = journey().steps;
    if (!hook || !answer) throw new Error('the sample journey has two steps');
    const document = journey({ steps: [{ ...hook, parameters: { path: '', method: 'POST' } }, answer] });
    await send('POST', '/journeys', { document });
    const refused = await send('POST', '/journeys/refunds/publish', { revision: 1 });
    const { status, code, issues = [] } = problemOf(refused);
    expect([status, code]).toEqual([422, 'journey_has_problems']);
    expect(issues[0]?.path.slice(0, 2)).toEqual(['steps', 0]);
    expect(issues[0]?.message).toMatch(/\w+ \w+/);
    expect(n8n.workflows.size).toBe(0);
  });
});

describe('an edit in n8n', () => {
  const moved = (workflow: { nodes: object[] }) =>
    ({ ...workflow, nodes: workflow.nodes.map((node) => ({ ...node, position: [7, 7] })) }) as never;

  test('stops the next publication', async () => {
    const { publish, first, n8n } = await publishedHub();
    n8n.edit(first.workflowId, moved);
    const answer = await publish({ revision: 1 });
    expect(answer.statusCode).toBe(409);
    expect(problemOf(answer)).toMatchObject({
      code: 'workflow_changed_in_n8n',
      params: { workflowId: 'w1', versionId: n8n.workflows.get('w1')?.versionId },
    });
    expect(n8n.workflows.get('w1')?.workflow.nodes[0]?.position).toEqual([7, 7]);
  });

  test.each([
    ['the name', { name: 'Renamed in n8n' }],
    ['the description', { description: 'Said in n8n' }],
    ['a setting', { settings: { executionOrder: 'v1', timezone: 'Europe/Berlin' } }],
    ['pinned data', { pinData: { Request: [] } }],
  ])('of %s alone, to which n8n gives no new version, stops it too', async (_, change) => {
    const { publish, first, n8n } = await publishedHub();
    const held = n8n.workflows.get(first.workflowId);
    if (held) Object.assign(held.workflow, change);
    expect(problemOf(await publish({ revision: 1 })).code).toBe('workflow_changed_in_n8n');
    expect((await publish({ revision: 1, overwrite: true })).statusCode).toBe(200);
    expect((await publish({ revision: 1 })).statusCode).toBe(200);
  });

  test('that n8n keeps for its own pages is none', async () => {
    const { publish, first, n8n } = await publishedHub();
    const held = n8n.workflows.get(first.workflowId);
    if (held) held.workflow['meta'] = { templateCredsSetupCompleted: true };
    expect((await publish({ revision: 1 })).statusCode).toBe(200);
  });

  test('is replaced when the person says so', async () => {
    const { publish, first, n8n } = await publishedHub();
    n8n.edit(first.workflowId, moved);
    expect((await publish({ revision: 1, overwrite: true })).statusCode).toBe(200);
    expect(n8n.workflows.get('w1')?.workflow.nodes[0]?.position).toEqual([0, 0]);
    expect((await publish({ revision: 1 })).statusCode).toBe(200);
  });

  test('is none when only n8n’s version changed', async () => {
    const { publish, first, n8n } = await publishedHub();
    n8n.edit(first.workflowId, (workflow) => workflow);
    expect((await publish({ revision: 1 })).statusCode).toBe(200);
  });

  test('can be taken over', async () => {
    const { send, first, n8n } = await publishedHub();
    n8n.edit(first.workflowId, moved);
    const answer = await send('GET', '/journeys/refunds/n8n-workflow');
    const held = n8n.workflows.get('w1');
    expect(answer.headers['etag']).toBe(`"${held?.versionId}"`);
    expect(answer.json()).toEqual(held?.workflow);
  });
});

describe('a workflow that is gone from n8n', () => {
  test('is made anew when it was deleted, and the publication says so', async () => {
    const { publish, n8n } = await publishedHub();
    n8n.workflows.delete('w1');
    const again = (await publish({ revision: 1 })).json<Publication>();
    expect(again.workflowId).not.toBe('w1');
    expect(again.replaced).toEqual({ workflowId: 'w1', reason: 'deleted' });
    expect((await publish({ revision: 1 })).json<Publication>().replaced).toBeUndefined();
  });

  test('is made anew when it was archived', async () => {
    const { publish, n8n } = await publishedHub();
    const held = n8n.workflows.get('w1');
    if (held) held.archived = true;
    expect((await publish({ revision: 1 })).json<Publication>().replaced).toEqual({
      workflowId: 'w1',
      reason: 'archived',
    });
  });

  describe('because it was archived a moment ago', () => {
    const message = 'There is a conflict with one of the webhooks.';
    const heldBy = (workflowId: string) =>
      new N8nRefusal(409, message, JSON.stringify([{ conflict: { workflowId, webhookPath: 'refunds' } }]));
    const archivedHub = async () => {
      const hub = await publishedHub();
      const held = hub.n8n.workflows.get('w1');
      if (held) held.archived = true;
      return hub;
    };

    test.each([
      ['as n8n says', heldBy('w1')],
      ['so far as n8n says', new N8nRefusal(409, message)],
    ])('is waited for while it still holds the address, %s', async (_, refusal) => {
      const { publish, n8n, clock } = await archivedHub();
      n8n.refusals = [refusal, refusal];
      expect((await publish({ revision: 1 })).json<Publication>().replaced?.workflowId).toBe('w1');
      expect(clock.time).toBe(startOfTime + 200);
    });

    test('is not waited for without end', async () => {
      const { publish, n8n, clock } = await archivedHub();
      n8n.refusePublishing = heldBy('w1');
      expect(problemOf(await publish({ revision: 1 })).code).toBe('webhook_path_taken');
      expect(clock.time).toBe(startOfTime + 2_000);
    });

    test.each([
      ['another workflow holds the address', heldBy('w9'), 'webhook_path_taken'],
      ['n8n refuses for something else', new N8nRefusal(409, 'Somebody else has it open'), 'n8n_refused'],
    ])('is not waited for when %s', async (_, refusal, code) => {
      const { publish, n8n, clock } = await archivedHub();
      n8n.refusals = [refusal];
      expect(problemOf(await publish({ revision: 1 })).code).toBe(code);
      expect(clock.time).toBe(startOfTime);
    });
  });

  test('is not made anew when it is only hidden from this person', async () => {
    const { publish, n8n } = await publishedHub();
    const held = n8n.workflows.get('w1');
    if (held) held.hiddenFrom = 'u1';
    const answer = await publish({ revision: 1 });
    expect([answer.statusCode, problemOf(answer).code]).toEqual([403, 'forbidden_in_n8n']);
    expect(n8n.workflows.size).toBe(1);
  });

  test('cannot be taken over', async () => {
    const { send, n8n } = await publishedHub();
    n8n.workflows.delete('w1');
    expect(problemOf(await send('GET', '/journeys/refunds/n8n-workflow')).code).toBe('workflow_not_found');
    await send('POST', '/journeys', { document: journey({ id: 'draft' }) });
    expect(problemOf(await send('GET', '/journeys/draft/n8n-workflow')).code).toBe('not_published');
  });
});

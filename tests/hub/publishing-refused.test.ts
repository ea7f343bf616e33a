import { describe, expect, test } from 'vitest';
import type { StoredJourney } from '../../engine/index.ts';
import { N8nRefusal, N8nUnavailable } from '../../hub/src/n8n/n8n.client.ts';
import { publishedHub } from './published-hub.ts';
import { journey, problemOf, startOfTime, testHub } from './test-hub.ts';

describe('n8n refuses', () => {
  const hint = JSON.stringify([
    { conflict: { workflowId: 'w9', webhookPath: 'refunds', method: 'POST', node: 'Hook' } },
  ]);

  test.each([
    [
      'a webhook address that is taken',
      new N8nRefusal(409, 'There is a conflict with one of the webhooks.', hint),
      409,
      'webhook_path_taken',
    ],
    [
      'an address that is taken, without a word of by whom, as the public API does',
      new N8nRefusal(409, 'There is a conflict with one of the webhooks.'),
      409,
      'webhook_path_taken',
    ],
    ['another conflict', new N8nRefusal(409, 'You have this workflow open in another tab'), 422, 'n8n_refused'],
    ['the setting of a node', new N8nRefusal(400, 'Node "Mail": credentials missing'), 422, 'n8n_refused'],
    [
      'the person',
      new N8nRefusal(403, 'You do not have permission to publish this workflow.'),
      403,
      'forbidden_in_n8n',
    ],
    ['an ended session', new N8nRefusal(401, 'Unauthorized'), 401, 'not_signed_in'],
  ])('%s', async (_, refusal, status, code) => {
    const { send, n8n } = await testHub();
    n8n.refusePublishing = refusal;
    await send('POST', '/journeys', { document: journey() });
    const answer = await send('POST', '/journeys/refunds/publish', { revision: 1 });
    expect([answer.statusCode, problemOf(answer).code]).toEqual([status, code]);
    if (status !== 401) expect(problemOf(answer).detail).toContain(refusal.message);
    expect((await send('GET', '/journeys/refunds')).json<StoredJourney>().publication).toBeNull();
  });

  test('names who holds the address', async () => {
    const { send, n8n } = await testHub();
    n8n.refusePublishing = new N8nRefusal(409, 'There is a conflict with one of the webhooks.', hint);
    await send('POST', '/journeys', { document: journey() });
    const answer = problemOf(await send('POST', '/journeys/refunds/publish', { revision: 1 }));
    expect(answer.params).toEqual({ workflowId: 'w1', takenBy: 'w9', method: 'POST', path: 'refunds' });
  });

  test('once, then the next try goes into the workflow that the first one made', async () => {
    const { send, n8n } = await testHub();
    n8n.refusePublishing = new N8nRefusal(400, 'no');
    await send('POST', '/journeys', { document: journey() });
    await send('POST', '/journeys/refunds/publish', { revision: 1 });
    n8n.refusePublishing = null;
    expect((await send('POST', '/journeys/refunds/publish', { revision: 1 })).statusCode).toBe(200);
    expect(n8n.workflows.size).toBe(1);
  });
});

describe('the start in n8n', () => {
  test('is waited for', async () => {
    const { publish, n8n, clock } = await publishedHub();
    n8n.states = [{ kind: 'pending' }, { kind: 'pending' }, { kind: 'live' }];
    expect((await publish({ revision: 1 })).statusCode).toBe(200);
    expect(clock.time).toBe(startOfTime + 200);
  });

  test('that fails is a problem with n8n’s words for each trigger', async () => {
    const { publish, n8n } = await publishedHub();
    n8n.states = [{ kind: 'failed', failures: [{ nodeId: 'hook01-start', message: 'port in use' }] }];
    const answer = await publish({ revision: 1 });
    expect(problemOf(answer)).toMatchObject({
      status: 502,
      code: 'publication_failed',
      issues: [{ code: 'trigger_failed', path: ['steps', 'hook01-start'], message: 'port in use' }],
    });
  });

  test('is not waited for without end', async () => {
    const { publish, n8n, clock } = await publishedHub();
    n8n.states = [{ kind: 'pending' }];
    const answer = await publish({ revision: 1 });
    expect([answer.statusCode, problemOf(answer).code]).toEqual([504, 'publication_timeout']);
    expect(clock.time - startOfTime).toBe(15_000);
  });
});

test('a journey deleted while it is published is deleted afterwards', async () => {
  const { send, n8n } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const create = n8n.createWorkflow.bind(n8n);
  let deletion: ReturnType<typeof send> | undefined;
  n8n.createWorkflow = async (...parameters) => {
    deletion = send('DELETE', '/journeys/refunds', undefined, { 'if-match': '"1"' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    return create(...parameters);
  };
  expect((await send('POST', '/journeys/refunds/publish', { revision: 1 })).statusCode).toBe(200);
  expect((await deletion)?.statusCode).toBe(204);
  expect((await send('POST', '/journeys/refunds/publish', { revision: 1 })).statusCode).toBe(404);
  expect(n8n.workflows.size).toBe(1);
});

test('nothing is written to n8n when it cannot say where its webhooks answer', async () => {
  const { send, n8n } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  n8n.webhookBase = () => Promise.reject(new N8nUnavailable('n8n did not say where its webhooks answer'));
  expect((await send('POST', '/journeys/refunds/publish', { revision: 1 })).statusCode).toBe(503);
  expect(n8n.workflows.size).toBe(0);
});

test('two publications of one journey at the same time make one workflow', async () => {
  const { send, n8n } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const answers = await Promise.all([1, 2].map(() => send('POST', '/journeys/refunds/publish', { revision: 1 })));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(n8n.workflows.size).toBe(1);
});

import { beforeAll, expect, inject, test } from 'vitest';
import type { Journey, N8nWorkflow, Problem, Publication, StoredJourney } from '../../engine/index.ts';
import type { N8nSession } from '../../host/n8n-session.ts';
import { sharedSession } from './harness/shared-session.ts';

const api = '/steward/api/v1';

/** A journey that gives back what it is sent, at an address of its own. */
function echo(id: string, name = 'Echo'): Journey {
  return {
    schemaVersion: 1,
    id,
    name,
    steps: [
      {
        id: `${id}-hook`,
        name: 'Request',
        type: 'webhook-trigger',
        parameters: { path: id, method: 'POST' },
        position: { x: 0, y: 0 },
      },
      {
        id: `answer-${id}`,
        name: 'Answer',
        type: 'respond',
        parameters: {
          status: 200,
          answer: 'fields',
          fields: [
            { name: 'said', from: 'field', value: 'body.say' },
            { name: 'by', from: 'value', value: name },
          ],
        },
        position: { x: 240, y: 0 },
      },
    ],
    links: [{ id: 'l1', from: { step: `${id}-hook`, port: 'out' }, to: { step: `answer-${id}`, port: 'in' } }],
    tables: {},
    workflow: { members: { settings: { executionOrder: 'v1' }, tags: [{ id: 'of-another-n8n', name: 'x' }] } },
  };
}

/** n8n counts sign-ins and refuses after a few a minute, so one serves this file. */
let signedIn: N8nSession;
beforeAll(async () => {
  signedIn = sharedSession();
});

function session() {
  const { baseUrl, owner } = inject('n8n');
  const ask = async <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const answer = await signedIn.request(method, path, body, headers);
    return { status: answer.status, body: answer.body as T };
  };
  /** Calls a production webhook, as a customer's system does. */
  const call = async (path: string) => {
    const answer = await fetch(`${baseUrl}/webhook/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ say: 'hello' }),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  return { ask, call, ownerName: `${owner.firstName} ${owner.lastName}` };
}

test('signed out, the API is closed and the page is open, under the hub’s own policies', async () => {
  const { baseUrl } = inject('n8n');
  const closed = await fetch(`${baseUrl}${api}/journeys`);
  expect(closed.status).toBe(401);
  expect(await closed.json()).toMatchObject({ code: 'not_signed_in', status: 401 });

  const page = await fetch(`${baseUrl}/steward/journeys/any`, { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('<div id="root">');
  for (const { headers } of [closed, page]) {
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('content-security-policy-report-only')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('the cookie without the browser id, as another origin would send it, is refused', async () => {
  const { baseUrl, cookie, browserId } = signedIn;
  const me = (headers: Record<string, string>) => fetch(`${baseUrl}${api}/me`, { headers: { cookie, ...headers } });
  expect((await me({ 'browser-id': browserId })).status).toBe(200);
  expect((await me({})).status).toBe(401);
  expect((await me({ 'browser-id': 'of-another' })).status).toBe(401);
});

test('who signs out of n8n is out of Steward', async () => {
  const { baseUrl, owner } = inject('n8n');
  const headers = { 'content-type': 'application/json', 'browser-id': 'leaving' };
  const credentials = JSON.stringify({ emailOrLdapLoginId: owner.email, password: owner.password });
  const signedIn = await fetch(`${baseUrl}/rest/login`, { method: 'POST', headers, body: credentials });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  await fetch(`${baseUrl}/rest/logout`, { method: 'POST', headers: { ...headers, cookie } });
  expect((await fetch(`${baseUrl}${api}/me`, { headers: { ...headers, cookie } })).status).toBe(401);
});

test('a journey is kept, published, answers, and is guarded against edits on both sides', async () => {
  const { ask, call, ownerName } = session();
  const id = 'hub-e2e-echo';
  const at = `${api}/journeys/${id}`;

  const created = await ask<StoredJourney>('POST', `${api}/journeys`, { document: echo(id) });
  expect([created.status, created.body.revision, created.body.updatedBy]).toEqual([201, 1, ownerName]);

  const first = await ask<Publication>('POST', `${at}/publish`, { revision: 1 });
  expect(first.status).toBe(200);
  expect(first.body.webhookUrls[`${id}-hook`]).toMatch(new RegExp(`/webhook/${id}$`));
  // It answers at once: the hub waits until n8n has registered the webhook.
  expect(await call(id)).toEqual({ status: 200, body: { said: 'hello', by: 'Echo' } });

  // In n8n the nodes bear the ids of the steps, and the version says where it came from.
  const inN8n = await ask<{ data: { nodes: { id: string }[]; activeVersion: { name: string } } }>(
    'GET',
    `/rest/workflows/${first.body.workflowId}`,
  );
  expect(inN8n.body.data.nodes.map((node) => node.id)).toEqual([`${id}-hook`, `answer-${id}`]);
  expect(inN8n.body.data.activeVersion.name).toBe('Steward revision 1');

  // A save that starts from an old revision is refused; a new one is published over the old workflow.
  const save = (name: string, revision: number) =>
    ask<StoredJourney>('PUT', at, { document: echo(id, name) }, { 'if-match': `"${revision}"` });
  expect((await save('Second', 1)).body.revision).toBe(2);
  expect((await save('Late', 1)).status).toBe(412);
  expect((await ask('POST', `${at}/publish`, { revision: 1 })).status).toBe(412);
  const second = await ask<Publication>('POST', `${at}/publish`, { revision: 2 });
  expect(second.body).toMatchObject({ workflowId: first.body.workflowId, revision: 2 });
  expect((await call(id)).body).toEqual({ said: 'hello', by: 'Second' });
  expect((await ask<Publication>('POST', `${at}/publish`, { revision: 2 })).body.versionId).toBe(second.body.versionId);

  // Somebody edits in n8n.
  const held = (await ask<N8nWorkflow>('GET', `${at}/n8n-workflow`)).body;
  const moved = { ...held, nodes: held.nodes.map((node) => ({ ...node, position: [48, 48] })) };
  expect((await ask('PATCH', `/rest/workflows/${first.body.workflowId}`, moved)).status).toBe(200);
  const refused = await ask<Problem>('POST', `${at}/publish`, { revision: 2 });
  expect([refused.status, refused.body.code]).toEqual([409, 'workflow_changed_in_n8n']);
  expect((await ask<N8nWorkflow>('GET', `${at}/n8n-workflow`)).body.nodes[0]?.position).toEqual([48, 48]);
  expect((await ask('POST', `${at}/publish`, { revision: 2, overwrite: true })).status).toBe(200);
  expect((await ask<N8nWorkflow>('GET', `${at}/n8n-workflow`)).body.nodes[0]?.position).toEqual([0, 0]);

  // Somebody renames it in n8n, then changes a setting: n8n gives no new version for either.
  for (const change of [{ name: 'Renamed in n8n' }, { settings: { timezone: 'Europe/Berlin' } }]) {
    expect((await ask('PATCH', `/rest/workflows/${first.body.workflowId}`, change)).status).toBe(200);
    const unseen = await ask<Problem>('POST', `${at}/publish`, { revision: 2 });
    expect([unseen.status, unseen.body.code]).toEqual([409, 'workflow_changed_in_n8n']);
    expect((await ask('POST', `${at}/publish`, { revision: 2, overwrite: true })).status).toBe(200);
    expect((await ask('POST', `${at}/publish`, { revision: 2 })).status).toBe(200);
  }

  // Somebody throws it away in n8n.
  await ask('POST', `/rest/workflows/${first.body.workflowId}/archive`, {});
  const again = await ask<Publication>('POST', `${at}/publish`, { revision: 2 });
  expect(again.body.replaced).toEqual({ workflowId: first.body.workflowId, reason: 'archived' });
  await ask('POST', `/rest/workflows/${again.body.workflowId}/archive`, {});
  // n8n refuses to delete while it still takes the webhooks down.
  await expect.poll(async () => (await ask('DELETE', `/rest/workflows/${again.body.workflowId}`)).status).toBe(200);
  const anew = await ask<Publication>('POST', `${at}/publish`, { revision: 2 });
  expect(anew.body.replaced).toEqual({ workflowId: again.body.workflowId, reason: 'deleted' });
  expect((await call(id)).status).toBe(200);
});

test('n8n’s own refusals reach the person in words', async () => {
  const { ask } = session();
  const publish = async (document: Journey) => {
    expect((await ask('POST', `${api}/journeys`, { document })).status).toBe(201);
    return ask<Problem>('POST', `${api}/journeys/${document.id}/publish`, { revision: 1 });
  };
  expect((await publish(echo('hub-e2e-taken'))).status).toBe(200);
  const other = echo('hub-e2e-other');
  const [hook, ...rest] = other.steps;
  if (!hook) throw new Error('the journey has steps');
  const second = await publish({
    ...other,
    steps: [{ ...hook, parameters: { path: 'hub-e2e-taken', method: 'POST' } }, ...rest],
  });
  expect([second.status, second.body.code]).toEqual([409, 'webhook_path_taken']);
  expect(second.body.detail).toContain('POST hub-e2e-taken is answered by the node “Request” of another workflow.');
});

test('a journey with problems does not reach n8n', async () => {
  const { ask } = session();
  const broken = echo('hub-e2e-broken');
  await ask('POST', `${api}/journeys`, {
    document: {
      ...broken,
      links: [{ id: 'l', from: { step: 'gone', port: 'out' }, to: { step: 'gone', port: 'in' } }],
    },
  });
  const refused = await ask<Problem>('POST', `${api}/journeys/${broken.id}/publish`, { revision: 1 });
  expect([refused.status, refused.body.code]).toEqual([422, 'journey_has_problems']);
  expect(refused.body.issues?.every(({ message }) => message.length > 10)).toBe(true);
});

test('takes 9 MB and refuses 11, behind n8n’s own body parser', async () => {
  const { ask } = session();
  const large = (megabytes: number) => ({
    document: { ...echo('hub-e2e-large'), description: 'x'.repeat(megabytes * 1024 * 1024) },
  });
  expect((await ask('POST', `${api}/journeys`, large(9))).status).toBe(201);
  for (const megabytes of [11, 18]) {
    const refused = await ask<Problem>('POST', `${api}/journeys`, large(megabytes));
    expect([refused.status, refused.body.code]).toEqual([413, 'body_too_large']);
  }
  expect((await ask('DELETE', `${api}/journeys/hub-e2e-large`, undefined, { 'if-match': '"1"' })).status).toBe(204);
});

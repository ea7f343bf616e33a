import { beforeAll, expect, inject, test, vi } from 'vitest';
import { permissionsOf, type Journey, type Problem, type Publication } from '../../engine/index.ts';
import type { N8nSession } from '../../host/n8n-session.ts';
import { httpTransport } from '../../hub/src/n8n/n8n.transport.ts';
import { publicN8nClient } from '../../hub/src/n8n/public.n8n-client.ts';
import { journey, problemOf, testHub } from '../hub/test-hub.ts';
import { sharedSession } from './harness/shared-session.ts';

// A hub that stands alone publishes to a real n8n through its public API, with a key of n8n.

let signedIn: N8nSession;
let apiKey: string;
beforeAll(async () => {
  signedIn = sharedSession();
  const scopes = ['workflow:create', 'workflow:read', 'workflow:update', 'workflow:list', 'workflow:activate'];
  const granted = (await signedIn.request('GET', '/rest/api-keys/scopes')).body as { data: string[] };
  const label = `steward ${Date.now()}`;
  const key = { label, scopes: scopes.filter((scope) => granted.data.includes(scope)), expiresAt: null };
  const answer = (await signedIn.request('POST', '/rest/api-keys', key)).body as { data: { rawApiKey: string } };
  apiKey = answer.data.rawApiKey;
});

const publisher = permissionsOf(['designer', 'publisher']);

async function standalone(key = apiKey) {
  const { baseUrl } = inject('n8n');
  const transport = httpTransport({ url: baseUrl, timeoutMs: 30_000 });
  const hub = await testHub({
    mode: 'standalone',
    n8n: publicN8nClient({ transport, apiKey: key, webhookBase: `${baseUrl}/webhook` }),
    realWait: true,
    identify: async () => ({
      kind: 'person',
      n8nSession: null,
      person: {
        id: 'https://id.example.com#olive',
        email: 'olive@example.com',
        name: 'Olive',
        role: '',
        roles: ['designer', 'publisher'],
        permissions: publisher,
        signedInBy: 'openid',
      },
    }),
  });
  return hub;
}

function answering(id: string, name = 'Echo'): Journey {
  return journey({
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
        parameters: { status: 200, answer: 'fields', fields: [{ name: 'by', from: 'value', value: name }] },
        position: { x: 240, y: 0 },
      },
    ],
    links: [{ id: 'l1', from: { step: `${id}-hook`, port: 'out' }, to: { step: `answer-${id}`, port: 'in' } }],
  });
}

/** n8n registers webhooks some time after the public API has published, mostly within a second, and does not tell when. */
async function answers(url: string | undefined, expected: object): Promise<void> {
  await vi.waitFor(async () => expect(await (await call(url)).json()).toEqual(expected), { timeout: 30_000 });
}

async function call(url: string | undefined): Promise<Response> {
  if (url === undefined) throw new Error('there is no address to call');
  return await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
}

test('publishes, publishes again, sees edits made in n8n, and starts anew after archiving', async () => {
  const { send } = await standalone();
  const id = `alone-${Date.now()}`;
  await send('POST', '/journeys', { document: answering(id, 'first') });
  const first = (await send('POST', `/journeys/${id}/publish`, { revision: 1 })).json() as Publication;
  expect(first).toMatchObject({ revision: 1, publishedBy: 'Olive', workflowId: expect.any(String) });
  const address = first.webhookUrls[`${id}-hook`];
  await answers(address, { by: 'first' });

  await send('PUT', `/journeys/${id}`, { document: answering(id, 'second') }, { 'if-match': '"1"' });
  const second = (await send('POST', `/journeys/${id}/publish`, { revision: 2 })).json() as Publication;
  expect(second).toMatchObject({ workflowId: first.workflowId, revision: 2 });
  expect(second.versionId).not.toBe(first.versionId);
  await answers(address, { by: 'second' });

  const held = (await signedIn.request('GET', `/rest/workflows/${first.workflowId}`)).body as {
    data: { versionId: string };
  };
  await signedIn.request('PATCH', `/rest/workflows/${first.workflowId}`, {
    name: 'Edited',
    versionId: held.data.versionId,
  });
  const refused = await send('POST', `/journeys/${id}/publish`, { revision: 2 });
  expect(problemOf(refused)).toMatchObject({ status: 409, code: 'workflow_changed_in_n8n' } satisfies Partial<Problem>);
  await send('PUT', `/journeys/${id}`, { document: answering(id, 'third') }, { 'if-match': '"2"' });
  expect((await send('POST', `/journeys/${id}/publish`, { revision: 3, overwrite: true })).statusCode).toBe(200);
  await answers(address, { by: 'third' });

  await signedIn.request('POST', `/rest/workflows/${first.workflowId}/archive`);
  // At once, while n8n still takes the old workflow's webhooks down.
  const anew = (await send('POST', `/journeys/${id}/publish`, { revision: 3 })).json() as Publication;
  expect(anew).toMatchObject({ replaced: { workflowId: first.workflowId, reason: 'archived' } });
  await answers(address, { by: 'third' });
});

test('an address that another workflow answers at is refused with words', async () => {
  const { send } = await standalone();
  const id = `taken-${Date.now()}`;
  await send('POST', '/journeys', { document: answering(id, 'first') });
  const first = (await send('POST', `/journeys/${id}/publish`, { revision: 1 })).json() as Publication;
  // An address is taken only when n8n has registered it.
  await answers(first.webhookUrls[`${id}-hook`], { by: 'first' });
  const other = answering(id);
  await send('POST', '/journeys', { document: { ...other, id: `${id}-other` } });
  const refused = await send('POST', `/journeys/${id}-other/publish`, { revision: 1 });
  expect(problemOf(refused)).toMatchObject({ status: 409, code: 'webhook_path_taken' });
});

test('a key that n8n does not take is a fault of the settings, not of the person', async () => {
  const { send } = await standalone('wrong');
  await send('POST', '/journeys', { document: answering('any') });
  const refused = await send('POST', '/journeys/any/publish', { revision: 1 });
  expect(problemOf(refused)).toMatchObject({ status: 503, code: 'n8n_unavailable' });
});

import { expect, test } from 'vitest';
import type { N8nWorkflow } from '../../engine/index.ts';
import { N8nRefusal, N8nUnavailable } from '../../hub/src/n8n/n8n.client.ts';
import type { N8nAnswer, N8nTransport } from '../../hub/src/n8n/n8n.transport.ts';
import { noN8nClient } from '../../hub/src/n8n/no.n8n-client.ts';
import { publicN8nClient } from '../../hub/src/n8n/public.n8n-client.ts';

const held = {
  id: 'w1',
  versionId: 'v2',
  name: 'Refunds',
  nodes: [],
  connections: {},
  active: true,
  activeVersionId: 'v1',
};

/** The client before a public API that gives one answer; what a real n8n answers is tried in tests/e2e. */
function answering(status: number, body: unknown) {
  const seen: unknown[][] = [];
  const transport: N8nTransport = {
    request: (...request) => (
      seen.push(request),
      Promise.resolve({ status, body, setCookies: [] } satisfies N8nAnswer)
    ),
    close: () => undefined,
  };
  return {
    seen,
    client: publicN8nClient({ transport, apiKey: 'n8n-key', webhookBase: 'https://n8n.example.com/hook' }),
  };
}

test('acts by the API key, and leaves out what the public API refuses', async () => {
  const { client, seen } = answering(200, held);
  const workflow = { name: 'Refunds', nodes: [], connections: {}, meta: { a: 1 }, tags: [] } as unknown as N8nWorkflow;
  expect(await client.updateWorkflow(null, 'w 1', workflow)).toMatchObject({
    id: 'w1',
    versionId: 'v2',
    archived: false,
  });
  expect(seen).toEqual([
    [
      { 'x-n8n-api-key': 'n8n-key' },
      'PUT',
      '/api/v1/workflows/w%201?publishIfActive=false',
      { name: 'Refunds', nodes: [], connections: {}, settings: {} },
    ],
  ]);
});

test('a version is live when n8n says that this one is', async () => {
  const { client } = answering(200, held);
  expect(await client.publicationState(null, 'w1', 'v1')).toEqual({ kind: 'live' });
  expect(await client.publicationState(null, 'w1', 'v2')).toEqual({ kind: 'pending' });
  expect(await client.webhookBase(null)).toBe('https://n8n.example.com/hook');
});

test('a workflow that is gone is told from one that cannot be read', async () => {
  expect(await answering(404, { message: 'Not Found' }).client.getWorkflow(null, 'w1')).toBeNull();
  expect(await answering(404, {}).client.workflowExists(null, 'w1')).toBe(false);
  expect(await answering(200, held).client.workflowExists(null, 'w1')).toBe(true);
  await expect(answering(502, null).client.getWorkflow(null, 'w1')).rejects.toThrow(N8nUnavailable);
});

test('n8n’s words reach the person; that it refuses the hub’s own key is no fault of theirs', async () => {
  const refused = answering(400, { message: 'request/body/nodes must be array' }).client;
  await expect(refused.publish(null, 'w1', { versionId: 'v1', name: 'x' })).rejects.toThrow(N8nRefusal);
  await expect(refused.publish(null, 'w1', { versionId: 'v1', name: 'x' })).rejects.toThrow('must be array');
  const unauthorised = answering(401, { message: 'unauthorized' }).client;
  await expect(unauthorised.publish(null, 'w1', { versionId: 'v1', name: 'x' })).rejects.toThrow(N8nUnavailable);
});

test('a hub that knows no n8n says which settings are missing', async () => {
  await expect(noN8nClient.webhookBase(null)).rejects.toThrow('STEWARD_N8N_URL and STEWARD_N8N_API_KEY');
  expect(await noN8nClient.signedIn({ cookie: 'a', browserId: 'b' })).toBeNull();
});

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { N8nWorkflow } from '../../engine/index.ts';
import { N8nRefusal, N8nUnavailable } from '../../hub/src/n8n/n8n.client.ts';
import { httpTransport } from '../../hub/src/n8n/n8n.transport.ts';
import { restN8nClient } from '../../hub/src/n8n/rest.n8n-client.ts';

const session = { cookie: 'n8n-auth=token', browserId: 'browser-1' };

interface Seen {
  method: string | undefined;
  url: string | undefined;
  headers: http.IncomingHttpHeaders;
  body: unknown;
}

type Answer = { status?: number; body?: unknown; headers?: http.OutgoingHttpHeaders; text?: string; afterMs?: number };

/** A server that answers as n8n does, and the client before it. */
async function n8nAnswering(answer: Answer, { timeoutMs = 2_000, path = '' } = {}) {
  const seen: Seen[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      seen.push({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: text ? JSON.parse(text) : null,
      });
      setTimeout(() => {
        response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
        response.end(answer.text ?? JSON.stringify(answer.body ?? {}));
      }, answer.afterMs ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const transport = httpTransport({ url: `http://127.0.0.1:${port}${path}`, timeoutMs });
  onTestFinished(() => {
    transport.close();
    server.closeAllConnections();
    server.close();
  });
  return { client: restN8nClient({ transport }), seen, port };
}

const held = {
  id: 'w1',
  versionId: 'v1',
  isArchived: false,
  active: true,
  name: 'Refunds',
  nodes: [],
  connections: {},
  settings: { executionOrder: 'v1' },
  meta: null,
  pinData: null,
  staticData: { a: 1 },
  tags: [{ id: 't', name: 'T' }],
  shared: [{ role: 'workflow:owner' }],
  checksum: 'abc',
};

test('asks as the person: their session, and nothing else of theirs', async () => {
  const { client, seen } = await n8nAnswering({
    body: {
      data: {
        id: 'u1',
        email: 'o@example.com',
        firstName: 'Olive',
        lastName: 'Owner',
        role: 'global:owner',
        isOwner: true,
      },
    },
    headers: { 'set-cookie': ['n8n-auth=new; Path=/'] },
  });
  expect(await client.signedIn(session)).toEqual({
    person: { id: 'u1', email: 'o@example.com', name: 'Olive Owner', role: 'global:owner' },
    setCookies: ['n8n-auth=new; Path=/'],
  });
  expect(seen[0]).toMatchObject({
    method: 'GET',
    url: '/rest/login',
    headers: { cookie: 'n8n-auth=token', 'browser-id': 'browser-1' },
  });
});

test.each([
  [
    { firstName: null, lastName: null, role: { slug: 'global:member' } },
    { name: 'o@example.com', role: 'global:member' },
  ],
  [
    { firstName: 'Olive', role: 'global:admin' },
    { name: 'Olive', role: 'global:admin' },
  ],
])('reads a person %j', async (data, expected) => {
  const { client } = await n8nAnswering({ body: { data: { id: 'u1', email: 'o@example.com', ...data } } });
  expect((await client.signedIn(session))?.person).toMatchObject(expected);
});

test.each(['/n8n', '/n8n/'])('reaches an n8n whose address has the path %s', async (path) => {
  const { client, seen } = await n8nAnswering({ body: { data: held } }, { path });
  await client.getWorkflow(session, 'w1');
  expect(seen[0]?.url).toBe('/n8n/rest/workflows/w1');
});

test('knows nobody when n8n answers 401', async () => {
  const { client } = await n8nAnswering({ status: 401, body: { status: 'error', message: 'Unauthorized' } });
  expect(await client.signedIn(session)).toBeNull();
});

test('writes the members that n8n takes, and no others', async () => {
  const { client, seen } = await n8nAnswering({ body: { data: held } });
  const workflow: N8nWorkflow = {
    name: 'Refunds',
    nodes: [],
    connections: {},
    settings: { executionOrder: 'v1' },
    pinData: { A: [] },
    meta: { a: 1 },
    description: 'd',
    nodeGroups: [],
    tags: [{ id: 'unknown', name: 'x' }],
    staticData: {},
    id: 'other',
    versionId: 'x',
    active: true,
    shared: [],
    createdAt: 'never',
  };
  await client.createWorkflow(session, workflow);
  await client.updateWorkflow(session, 'a/b', workflow);
  const { name, nodes, connections, settings, pinData, meta, description, nodeGroups } = workflow;
  const body = { name, nodes, connections, settings, pinData, meta, description, nodeGroups };
  expect(seen.map((request) => [request.method, request.url, request.body])).toEqual([
    ['POST', '/rest/workflows', body],
    ['PATCH', '/rest/workflows/a%2Fb', body],
  ]);
});

test('a workflow without a name gets one, since n8n wants one', async () => {
  const { client, seen } = await n8nAnswering({ body: { data: held } });
  await client.createWorkflow(session, { name: ' ', nodes: [], connections: {} });
  await client.createWorkflow(session, { nodes: [], connections: {} });
  expect(seen.map(({ body }) => body)).toEqual(Array(2).fill({ name: 'Untitled journey', nodes: [], connections: {} }));
});

test('reads of a workflow its content, not its states and owners', async () => {
  const { client } = await n8nAnswering({ body: { data: held } });
  expect(await client.getWorkflow(session, 'w1')).toEqual({
    id: 'w1',
    versionId: 'v1',
    archived: false,
    workflow: { name: 'Refunds', nodes: [], connections: {}, settings: { executionOrder: 'v1' } },
  });
});

test.each([403, 404])('a workflow that the person may not see (%i) is none', async (status) => {
  const { client } = await n8nAnswering({ status, body: { code: status, message: 'no' } });
  expect(await client.getWorkflow(session, 'w1')).toBeNull();
});

test.each([
  [{ status: 'published', liveVersionId: 'v1', triggers: [] }, { kind: 'live' }],
  [{ status: 'published', liveVersionId: 'v0', triggers: [] }, { kind: 'pending' }],
  [{ status: 'in_progress', liveVersionId: null, triggers: [] }, { kind: 'pending' }],
  [{ status: 'not_published', liveVersionId: null, triggers: [] }, { kind: 'pending' }],
  [
    {
      status: 'partial',
      liveVersionId: 'v1',
      triggers: [
        { nodeId: 'a', status: 'activated', errorMessage: null },
        { nodeId: 'b', status: 'failed', errorMessage: 'no port' },
      ],
    },
    { kind: 'failed', failures: [{ nodeId: 'b', message: 'no port' }] },
  ],
])('reads the publication status %j', async (data, state) => {
  const { client } = await n8nAnswering({ body: { data } });
  expect(await client.publicationState(session, 'w1', 'v1')).toEqual(state);
});

test('where n8n has no publication service, activating was enough', async () => {
  const { client } = await n8nAnswering({
    status: 404,
    body: { message: 'Workflow publication status is not available' },
  });
  expect(await client.publicationState(session, 'w1', 'v1')).toEqual({ kind: 'live' });
});

test('builds the base of the webhook addresses from n8n’s settings', async () => {
  const { client } = await n8nAnswering({
    body: { data: { urlBaseWebhook: 'https://n8n.example.com/sub/', endpointWebhook: 'hook' } },
  });
  expect(await client.webhookBase(session)).toBe('https://n8n.example.com/sub/hook');
});

test('a refusal carries n8n’s words', async () => {
  const { client } = await n8nAnswering({
    status: 409,
    body: { code: 409, message: 'There is a conflict', hint: '[]' },
  });
  const refused = client.publish(session, 'w1', { versionId: 'v1', name: 'n' });
  await expect(refused).rejects.toEqual(new N8nRefusal(409, 'There is a conflict', '[]'));
});

test.each([
  ['a failure inside', { status: 500, body: { message: 'boom' } }],
  ['a page in place of data', { text: '<!doctype html>' }],
  ['something else than a workflow', { body: { data: { id: 7 } } }],
  ['a redirection', { status: 302, headers: { location: 'http://example.com/' } }],
] as [string, Answer][])('%s means that n8n cannot be used', async (_, answer) => {
  const { client } = await n8nAnswering(answer);
  await expect(client.getWorkflow(session, 'w1')).rejects.toBeInstanceOf(N8nUnavailable);
});

test('does not wait for n8n without end', async () => {
  const { client } = await n8nAnswering({ afterMs: 5_000 }, { timeoutMs: 60 });
  await expect(client.getWorkflow(session, 'w1')).rejects.toThrow(/n8n did not answer/);
});

test('says so when nobody listens', async () => {
  const transport = httpTransport({ url: 'http://127.0.0.1:9', timeoutMs: 500 });
  await expect(restN8nClient({ transport }).signedIn(session)).rejects.toBeInstanceOf(N8nUnavailable);
});

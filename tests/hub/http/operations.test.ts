import { expect, test, vi } from 'vitest';
import { apiKeyHolder, problemOf, testHub } from '../test-hub.ts';
import { signedIn } from '../fake-n8n.ts';

test('is alive whatever its store does', async () => {
  const { app, storage } = await testHub();
  storage.ping = () => Promise.reject(new Error('gone'));
  const answer = await app.inject({ url: '/steward/healthz' });
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
});

test('is ready as long as its store answers', async () => {
  const { app, storage } = await testHub();
  expect((await app.inject({ url: '/steward/readyz' })).json()).toMatchObject({
    status: 'ready',
    checks: { store: 'ok' },
  });
  storage.ping = () => Promise.reject(new Error('disk image is malformed at /srv/secret-place'));
  const answer = await app.inject({ url: '/steward/readyz' });
  expect(problemOf(answer)).toMatchObject({ status: 503, code: 'not_ready', params: { checks: { store: 'failed' } } });
  expect(answer.body).not.toContain('secret-place');
});

test('is not ready once it was told to stop, but still serves who has a connection', async () => {
  const { app, send, lifecycle } = await testHub({ mode: 'standalone' });
  await lifecycle.stop();
  expect(problemOf(await app.inject({ url: '/steward/readyz' })).code).toBe('not_ready');
  const answer = await send('GET', '/journeys');
  expect([answer.statusCode, answer.headers['connection']]).toEqual([200, 'close']);
});

test('mounted, a hub that stops answers what it has begun and takes nothing more', async () => {
  const { send, lifecycle, storage } = await testHub();
  let answerList: (() => void) | null = null;
  storage.journeys.list = () => new Promise((resolve) => (answerList = () => resolve([])));
  const begun = send('GET', '/journeys');
  await vi.waitFor(() => expect(answerList).not.toBeNull());
  const order: string[] = [];
  const idle = lifecycle.stop().then(() => order.push('idle'));
  expect(problemOf(await send('GET', '/journeys'))).toMatchObject({ status: 503, code: 'stopping' });
  expect(order).toEqual([]);
  (answerList as (() => void) | null)?.();
  expect((await begun).statusCode).toBe(200);
  await idle;
});

test('measures requests by the pattern of their address, and answers to who may read it', async () => {
  const { app, send } = await testHub();
  await send('GET', '/journeys/planted-id');
  await app.inject({ url: '/steward/api/v1/journeys' });
  const answer = await app.inject({ url: '/steward/metrics', headers: signedIn });
  expect(answer.headers['content-type']).toContain('text/plain');
  expect(answer.body).toContain(
    'steward_http_request_duration_seconds_count{method="GET",route="/steward/api/v1/journeys/:id",status="404"} 1',
  );
  expect(answer.body).toContain('steward_problems_total{code="not_signed_in"} 1');
  expect(answer.body).not.toContain('planted-id');
  expect(answer.body).not.toContain('process_cpu');
  expect((await app.inject({ url: '/steward/metrics' })).statusCode).toBe(401);
});

test('counts failures of the store', async () => {
  const { app, send, storage } = await testHub();
  storage.journeys.list = () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
  const answer = await send('GET', '/journeys');
  expect(problemOf(answer)).toMatchObject({ status: 503, code: 'store_unavailable' });
  const { body } = await app.inject({ url: '/steward/metrics', headers: signedIn });
  expect(body).toContain('steward_store_errors_total 1');
});

test.each([
  ['a UUID', '0b9f2a6e-9d3c-4c1e-8f66-3d3a8a1c2b11', '0b9f2a6e-9d3c-4c1e-8f66-3d3a8a1c2b11'],
  ['a short text', 'abc', 'request-1'],
  ['a long one', 'x'.repeat(65), 'request-1'],
  ['one that would break a line', 'abcdefgh\u0000ijkl', 'request-1'],
])('takes over the caller’s request id when it is well formed: %s', async (_, given, expected) => {
  const { send } = await testHub();
  const answer = await send('GET', '/me', undefined, { 'x-request-id': given });
  expect(answer.headers['x-request-id']).toBe(expected);
});

test('a machine with the scope may read what is measured', async () => {
  const { app } = await testHub({ identify: apiKeyHolder('metrics:read') });
  expect((await app.inject({ url: '/steward/metrics' })).statusCode).toBe(200);
});

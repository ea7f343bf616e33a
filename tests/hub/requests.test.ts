import { expect, test } from 'vitest';
import { signedIn } from './fake-n8n.ts';
import { apiKeyHolder, journey, problemOf, testHub } from './test-hub.ts';

const json = { ...signedIn, 'content-type': 'application/json' };

test.each([
  ['text that is no JSON', '{"document":', 400, 'malformed_json'],
  ['an empty body', '', 400, 'malformed_json'],
  ['a poisoned prototype', '{"document":{"__proto__":{"a":1}}}', 400, 'malformed_json'],
  ['bottomless nesting', `{"document":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, 'too_deep'],
  ['a list in place of a document', '{"document":[]}', 400, 'invalid_request'],
  ['no document', '{}', 400, 'invalid_request'],
  ['a document in text', '{"document":"{}"}', 400, 'invalid_request'],
])('refuses %s', async (_, payload, status, code) => {
  const { app } = await testHub();
  const answer = await app.inject({ method: 'POST', url: '/steward/api/v1/journeys', headers: json, payload });
  expect([answer.statusCode, problemOf(answer).code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
});

test.each(['{"subject":ann@example.com}', 'ann@example.com', '{"subject":"ann@example.com",x}', '["ann@example.com"'])(
  'says what is wrong with the JSON %s, and nothing that stands in it',
  async (payload) => {
    const { app } = await testHub();
    const answer = await app.inject({ method: 'POST', url: '/steward/api/v1/journeys', headers: json, payload });
    expect(problemOf(answer).code).toBe('malformed_json');
    expect(answer.body).not.toContain('ann');
  },
);

test('a body of a million faults gets a short answer', async () => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const customers = Array.from({ length: 100_000 }, () => 0);
  const answer = await send('PUT', '/journeys/refunds/samples', { name: 's', customers });
  expect(problemOf(answer)).toMatchObject({ code: 'invalid_request', issues: [{ path: ['customers', 0] }] });
  expect(answer.body.length).toBeLessThan(1_000);
});

test('brackets inside texts are no nesting', async () => {
  const { send } = await testHub();
  const answer = await send('POST', '/journeys', { document: journey({ description: `"${'[{'.repeat(500)}\\"` }) });
  expect(answer.statusCode).toBe(201);
});

test('takes a journey of 9 MB and refuses more than 10', async () => {
  const { send } = await testHub();
  const megabytes = (count: number) => journey({ description: 'x'.repeat(count * 1024 * 1024) });
  expect((await send('POST', '/journeys', { document: megabytes(9) })).statusCode).toBe(201);
  const answer = await send('POST', '/journeys', { document: megabytes(11) });
  expect([answer.statusCode, problemOf(answer).code]).toEqual([413, 'body_too_large']);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])('refuses %s', async (type) => {
  const { app } = await testHub();
  const headers = { ...signedIn, 'content-type': type };
  const answer = await app.inject({ method: 'POST', url: '/steward/api/v1/journeys', headers, payload: 'a=1' });
  expect([answer.statusCode, problemOf(answer).code]).toEqual([415, 'unsupported_media_type']);
});

test('an unknown address of the API is a problem, not a page', async () => {
  const { send } = await testHub();
  const answer = await send('GET', '/nothing', undefined, { accept: 'text/html' });
  expect(problemOf(answer)).toEqual({
    type: 'urn:steward:problem:not_found',
    title: 'There is nothing at this address',
    status: 404,
    code: 'not_found',
  });
});

test('a failure inside says nothing about the inside, and is logged', async () => {
  const { send, storage, logLines } = await testHub();
  storage.journeys.list = () => Promise.reject(new Error('disk image is malformed'));
  const answer = await send('GET', '/journeys');
  expect(problemOf(answer)).toMatchObject({ status: 500, code: 'internal_error' });
  expect(answer.body).not.toContain('malformed');
  expect(logLines.join('')).toContain('disk image is malformed');
});

test('answers carry the id under which they are logged', async () => {
  const { send, logLines } = await testHub();
  const answer = await send('GET', '/me');
  expect(answer.headers['x-request-id']).toBe('request-1');
  expect(JSON.parse(logLines.at(-1) ?? '')).toMatchObject({
    reqId: 'request-1',
    route: '/steward/api/v1/me',
    status: 200,
    by: 'person',
  });
});

test('the log holds no personal data and no secret', async () => {
  const { send, logLines } = await testHub();
  await send('POST', '/journeys', { document: journey({ name: 'Planted-Marker' }) });
  await send('PUT', '/journeys/refunds/samples', { name: 's', customers: [{ email: 'planted@example.com' }] });
  await send('GET', '/journeys/refunds?who=planted-query', undefined, { 'x-forwarded-for': '203.0.113.9' });
  await send('POST', '/journeys', { document: { name: 'Planted-Marker' } });
  const log = logLines.join('');
  expect(log).toContain('/steward/api/v1/journeys/:id');
  for (const secret of ['olive', 'Olive', 'browser-1', 'Planted', 'planted', '203.0.113.9', '127.0.0.1', 'u1']) {
    expect(log).not.toContain(secret);
  }
});

test('the log names machines by their key, and nobody as nobody', async () => {
  const machine = await testHub({ identify: apiKeyHolder('journeys:read') });
  await machine.app.inject({ url: '/steward/api/v1/journeys' });
  expect(JSON.parse(machine.logLines.at(-1) ?? '')).toMatchObject({ by: 'key:testkey00001' });
  const { app, logLines } = await testHub();
  await app.inject({ url: '/steward/api/v1/journeys' });
  expect(JSON.parse(logLines.at(-1) ?? '')).toMatchObject({ status: 401, by: 'nobody' });
});

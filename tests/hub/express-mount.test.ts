import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { mountInExpress, type ExpressApp } from '../../hub/src/mount/express.ts';
import { signedIn } from './fake-n8n.ts';
import { journey, testHub } from './test-hub.ts';

type Handler = (...parameters: unknown[]) => void;

/**
 * As much of Express as the hub meets in n8n: handlers in a row, those with four parameters for errors; the body is read
 * before, as n8n does it. The real one is met in tests/e2e.
 */
async function expressWithHub() {
  const hub = await testHub();
  await hub.app.ready();
  const handlers: Handler[] = [];
  mountInExpress({ use: (handler) => handlers.push(handler as Handler) } satisfies ExpressApp, hub.app);

  const server = http.createServer((request, response) => {
    const run = (index: number, error?: unknown): void => {
      const handler = handlers.slice(index).find(({ length }) => (length === 4) === (error !== undefined));
      if (!handler) return void response.writeHead(418).end('n8n');
      const next = (problem?: unknown) => run(handlers.indexOf(handler) + 1, problem ?? error);
      if (error === undefined) handler(request, response, next);
      else handler(error, request, response, next);
    };
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const rawBody = Buffer.concat(chunks);
      const thrown = request.headers['x-body-error'];
      if (typeof thrown === 'string') {
        const mark = /^\d+$/.test(thrown) ? { status: Number(thrown) } : { code: thrown };
        return run(0, Object.assign(new Error('secret inside'), mark));
      }
      if (rawBody.length > 0) Object.assign(request, { rawBody, body: JSON.parse(rawBody.toString()) });
      run(0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, logLines: hub.logLines };
}

test('takes the body that n8n has read already', async () => {
  const { base } = await expressWithHub();
  const answer = await fetch(`${base}/steward/api/v1/journeys`, {
    method: 'POST',
    headers: { ...signedIn, 'content-type': 'application/json' },
    body: JSON.stringify({ document: journey({ name: 'Über' }) }),
  });
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ document: { name: 'Über' } });
});

test.each(['/steward', '/steward/', '/steward?x', '/steward/a/b', '/steward/healthz'])(
  '%s is the hub’s',
  async (url) => {
    expect((await fetch((await expressWithHub()).base + url)).status).toBe(200);
  },
);

test.each(['/', '/stewardship', '/stewards/x', '/rest/login', '/x/steward'])('%s stays n8n’s', async (url) => {
  expect((await fetch((await expressWithHub()).base + url)).status).toBe(418);
});

test.each([
  [413, 413, 'body_too_large'],
  [422, 400, 'malformed_json'],
  [400, 400, 'bad_request'],
  [500, 500, 'internal_error'],
  ['Z_DATA_ERROR', 400, 'bad_request'],
  ['ENOENT', 500, 'internal_error'],
])('what n8n’s body parser throws (%s) becomes a problem under the hub’s policies', async (thrown, status, code) => {
  const { base } = await expressWithHub();
  const answer = await fetch(`${base}/steward/api/v1/journeys`, { headers: { 'x-body-error': String(thrown) } });
  const body = await answer.text();
  expect([answer.status, JSON.parse(body)]).toMatchObject([status, { status, code }]);
  expect(body).not.toContain('secret');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
});

test('what nobody foresaw there is logged', async () => {
  const { base, logLines } = await expressWithHub();
  await fetch(`${base}/steward/api/v1/journeys`, { headers: { 'x-body-error': '413' } });
  expect(logLines.join('')).not.toContain('secret inside');
  await fetch(`${base}/steward/api/v1/journeys`, { headers: { 'x-body-error': '500' } });
  expect(logLines.join('')).toContain('secret inside');
});

test('errors elsewhere stay n8n’s', async () => {
  const answer = await fetch(`${(await expressWithHub()).base}/rest/x`, { headers: { 'x-body-error': '400' } });
  expect(answer.status).toBe(418);
});

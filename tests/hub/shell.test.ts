import { expect, test } from 'vitest';
import { problemOf, testHub } from './test-hub.ts';

test.each([
  '/steward',
  '/steward/',
  '/steward/journeys/refunds',
  '/steward/journeys/refunds.v2',
  '/steward/index.html',
  '/steward/tables?x=1',
])('%s is the page of the designer, for everybody', async (url) => {
  const { app } = await testHub();
  const answer = await app.inject({ url, headers: { accept: 'text/html' } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  expect(answer.headers['etag']).toBeUndefined();
  expect(answer.body).toContain('src="/steward/assets/main-abc12345.js"');
});

test('the nonce in the page is the nonce of its policy', async () => {
  const { app } = await testHub();
  const { body, headers } = await app.inject({ url: '/steward/' });
  const nonce = /<meta name="csp-nonce" nonce="([^"]+)">/.exec(body)?.[1];
  expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
});

test('behind a proxy that strips a prefix, the page finds its files and n8n', async () => {
  const { app } = await testHub({ n8nPath: '/n8n/' });
  const { body } = await app.inject({ url: '/steward/' });
  expect(body).toContain('src="/n8n/steward/assets/main-abc12345.js"');
  expect(body).toContain('<meta name="steward-base" content="/n8n/steward">');
  expect(body).toContain('<meta name="n8n-base" content="/n8n/">');
});

test('files with a hash in their name are kept for good, others are asked for again', async () => {
  const { app } = await testHub();
  const script = await app.inject({ url: '/steward/assets/main-abc12345.js' });
  expect(script.headers['content-type']).toContain('javascript');
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');

  const style = await app.inject({ url: '/steward/assets/plain.css' });
  expect(style.headers['cache-control']).toBe('public, max-age=0');
  const again = await app.inject({
    url: '/steward/assets/plain.css',
    headers: { 'if-none-match': String(style.headers['etag']) },
  });
  expect(again.statusCode).toBe(304);
  expect((await app.inject({ url: '/steward/favicon.svg' })).headers['content-type']).toContain('svg');
});

test.each([
  '/steward/assets/gone-abc12345.js',
  '/steward/assets/',
  '/steward/gone.png',
  '/steward/assets/../.secret.txt',
  '/steward/assets/%2e%2e/%2e%2e/etc/passwd.txt',
])('%s is never a file outside, nor the page', async (url) => {
  const { app } = await testHub();
  const answer = await app.inject({ url });
  expect([400, 403, 404]).toContain(answer.statusCode);
  expect(answer.body).not.toContain('<!doctype');
  expect(answer.body).not.toContain('root:');
});

test('hidden files stay hidden', async () => {
  const { app } = await testHub();
  const { body } = await app.inject({ url: '/steward/.secret' });
  expect(body).not.toContain('no\n');
});

test('says so when the designer has not been built', async () => {
  const { app } = await testHub({ designer: false });
  const answer = await app.inject({ url: '/steward/' });
  expect([answer.statusCode, problemOf(answer).code]).toEqual([503, 'designer_not_built']);
});

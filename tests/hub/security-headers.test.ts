import { expect, test } from 'vitest';
import { signedIn } from './fake-n8n.ts';
import { testHub } from './test-hub.ts';

const kinds: [
  string,
  number,
  { method?: 'GET' | 'POST'; url: string; headers?: Record<string, string>; payload?: string },
][] = [
  ['page', 200, { url: '/steward/journeys/refunds' }],
  ['page at the mount', 200, { url: '/steward' }],
  ['script', 200, { url: '/steward/assets/main-abc12345.js' }],
  ['missing script', 404, { url: '/steward/assets/gone.js' }],
  ['menu', 200, { url: '/steward/n8n/menu.js' }],
  ['health', 200, { url: '/steward/healthz' }],
  ['data', 200, { url: '/steward/api/v1/journeys', headers: signedIn }],
  ['refused stranger', 401, { url: '/steward/api/v1/journeys' }],
  ['missing', 404, { url: '/steward/api/v1/nothing', headers: signedIn }],
  [
    'malformed body',
    400,
    {
      method: 'POST',
      url: '/steward/api/v1/journeys',
      headers: { ...signedIn, 'content-type': 'application/json' },
      payload: '{',
    },
  ],
  ['wrong method', 404, { method: 'POST', url: '/steward/healthz' }],
  ['malformed address', 400, { url: '/steward/%zz' }],
  ['outside of the mount', 404, { url: '/elsewhere' }],
];

test.each(kinds)('the %s answer (%i) carries every policy', async (_, status, request) => {
  const { app } = await testHub();
  const { statusCode, headers } = await app.inject(request);
  expect(statusCode).toBe(status);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toContain('unsafe');
});

test('a failure inside carries every policy', async () => {
  const { send, storage } = await testHub();
  storage.journeys.list = () => Promise.reject(new Error('broken'));
  const { statusCode, headers } = await send('GET', '/journeys');
  expect(statusCode).toBe(500);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

test('the page frames n8n and lets in its own scripts, and styles by a nonce that changes', async () => {
  const { app } = await testHub();
  const policyOf = async () => String((await app.inject({ url: '/steward/' })).headers['content-security-policy']);
  const policy = await policyOf();
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-src 'self'");
  expect(policy).toMatch(/style-src 'self' 'nonce-[\w-]{22}';/);
  expect(await policyOf()).not.toBe(policy);
});

test('what people see of data is never kept by a cache', async () => {
  const { send, app } = await testHub();
  expect((await send('GET', '/me')).headers['cache-control']).toBe('no-store');
  expect((await app.inject({ url: '/steward/api/v1/me' })).headers['cache-control']).toBe('no-store');
});

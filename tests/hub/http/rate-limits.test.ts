import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { defaultRateLimits, rateLimiter, type RateLimits } from '../../../hub/src/http/rate-limiter.ts';
import { OpenObject } from '../../../hub/src/http/schemas.ts';
import { signedIn } from '../fake-n8n.ts';
import { problemOf, testHub } from '../test-hub.ts';

const none: RateLimits = { read: 0, write: 0, append: 0, 'sign-in': 0, unknown: 0 };

test('a caller may spend a minute’s worth at once and gets it back evenly', () => {
  let time = 0;
  const limiter = rateLimiter({ ...none, read: 6 }, () => time);
  const spend = (times: number) => Array.from({ length: times }, () => limiter('read', 'olive'));
  expect(spend(7)).toEqual([0, 0, 0, 0, 0, 0, 10]);
  time += 9_000;
  expect(spend(1)).toEqual([1]);
  time += 1_000;
  expect(spend(2)).toEqual([0, 10]);
  time += 3_600_000;
  expect(spend(7)).toEqual([0, 0, 0, 0, 0, 0, 10]);
});

test('callers and kinds are counted apart, and 0 is no limit', () => {
  const limiter = rateLimiter({ ...none, read: 1, write: 1 }, () => 0);
  expect([limiter('read', 'a'), limiter('read', 'a')]).toEqual([0, 60]);
  expect([limiter('read', 'b'), limiter('write', 'a'), limiter('append', 'a'), limiter('append', 'a')]).toEqual([
    0, 0, 0, 0,
  ]);
});

test('a clock that is set back neither punishes nor favours', () => {
  let time = 60_000;
  const limiter = rateLimiter({ ...none, read: 2 }, () => time);
  expect(limiter('read', 'a')).toBe(0);
  time = 0;
  expect([limiter('read', 'a'), limiter('read', 'a')]).toEqual([30, 30]);
  time = 30_000;
  expect(limiter('read', 'a')).toBe(0);
});

test('a flood of callers does not fill the memory, and those who were stopped stay stopped as long as there is room', () => {
  const limiter = rateLimiter({ ...none, unknown: 2 }, () => 0);
  for (let index = 0; index < 50_000; index++) limiter('unknown', `address ${index}`);
  expect(limiter('unknown', 'address 49999')).toBe(0);
  expect(limiter('unknown', 'address 49999')).toBe(30);
  // Long forgotten: it starts anew.
  expect([limiter('unknown', 'address 1'), limiter('unknown', 'address 1')]).toEqual([0, 0]);
});

test('too many requests of a person are told to wait, and how long', async () => {
  const { send, clock } = await testHub({ rateLimits: { ...none, read: 2 } });
  await send('GET', '/journeys');
  await send('GET', '/journeys');
  const refused = await send('GET', '/journeys');
  expect(problemOf(refused)).toMatchObject({
    status: 429,
    code: 'too_many_requests',
    params: { retryAfterSeconds: 30 },
  });
  expect(refused.headers['retry-after']).toBe('30');
  clock.time += 30_000;
  expect((await send('GET', '/journeys')).statusCode).toBe(200);
});

test('what changes something is counted apart from what reads', async () => {
  const { send } = await testHub({ rateLimits: { ...none, write: 1 } });
  expect((await send('DELETE', '/journeys/x', undefined, { 'if-match': '"1"' })).statusCode).toBe(404);
  expect((await send('DELETE', '/journeys/x', undefined, { 'if-match': '"1"' })).statusCode).toBe(429);
  expect((await send('GET', '/journeys')).statusCode).toBe(200);
});

test('a stranger cannot use up what somebody who signed in may do', async () => {
  const { app, send } = await testHub({ rateLimits: { ...none, unknown: 2 } });
  const stranger = () =>
    app.inject({ url: '/steward/api/v1/journeys', headers: { ...signedIn, cookie: 'n8n-auth=forged' } });
  expect([(await stranger()).statusCode, (await stranger()).statusCode]).toEqual([401, 401]);
  const refused = await stranger();
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '30']);
  // From the same address, as behind one proxy.
  expect((await send('GET', '/journeys')).statusCode).toBe(200);
});

test('what a route says that it counts as is what it counts as', async () => {
  const part = {
    api(app: FastifyInstance) {
      const schema = { summary: 'for the test', response: { 200: OpenObject } };
      app.post('/take', { config: { needs: 'signed-in', counts: 'append' }, schema }, () => ({}));
    },
    pages(app: FastifyInstance) {
      app.get('/sign-in', { config: { counts: 'sign-in' }, schema: { hide: true } }, () => ({}));
    },
  };
  const { app, send } = await testHub({ rateLimits: { ...none, write: 1, append: 3, 'sign-in': 1 }, parts: [part] });
  const taken = [];
  for (let times = 0; times < 4; times++) taken.push((await send('POST', '/take', {})).statusCode);
  expect(taken).toEqual([200, 200, 200, 429]);
  expect((await app.inject({ url: '/steward/sign-in' })).statusCode).toBe(200);
  expect((await app.inject({ url: '/steward/sign-in' })).statusCode).toBe(429);
});

test('addresses come from proxies that are trusted, and from no other', async () => {
  const from = (address: string) => ({ url: '/steward/api/v1/journeys', headers: { 'x-forwarded-for': address } });
  const statuses = async (trustedProxies: string[] | null) => {
    const { app } = await testHub({ rateLimits: { ...none, unknown: 1 }, trustedProxies });
    return [(await app.inject(from('203.0.113.1'))).statusCode, (await app.inject(from('203.0.113.2'))).statusCode];
  };
  expect(await statuses(null)).toEqual([401, 429]);
  expect(await statuses(['127.0.0.1'])).toEqual([401, 401]);
});

test('ten calls of a thousand records, and the benchmark’s 150 a second, are far from the limit', () => {
  const limiter = rateLimiter(defaultRateLimits, () => 0);
  for (let call = 0; call < 9_000; call++) expect(limiter('append', 'key')).toBe(0);
});

import { expect, test } from 'vitest';
import { signedIn } from '../fake-n8n.ts';
import { journey, problemOf, testHub } from '../test-hub.ts';

const { cookie } = signedIn;
const browserId = { 'browser-id': 'browser-1' };

const routes = [
  ['GET', '/me'],
  ['GET', '/journeys'],
  ['POST', '/journeys'],
  ['GET', '/journeys/x'],
  ['PUT', '/journeys/x'],
  ['DELETE', '/journeys/x'],
  ['GET', '/journeys/x/samples'],
  ['PUT', '/journeys/x/samples'],
  ['POST', '/journeys/x/publish'],
  ['GET', '/journeys/x/n8n-workflow'],
  ['GET', '/nothing'],
  ['POST', ''],
] as const;

test('the list of routes above is complete', async () => {
  const { app } = await testHub();
  const tree = app.printRoutes({ commonPrefix: false }).replaceAll(/ \(.*|[^\w/:*.\n-]/g, '');
  const api = tree.slice(tree.indexOf('api/v1'), tree.lastIndexOf('*'));
  // A new route shows here: add it above, so that it is tried as every stranger; the document alone is for anyone.
  expect(api.trim().split('\n')).toEqual([
    'api/v1',
    '/',
    'me',
    'openapi.json',
    'journeys',
    '/:id',
    '/samples',
    '/publish',
    '/n8n-workflow',
    '*',
  ]);
});

const strangers: [string, Record<string, string>][] = [
  ['nobody', {}],
  ['a browser id without the cookie', browserId],
  ['the cookie without a browser id, as a page of another origin would send it', { cookie }],
  ['another browser id', { cookie, 'browser-id': 'browser-2' }],
  ['a forged cookie', { cookie: 'n8n-auth=forged', ...browserId }],
  ['a cookie of a similar name', { cookie: 'xn8n-auth=olive-token', ...browserId }],
  ['an endless browser id', { cookie, 'browser-id': 'x'.repeat(5000) }],
];

test.each(strangers)('every route of the API refuses %s', async (_, headers) => {
  const { app } = await testHub();
  for (const [method, url] of routes) {
    const answer = await app.inject({
      method,
      url: `/steward/api/v1${url}`,
      headers: { ...headers, 'if-match': '"1"' },
      ...(['POST', 'PUT'].includes(method) && { payload: { document: journey() } }),
    });
    expect([url, answer.statusCode, problemOf(answer).code]).toEqual([url, 401, 'not_signed_in']);
  }
});

test('nothing of the cookies but n8n’s own goes to n8n', async () => {
  const { send, n8n } = await testHub();
  await send('GET', '/me');
  expect(n8n.asked).toEqual([{ cookie: 'n8n-auth=olive-token', browserId: 'browser-1' }]);
});

test('asks n8n once for requests that come close together, and again afterwards', async () => {
  const { send, n8n, clock } = await testHub();
  await Promise.all([send('GET', '/me'), send('GET', '/me')]);
  clock.time += 4_000;
  await send('GET', '/me');
  expect(n8n.asked).toHaveLength(1);
  clock.time += 2_000;
  await send('GET', '/me');
  expect(n8n.asked).toHaveLength(2);
});

test('a refusal is not remembered: who signs in is in at once', async () => {
  const { app, n8n, send } = await testHub();
  const headers = { cookie: 'n8n-auth=later', ...browserId };
  const me = () => app.inject({ url: '/steward/api/v1/me', headers });
  expect((await me()).statusCode).toBe(401);
  n8n.signedIn = () =>
    Promise.resolve({
      person: { id: 'u2', email: 'l@example.com', name: 'Later', role: 'global:member' },
      setCookies: [],
    });
  expect((await me()).statusCode).toBe(200);
  expect((await send('GET', '/me')).json()).toMatchObject({ id: 'u2' });
});

test('passes on the cookie that n8n renews, to the request that made it do so', async () => {
  const { send, n8n } = await testHub();
  n8n.setCookies = ['n8n-auth=renewed; Path=/; HttpOnly; Secure; SameSite=Lax'];
  expect((await send('GET', '/me')).headers['set-cookie']).toEqual(n8n.setCookies);
  expect((await send('GET', '/me')).headers['set-cookie']).toBeUndefined();
});

test('says so when n8n does not answer, and asks again', async () => {
  const { send, n8n } = await testHub();
  n8n.down = true;
  const answer = await send('GET', '/me');
  expect([answer.statusCode, problemOf(answer).code]).toEqual([503, 'n8n_unavailable']);
  n8n.down = false;
  expect((await send('GET', '/me')).statusCode).toBe(200);
});

test('refuses before it reads a body', async () => {
  const { app } = await testHub();
  const answer = await app.inject({
    method: 'POST',
    url: '/steward/api/v1/journeys',
    headers: { 'content-type': 'application/json' },
    payload: 'not json',
  });
  expect(answer.statusCode).toBe(401);
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Me } from '../../../engine/index.ts';
import { problemOf } from '../test-hub.ts';
import { Browser, type Page } from './test-browser.ts';
import { standalone } from './test-standalone.ts';

const hourMs = 3_600_000;
const meOf = (page: Page): Me => JSON.parse(page.text) as Me;
const codeOf = ({ text }: Page) => problemOf({ json: () => JSON.parse(text) as unknown }).code;

test('a person signs in at the provider, comes back to where they were, and is known', async () => {
  const { home, api, provider } = await standalone();
  const browser = new Browser();
  expect((await browser.send(`${api}/me`)).status).toBe(401);

  const page = await browser.open(`${home}/sign-in?redirect=${encodeURIComponent('/steward/ledger?stream=audit#7')}`);
  expect(page).toMatchObject({ status: 200, url: `${home}/ledger?stream=audit#7` });

  expect(meOf(await browser.send(`${api}/me`))).toEqual({
    id: `${provider.url}#ada`,
    email: 'ada@example.com',
    name: 'Ada Auditor',
    role: '',
    roles: ['reviewer', 'auditor'],
    permissions: ['journeys:read', 'ledger:read', 'ledger:inputs', 'ledger:export'],
    signedInBy: 'openid',
  });
});

test('the code flow carries PKCE, state and nonce, each new', async () => {
  const { home, provider } = await standalone();
  const asked = await Promise.all(
    [new Browser(), new Browser()].map((browser) =>
      browser.open(`${home}/sign-in`, (url) => url.startsWith(provider.url)),
    ),
  );
  const [one, other] = asked.map(({ url }) => new URL(url).searchParams);
  expect(Object.fromEntries(one ?? [])).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${home}/sign-in/callback`,
    scope: 'openid profile email',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(one?.get(name)).toMatch(/^[\w-]{43}$/);
    expect(one?.get(name)).not.toBe(other?.get(name));
  }
});

test('the browser alone has the session’s token, and no script can read it', async () => {
  const { home, storage, hubs, logLines, provider } = await standalone();
  const browser = new Browser();
  const back = await browser.open(`${home}/sign-in`, (url) => url === `${home}/`);
  const lines = back.headers.getSetCookie();
  expect(lines.map((line) => line.replace(/=[\w-]*;/, '=…;'))).toEqual([
    expect.stringMatching(/^steward-sign-in-[\w-]{12}=…; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax$/),
    'steward-session=…; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax',
    'steward-id-token=…; Path=/steward/sign-out; Max-Age=43200; HttpOnly; SameSite=Lax',
  ]);
  const token = browser.cookies.get('steward-session')?.value ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await storage.sessions.get(token)).toBeNull();
  expect(hubs).toHaveLength(1);

  const log = logLines.join('');
  expect(log).toContain('/steward/sign-in/callback');
  for (const secret of [token, 'Ada', 'ada@example.com', 'code=', `${provider.url}#ada`])
    expect(log).not.toContain(secret);
});

test('a session ends when its time is over, to the millisecond, and is swept away with the next sign-in', async () => {
  const { home, api, world, storage } = await standalone();
  const browser = new Browser();
  await browser.open(`${home}/sign-in`);
  world.time += 12 * hourMs - 1;
  expect((await browser.send(`${api}/me`)).status).toBe(200);
  world.time += 1;
  const over = await browser.send(`${api}/me`);
  expect([over.status, codeOf(over)]).toEqual([401, 'not_signed_in']);

  const token = browser.cookies.get('steward-session')?.value ?? '';
  const idHash = createHash('sha256').update(token).digest('hex');
  expect(await storage.sessions.get(idHash)).not.toBeNull();
  await new Browser().open(`${home}/sign-in`);
  expect(await storage.sessions.get(idHash)).toBeNull();
});

test('signing in again makes a new session and ends the old one', async () => {
  const { home, api } = await standalone();
  const browser = new Browser();
  await browser.open(`${home}/sign-in`);
  const stolen = new Browser();
  for (const [name, cookie] of browser.cookies) stolen.cookies.set(name, cookie);
  expect((await stolen.send(`${api}/me`)).status).toBe(200);
  await browser.open(`${home}/sign-in`);
  expect(browser.cookies.get('steward-session')).not.toEqual(stolen.cookies.get('steward-session'));
  expect((await browser.send(`${api}/me`)).status).toBe(200);
  expect((await stolen.send(`${api}/me`)).status).toBe(401);
});

test('a token that somebody planted before the sign-in is not the session’s', async () => {
  const { home, api } = await standalone();
  const planted = { value: 'A'.repeat(43), path: '/' };
  const browser = new Browser();
  browser.cookies.set('steward-session', planted);
  await browser.open(`${home}/sign-in`);
  const attacker = new Browser();
  attacker.cookies.set('steward-session', planted);
  expect((await attacker.send(`${api}/me`)).status).toBe(401);
});

test.each<[string, Record<string, string>, number]>([
  ['without the header, as a page of another site sends it', {}, 403],
  ['with another value in it', { 'steward-request': '0' }, 403],
  ['with the header', { 'steward-request': '1' }, 201],
])('a request that changes something, %s', async (_, headers, status) => {
  const { home, api, provider } = await standalone();
  provider.state.person['groups'] = ['designer'];
  const browser = new Browser();
  await browser.open(`${home}/sign-in`);
  const document = {
    schemaVersion: 1,
    id: 'x',
    name: 'X',
    steps: [],
    links: [],
    tables: {},
    workflow: { members: {} },
  };
  const answer = await browser.send(`${api}/journeys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ document }),
  });
  expect(answer.status).toBe(status);
  if (status === 403) expect(codeOf(answer)).toBe('forged_request');
  const kept = JSON.parse((await browser.send(`${api}/journeys`)).text) as unknown[];
  expect(kept).toHaveLength(status === 403 ? 0 : 1);
});

test.each<[string, Record<string, unknown>, Partial<Me>]>([
  ['no roles without the claim', { groups: undefined }, { roles: [], permissions: [] }],
  ['no roles by groups that are none of ours', { groups: ['everyone'] }, { roles: [] }],
  ['an administrator by the setting', { email: 'Boss@example.com', groups: [] }, { roles: ['administrator'] }],
  [
    'no administrator, and no address, while the address is not verified',
    { email: 'boss@example.com', email_verified: false, groups: [] },
    { roles: [], email: '' },
  ],
])('a person who signs in is %s', async (_, claims, expected) => {
  const { home, api, provider } = await standalone();
  Object.assign(provider.state.person, claims);
  const browser = new Browser();
  await browser.open(`${home}/sign-in`);
  expect(meOf(await browser.send(`${api}/me`))).toMatchObject(expected);
});

test('what an administrator grants takes the place of what the provider says, at once', async () => {
  const { home, api, provider, world } = await standalone();
  const [ada, boss] = [new Browser(), new Browser()];
  await ada.open(`${home}/sign-in`);
  Object.assign(provider.state.person, { sub: 'boss', name: 'Bo Boss', email: 'boss@example.com', groups: [] });
  await boss.open(`${home}/sign-in`);

  const people = JSON.parse((await boss.send(`${api}/people`)).text) as { name: string }[];
  expect(people.map(({ name }) => name)).toEqual(['Ada Auditor', 'Bo Boss']);
  const path = `/people/${encodeURIComponent(`${provider.url}#ada`)}/roles`;
  expect((await ada.ask(`${api}${path}`, 'PUT', { roles: ['administrator'] })).status).toBe(403);
  expect((await boss.ask(`${api}${path}`, 'PUT', { roles: ['publisher'] })).status).toBe(200);
  expect(meOf(await ada.send(`${api}/me`)).roles).toEqual(['publisher']);
  expect(world.events).toMatchObject([
    { kind: 'roles-changed', actor: { id: `${provider.url}#boss`, name: 'Bo Boss' } },
  ]);
});

test('a person whose roles changed at the provider has the new ones with the next sign-in', async () => {
  const { home, api, provider } = await standalone();
  const browser = new Browser();
  await browser.open(`${home}/sign-in`);
  provider.state.person['groups'] = ['designer'];
  expect(meOf(await browser.send(`${api}/me`)).roles).toEqual(['reviewer', 'auditor']);
  await browser.open(`${home}/sign-in`);
  expect(meOf(await browser.send(`${api}/me`)).roles).toEqual(['designer']);
});

test('a provider that rotates its keys is believed with the next sign-in', async () => {
  const { home, api, provider } = await standalone();
  for (let round = 0; round < 2; round++) {
    const browser = new Browser();
    expect(await browser.open(`${home}/sign-in`)).toMatchObject({ status: 200, url: `${home}/` });
    expect((await browser.send(`${api}/me`)).status).toBe(200);
    provider.rotateKeys();
  }
});

test('a sign-in that began at one hub ends at another, and holds at both', async () => {
  const { home, provider, hubUrls } = await standalone({ hubs: 2 });
  const [first = '', second = ''] = hubUrls;
  const browser = new Browser();
  const atProvider = await browser.open(`${home}/sign-in?redirect=/steward/keys`, (url) =>
    url.startsWith(provider.url),
  );
  browser.route = (url) => url.replace(first, second);
  expect(await browser.open(atProvider.url)).toMatchObject({ status: 200, url: `${home}/keys` });
  expect((await browser.send(`${second}/steward/api/v1/me`)).status).toBe(200);
  browser.route = (url) => url;
  expect((await browser.send(`${first}/steward/api/v1/me`)).status).toBe(200);
});

test('two tabs may sign in at the same time', async () => {
  const { home, provider } = await standalone();
  const browser = new Browser();
  const stop = (url: string): boolean => url.startsWith(provider.url);
  const one = await browser.open(`${home}/sign-in?redirect=/steward/one`, stop);
  const two = await browser.open(`${home}/sign-in?redirect=/steward/two`, stop);
  expect(await browser.open(one.url)).toMatchObject({ status: 200, url: `${home}/one` });
  expect(await browser.open(two.url)).toMatchObject({ status: 200, url: `${home}/two` });
});

test('sign-ins that nobody finished do not pile up in the browser', async () => {
  const { home } = await standalone();
  const browser = new Browser();
  for (let count = 0; count < 8; count++) await browser.send(`${home}/sign-in`);
  expect([...browser.cookies.keys()].filter((name) => name.startsWith('steward-sign-in-')).length).toBeLessThanOrEqual(
    5,
  );
});

test('over https every cookie is for this host and TLS alone', async () => {
  const homeUrl = 'https://hub.example.com/steward';
  const { hubs } = await standalone({ homeUrl });
  const answer = await hubs[0]?.app.inject({ url: '/steward/sign-in' });
  expect(answer?.statusCode).toBe(302);
  expect(String(answer?.headers['set-cookie'])).toMatch(
    /^__Host-steward-sign-in-[\w-]{12}=[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
  );
});

test('nobody signs in over http from elsewhere', async () => {
  await expect(standalone({ homeUrl: 'http://hub.example.com/steward' })).rejects.toThrow('expected https');
});

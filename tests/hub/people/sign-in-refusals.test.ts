import { expect, test } from 'vitest';
import { hashOfSecret } from '../../../hub/src/people/keys/api-key-text.ts';
import { Browser, type Page } from './test-browser.ts';
import { standalone } from './test-standalone.ts';

type Hub = Awaited<ReturnType<typeof standalone>>;

/** The address with which the provider sends the person back, not opened yet. */
async function onTheWayBack({ home }: Hub, browser: Browser): Promise<URL> {
  const page = await browser.open(`${home}/sign-in?redirect=/steward/keys`, (url) => url.includes('/sign-in/callback'));
  return new URL(page.url);
}

async function expectNobody({ api }: Hub, browser: Browser): Promise<void> {
  expect(browser.cookies.has('steward-session')).toBe(false);
  expect((await browser.send(`${api}/me`)).status).toBe(401);
}

function expectPage(page: Page, status: number, title: string): void {
  expect([page.status, page.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
  expect(page.text).toContain(`<h1>${title}</h1>`);
  expect(page.text).toMatch(/<a href="http:\/\/127\.0\.0\.1:\d+\/steward\/sign-in[^"]*">Try again<\/a>/);
  expect(page.text).not.toContain('<script');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.headers.get('cache-control')).toBe('no-store');
}

const notOpen = 'This sign-in is no longer open';
const notTrusted = 'The sign-in could not be trusted';

test.each<[string, (answer: URL, browser: Browser, hub: Hub) => void, string]>([
  ['another state', ({ searchParams }) => searchParams.set('state', 'A'.repeat(43)), notOpen],
  [
    'a state that begins alike',
    ({ searchParams }) => searchParams.set('state', `${searchParams.get('state')?.slice(0, 12)}${'A'.repeat(31)}`),
    notOpen,
  ],
  ['no state', ({ searchParams }) => searchParams.delete('state'), notOpen],
  ['two states', ({ searchParams }) => searchParams.append('state', 'x'), notOpen],
  ['no cookie, as in another browser', (_, { cookies }) => cookies.clear(), notOpen],
  [
    'a cookie that somebody changed',
    (_, { cookies }) => {
      for (const cookie of cookies.values())
        cookie.value = cookie.value.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    },
    notOpen,
  ],
  ['more than ten minutes', (_, __, { world }) => (world.time += 600_000), notOpen],
  ['no code', ({ searchParams }) => searchParams.delete('code'), notTrusted],
  ['another code', ({ searchParams }) => searchParams.set('code', 'A'.repeat(43)), notOpen],
  ['two codes', ({ searchParams }) => searchParams.append('code', 'x'), notTrusted],
  ['the issuer of another provider', ({ searchParams }) => searchParams.set('iss', 'https://evil.example'), notTrusted],
  ['no issuer, where the provider names itself', ({ searchParams }) => searchParams.delete('iss'), notTrusted],
])('nobody is signed in by an answer with %s', async (_, forge, title) => {
  const hub = await standalone();
  const browser = new Browser();
  const answer = await onTheWayBack(hub, browser);
  forge(answer, browser, hub);
  expectPage(await browser.send(answer.href), 400, title);
  await expectNobody(hub, browser);
});

test('an answer is taken once: not again by the browser, nor by somebody who copied all of it', async () => {
  const hub = await standalone();
  const [browser, thief] = [new Browser(), new Browser()];
  const answer = await onTheWayBack(hub, browser);
  for (const [name, cookie] of browser.cookies) thief.cookies.set(name, cookie);
  expect((await browser.send(answer.href)).status).toBe(303);
  expectPage(await browser.send(answer.href), 400, notOpen);
  expectPage(await thief.send(answer.href), 400, notOpen);
  await expectNobody(hub, thief);
});

test('somebody whom the provider refuses reads it in words, and may try again from where they were', async () => {
  const hub = await standalone();
  hub.provider.state.refusal = 'access_denied';
  const browser = new Browser();
  const page = await browser.open(`${hub.home}/sign-in?redirect=/steward/keys`);
  expectPage(page, 403, 'You were not signed in');
  expect(page.text).toContain(`href="${hub.home}/sign-in?redirect=%2Fsteward%2Fkeys"`);
  await expectNobody(hub, browser);
});

test.each([
  ['temporarily_unavailable', 503],
  ['invalid_scope', 502],
  ['<script>alert(1)</script>', 403],
])('the provider answers with the error %s', async (error, status) => {
  const hub = await standalone();
  const browser = new Browser();
  const answer = await onTheWayBack(hub, browser);
  answer.searchParams.delete('code');
  answer.searchParams.set('error', error);
  answer.searchParams.set('error_description', '<script>alert(2)</script>');
  const page = await browser.send(answer.href);
  expect(page.status).toBe(status);
  expect(page.text).not.toContain('<script');
  expect(hub.logLines.join('')).not.toContain('<script');
});

test('a provider that does not answer is told of in words, before and after', async () => {
  const hub = await standalone();
  const browser = new Browser();
  const answer = await onTheWayBack(hub, browser);
  await hub.provider.close();
  expectPage(await browser.send(answer.href), 503, 'The sign-in provider does not answer');
  expectPage(await browser.send(`${hub.home}/sign-in`), 503, 'The sign-in provider does not answer');
  await expectNobody(hub, browser);
});

test('a hub whose secret the provider does not take says that it is set up wrongly', async () => {
  const openId = { issuerUrl: '', clientId: 'steward', clientSecret: 'another' };
  const hub = await standalone({ openId });
  openId.issuerUrl = hub.provider.url;
  const browser = new Browser();
  const page = await browser.open(`${hub.home}/sign-in`);
  expectPage(page, 502, 'The sign-in provider does not accept Steward');
});

test('who tries again and again is told to wait', async () => {
  const hub = await standalone();
  const browser = new Browser();
  let page = await browser.send(`${hub.home}/sign-in`);
  for (let count = 0; count < 20; count++) page = await browser.send(`${hub.home}/sign-in`);
  expect(page.status).toBe(429);
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(page.text).toContain('<h1>Too many requests');
});

test.each<[string, (hub: Hub, browser: Browser) => unknown, number]>([
  ['signs out, and is sent to the provider to end its session too', () => undefined, 200],
  ['signs out while the provider does not answer', ({ provider }) => provider.close(), 200],
  ['signs out without a session', (_, { cookies }) => cookies.clear(), 200],
])('a person %s', async (_, change, status) => {
  const hub = await standalone();
  const [browser, copy] = [new Browser(), new Browser()];
  await browser.open(`${hub.home}/sign-in`);
  const token = browser.cookies.get('steward-session')?.value ?? '';
  await change(hub, browser);
  for (const [name, cookie] of browser.cookies) copy.cookies.set(name, cookie);
  const answer = await browser.ask(`${hub.home}/sign-out`, 'POST');
  expect(answer.status).toBe(status);
  await expectNobody(hub, browser);
  expect(browser.cookies.has('steward-id-token')).toBe(false);
  if (copy.cookies.size > 0) {
    expect(await hub.storage.sessions.get(hashOfSecret(token))).toBeNull();
    await new Promise(setImmediate);
    expect((await copy.send(`${hub.api}/me`)).status).toBe(401);
  }
});

test('signing out at the provider as well ends at a page that does not sign in again by itself', async () => {
  const hub = await standalone();
  const browser = new Browser();
  await browser.open(`${hub.home}/sign-in`);
  const { redirect } = JSON.parse((await browser.ask(`${hub.home}/sign-out`, 'POST')).text) as { redirect: string };
  const end = new URL(redirect);
  expect(end.origin).toBe(hub.provider.url);
  expect(end.searchParams.get('post_logout_redirect_uri')).toBe(`${hub.home}/sign-out`);
  expect(end.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  // The provider knows whose session it is: it asks, and does not refuse.
  expect((await browser.open(redirect)).text).toContain('Do you want to sign-out');

  const page = await browser.send(`${hub.home}/sign-out`);
  expect([page.status, page.headers.get('location')]).toEqual([200, null]);
  expect(page.text).toContain('<h1>You are signed out</h1>');
});

test('another site cannot sign a person out', async () => {
  const hub = await standalone();
  const browser = new Browser();
  await browser.open(`${hub.home}/sign-in`);
  expect((await browser.send(`${hub.home}/sign-out`, { method: 'POST' })).status).toBe(403);
  expect((await browser.send(`${hub.home}/sign-out`)).status).toBe(200);
  expect((await browser.send(`${hub.api}/me`)).status).toBe(200);
});

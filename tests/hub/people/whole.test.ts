import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ApiKey, CreatedApiKey, LedgerPage, Me } from '../../../engine/index.ts';
import { openHub } from '../../../hub/src/compose/open-hub.ts';
import { readSettings } from '../../../hub/src/settings/settings.ts';
import { FakeN8n } from '../fake-n8n.ts';
import { Browser, type Page } from './test-browser.ts';
import { clientId, clientSecret, listen, testProvider } from './test-provider.ts';

const read = <T>({ text }: Page): T => JSON.parse(text) as T;

/** A standalone hub as its settings make it, over a store in a file, with people of a real provider. */
async function hubBySettings(environment: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-people-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
  const { url, answerWith } = await listen();
  const provider = await testProvider([url]);
  const settings = readSettings(
    {
      STEWARD_DATABASE_FILE: path.join(folder, 'steward.sqlite'),
      STEWARD_PUBLIC_URL: url,
      STEWARD_OIDC_ISSUER_URL: provider.url,
      STEWARD_OIDC_CLIENT_ID: clientId,
      STEWARD_OIDC_CLIENT_SECRET: clientSecret,
      STEWARD_OIDC_ROLES_CLAIM: 'groups',
      STEWARD_ADMINISTRATORS: 'boss@example.com',
      ...environment,
    },
    { homeFolder: folder, designerFolder: folder, mode: 'standalone' },
  );
  const logLines: string[] = [];
  const hub = await openHub(settings, {
    n8n: new FakeN8n(),
    closeN8n: () => undefined,
    publicFolder: '',
    log: { write: (line) => void logLines.push(line) },
  });
  onTestFinished(async () => {
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  answerWith((request, response) => hub.app.routing(request, response));
  return { provider, logLines, home: `${url}/steward`, api: `${url}/steward/api/v1` };
}

test('an administrator signs in, makes a key for a machine, revokes it, and grants roles: all of it is in the audit stream', async () => {
  const { home, api, provider, logLines } = await hubBySettings();
  const [ada, boss] = [new Browser(), new Browser()];
  await ada.open(`${home}/sign-in`);
  Object.assign(provider.state.person, {
    sub: 'boss',
    name: 'Bo Boss',
    email: 'boss@example.com',
    groups: ['auditor'],
  });
  await boss.open(`${home}/sign-in`);
  expect(read<Me>(await boss.send(`${api}/me`)).roles).toEqual(['administrator', 'auditor']);

  const scopes = ['ledger:append', 'ledger:read'];
  const made = await boss.ask(`${api}/api-keys`, 'POST', { name: 'n8n workers', scopes, expiresInDays: 90 });
  expect(made.status).toBe(201);
  const { apiKey, text } = read<CreatedApiKey>(made);
  const machine = (url: string) => new Browser().send(`${api}${url}`, { headers: { authorization: `Bearer ${text}` } });
  expect(read(await machine('/key'))).toEqual({
    id: apiKey.id,
    name: 'n8n workers',
    scopes,
    expiresAt: apiKey.expiresAt,
  });
  expect((await machine('/ledger/streams')).status).toBe(200);
  expect((await machine('/people')).status).toBe(403);

  expect((await boss.ask(`${api}/api-keys/${apiKey.id}/revoke`, 'POST')).status).toBe(200);
  expect((await boss.ask(`${api}/api-keys/${apiKey.id}/revoke`, 'POST')).status).toBe(200);
  expect((await machine('/key')).status).toBe(401);
  const [kept] = read<ApiKey[]>(await boss.send(`${api}/api-keys`));
  expect(kept?.revokedAt).not.toBeNull();
  expect(kept?.lastUsedAt).not.toBeNull();

  const adaId = encodeURIComponent(`${provider.url}#ada`);
  expect((await boss.ask(`${api}/people/${adaId}/roles`, 'PUT', { roles: ['designer'] })).status).toBe(200);

  const found = read<LedgerPage>(await boss.ask(`${api}/ledger/search`, 'POST', { stream: 'audit' }));
  expect(found.lines.map(({ kind }) => kind).filter((kind) => !kind.startsWith('signing'))).toEqual([
    'roles-changed',
    'api-key-revoked',
    'api-key-created',
  ]);
  const log = logLines.join('');
  for (const secret of [text.slice(17), 'boss@example.com', 'Bo Boss']) expect(log).not.toContain(secret);
});

test('asks the provider for what the settings name', async () => {
  const { home, provider } = await hubBySettings({ STEWARD_OIDC_SCOPE: 'openid email' });
  const { url } = await new Browser().open(`${home}/sign-in`, (next) => next.startsWith(provider.url));
  expect(new URL(url).searchParams.get('scope')).toBe('openid email');
});

test('without a provider the hub serves machines alone', async () => {
  const none = { STEWARD_OIDC_ISSUER_URL: '', STEWARD_OIDC_CLIENT_ID: '' };
  const { home, api } = await hubBySettings(none);
  const browser = new Browser();
  expect((await browser.send(`${api}/me`)).status).toBe(401);
  const page = await browser.send(`${home}/sign-in`);
  expect([page.status, page.headers.get('location')]).toEqual([503, null]);
  expect(page.text).toContain('<h1>Nobody can sign in here yet</h1>');
  expect((await browser.ask(`${home}/sign-out`, 'POST')).status).toBe(404);
});

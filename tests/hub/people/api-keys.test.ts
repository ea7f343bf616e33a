import { expect, test } from 'vitest';
import { keyScopes, roles, rolePermissions, type CreatedApiKey, type KeyScope } from '../../../engine/index.ts';
import { apiKeysOver } from '../../../hub/src/people/keys/api-keys.ts';
import { apiKeyRoutes } from '../../../hub/src/people/keys/api-keys.routes.ts';
import { bearerKeys, strangeTokens } from '../../../hub/src/people/keys/bearer.ts';
import { problemOf } from '../test-hub.ts';
import { memoryApiKeys } from './memory-stores.ts';
import { apiOf, personByHeader, testWorld } from './test-people.ts';

const dayMs = 86_400_000;
const admin = { as: 'administrator' };

async function keysHub() {
  const world = testWorld();
  const store = memoryApiKeys();
  const apiKeys = apiKeysOver({ apiKeys: store, ...world, now: world.now });
  const app = await apiOf([bearerKeys(apiKeys), personByHeader, strangeTokens], (scope) => {
    apiKeyRoutes(scope, { apiKeys });
    for (const needs of keyScopes)
      scope.get(`/needs/${needs.replace(':', '-')}`, { config: { needs } }, () => ({ ok: true }));
  });
  const create = async (scopes: KeyScope[] = ['ledger:append'], expiresInDays: number | null = 30) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api-keys',
      headers: admin,
      payload: { name: 'Nodes', scopes, expiresInDays },
    });
    return answer.json<CreatedApiKey>();
  };
  const revoke = (id: string) => app.inject({ method: 'POST', url: `/api-keys/${id}/revoke`, headers: admin });
  const use = (text: string, url = '/key') => app.inject({ url, headers: { authorization: `Bearer ${text}` } });
  return { app, world, store, create, revoke, use };
}

test('a key is shown once, kept as a hash, listed without it, and says who it is', async () => {
  const { app, store, create, use } = await keysHub();
  const { apiKey, text } = await create(['ledger:append', 'ledger:read'], 30);

  expect(text).toMatch(/^stw_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/);
  expect(apiKey).toEqual({
    id: text.slice(4, 16),
    name: 'Nodes',
    scopes: ['ledger:append', 'ledger:read'],
    createdAt: '2026-11-22T09:00:00.000Z',
    createdBy: 'Ada Admin',
    expiresAt: '2026-12-22T09:00:00.000Z',
    revokedAt: null,
    lastUsedAt: null,
  });
  const secret = text.slice(17);
  expect(JSON.stringify([...store.rows.values()])).not.toContain(secret);

  const list = await app.inject({ url: '/api-keys', headers: admin });
  expect(list.json()).toEqual([apiKey]);
  expect((await use(text)).json()).toEqual({
    id: apiKey.id,
    name: 'Nodes',
    scopes: ['ledger:append', 'ledger:read'],
    expiresAt: apiKey.expiresAt,
  });
});

test('no two keys are alike', async () => {
  const { create } = await keysHub();
  const texts = await Promise.all(Array.from({ length: 50 }, () => create()));
  expect(new Set(texts.map(({ text }) => text.slice(4, 16))).size).toBe(50);
  expect(new Set(texts.map(({ text }) => text.slice(17))).size).toBe(50);
});

test.each(keyScopes)('a key with the scope %s may do that and nothing else', async (scope) => {
  const { create, use, app } = await keysHub();
  const { text } = await create([scope]);
  for (const needs of keyScopes) {
    const answer = await use(text, `/needs/${needs.replace(':', '-')}`);
    expect([needs, answer.statusCode]).toEqual([needs, needs === scope ? 200 : 403]);
  }
  for (const [method, url] of [
    ['GET', '/api-keys'],
    ['POST', '/api-keys'],
    ['POST', '/api-keys/abcdefghij12/revoke'],
  ] as const) {
    const headers = { authorization: `Bearer ${text}` };
    const answer = await app.inject({ method, url, headers });
    expect([url, answer.statusCode, problemOf(answer).code]).toEqual([url, 403, 'person_required']);
  }
});

test.each(roles)('who manages keys: %s', async (role) => {
  const { app } = await keysHub();
  const expected = rolePermissions[role].includes('keys:manage') ? 200 : 403;
  expect(expected === 200).toBe(role === 'administrator');
  expect((await app.inject({ url: '/api-keys', headers: { as: role } })).statusCode).toBe(expected);
});

test('GET /key is for keys', async () => {
  const { app } = await keysHub();
  const answer = await app.inject({ url: '/key', headers: admin });
  expect([answer.statusCode, problemOf(answer).code]).toEqual([403, 'key_required']);
});

const otherSecret = 'A'.repeat(43);

test.each<[string, (text: string) => string]>([
  ['another secret', (text) => `${text.slice(0, 17)}${otherSecret}`],
  ['another id', (text) => `stw_${'a'.repeat(12)}_${text.slice(17)}`],
  ['a secret that is cut short', (text) => text.slice(0, -1)],
  ['a secret with something behind it', (text) => `${text}A`],
  ['its id alone', (text) => text.slice(0, 16)],
  ['capital letters', (text) => text.toUpperCase()],
  ['no key at all', () => 'eyJhbGciOiJIUzI1NiJ9.e30.x'],
  ['an endless token', () => `stw_${'a'.repeat(9_000)}`],
])('refuses %s as unknown, with one and the same answer', async (_, forge) => {
  const { create, use } = await keysHub();
  const { text } = await create();
  const answer = await use(forge(text));
  expect([answer.statusCode, problemOf(answer).code]).toEqual([401, 'key_unknown']);
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="steward", error="invalid_token"');
  expect((await use(`stw_nobodyknows1_${otherSecret}`)).json()).toEqual(answer.json());
});

test('a key ends when its days are over, to the millisecond', async () => {
  const { create, use, world } = await keysHub();
  const { text } = await create(['ledger:append'], 7);
  world.time += 7 * dayMs - 1;
  expect((await use(text)).statusCode).toBe(200);
  world.time += 1;
  const answer = await use(text);
  expect([answer.statusCode, problemOf(answer).code]).toEqual([401, 'key_expired']);
});

test('a key without an end does not end', async () => {
  const { create, use, world } = await keysHub();
  const { text, apiKey } = await create(['ledger:append'], null);
  expect(apiKey.expiresAt).toBeNull();
  world.time += 20 * 365 * dayMs;
  expect((await use(text)).statusCode).toBe(200);
});

test('a revoked key is out with the next request, for good, and keeps the time of the first revocation', async () => {
  const { create, use, revoke, world } = await keysHub();
  const { text, apiKey } = await create();
  expect((await use(text)).statusCode).toBe(200);
  const revoked = await revoke(apiKey.id);
  expect(revoked.json()).toMatchObject({ id: apiKey.id, revokedAt: '2026-11-22T09:00:00.000Z' });
  expect(revoked.json()).not.toHaveProperty('secretHash');
  const answer = await use(text);
  expect([answer.statusCode, problemOf(answer).code]).toEqual([401, 'key_revoked']);
  world.time += 60_000;
  expect((await revoke(apiKey.id)).json()).toMatchObject({ revokedAt: '2026-11-22T09:00:00.000Z' });
});

test.each(['revoked', 'expired'])('who does not hold the secret does not learn that a key is %s', async (state) => {
  const { create, use, revoke, world } = await keysHub();
  const { text, apiKey } = await create();
  if (state === 'revoked') await revoke(apiKey.id);
  else world.time += 31 * dayMs;
  expect(problemOf(await use(`${text.slice(0, 17)}${otherSecret}`)).code).toBe('key_unknown');
});

test('revoking a key that does not exist', async () => {
  const { revoke } = await keysHub();
  const answer = await revoke('nobodyknows1');
  expect([answer.statusCode, problemOf(answer).code]).toEqual([404, 'api_key_not_found']);
});

test('making and revoking a key stand in the audit stream, without the secret', async () => {
  const { create, revoke, world } = await keysHub();
  const { apiKey, text } = await create();
  await revoke(apiKey.id);
  const actor = { id: 'ada', name: 'Ada Admin' };
  expect(world.events).toEqual([
    {
      key: `api-key-created:${apiKey.id}`,
      kind: 'api-key-created',
      at: apiKey.createdAt,
      actor,
      details: { apiKey: apiKey.id, name: 'Nodes', scopes: ['ledger:append'], expiresAt: apiKey.expiresAt },
    },
    {
      key: `api-key-revoked:${apiKey.id}`,
      kind: 'api-key-revoked',
      at: apiKey.createdAt,
      actor,
      details: { apiKey: apiKey.id, name: 'Nodes' },
    },
  ]);
  expect(JSON.stringify(world.events)).not.toContain(text.slice(17));
});

test('no key is made while the ledger is away', async () => {
  const { app, world, store } = await keysHub();
  world.ledgerDown = true;
  const payload = { name: 'Nodes', scopes: ['ledger:append'], expiresInDays: null };
  const answer = await app.inject({ method: 'POST', url: '/api-keys', headers: admin, payload });
  expect(answer.statusCode).toBe(500);
  expect(store.rows.size).toBe(0);
});

test('a key is revoked while the ledger is away, and recorded when somebody asks again', async () => {
  const { create, use, revoke, world } = await keysHub();
  const { apiKey, text } = await create();
  world.ledgerDown = true;
  expect((await revoke(apiKey.id)).statusCode).toBe(500);
  expect(problemOf(await use(text)).code).toBe('key_revoked');
  world.ledgerDown = false;
  expect((await revoke(apiKey.id)).statusCode).toBe(200);
  expect(world.events.map(({ kind }) => kind)).toEqual(['api-key-created', 'api-key-revoked']);
});

test('the last use is kept to the minute', async () => {
  const { create, use, store, world } = await keysHub();
  const { apiKey, text } = await create();
  const written: string[] = [];
  const { touch } = store;
  store.touch = (id, at) => (written.push(at), touch(id, at));
  for (const laterMs of [0, 1_000, 58_999, 1, 59_999, 1]) {
    world.time += laterMs;
    await use(text);
  }
  expect(written).toEqual(['2026-11-22T09:00:00.000Z', '2026-11-22T09:01:00.000Z', '2026-11-22T09:02:00.000Z']);
  expect(store.rows.get(apiKey.id)?.lastUsedAt).toBe(written.at(-1));
});

test('a request neither waits for the last use to be written, nor fails with it', async () => {
  const { create, use, store, world } = await keysHub();
  const { text } = await create();
  let fail: (error: Error) => void = () => undefined;
  store.touch = () => new Promise((_resolve, reject) => (fail = reject));
  expect((await use(text)).statusCode).toBe(200);
  fail(new Error('the store is busy'));
  await new Promise(setImmediate);
  expect(world.faults).toEqual([new Error('the store is busy')]);
});

test.each<[string, object]>([
  ['no name', { name: ' ', scopes: ['ledger:append'], expiresInDays: 1 }],
  ['no scope', { name: 'Nodes', scopes: [], expiresInDays: 1 }],
  ['a scope that no machine may have', { name: 'Nodes', scopes: ['people:manage'], expiresInDays: 1 }],
  ['a scope twice', { name: 'Nodes', scopes: ['ledger:read', 'ledger:read'], expiresInDays: 1 }],
  ['no word about its end', { name: 'Nodes', scopes: ['ledger:read'] }],
  ['an end in the past', { name: 'Nodes', scopes: ['ledger:read'], expiresInDays: 0 }],
  ['a part of a day', { name: 'Nodes', scopes: ['ledger:read'], expiresInDays: 1.5 }],
  ['an id of its own', { id: 'abcdefghij12', name: 'Nodes', scopes: ['ledger:read'], expiresInDays: 1 }],
])('does not make a key with %s', async (_, payload) => {
  const { app, store } = await keysHub();
  const answer = await app.inject({ method: 'POST', url: '/api-keys', headers: admin, payload });
  expect([answer.statusCode, problemOf(answer).code]).toEqual([400, 'invalid_request']);
  expect(store.rows.size).toBe(0);
});

test('a proxy’s own token beside a signed-in person is left alone', async () => {
  const { app } = await keysHub();
  const answer = await app.inject({ url: '/api-keys', headers: { ...admin, authorization: 'Bearer eyJhbGciOi' } });
  expect(answer.statusCode).toBe(200);
});

test('a key that is refused is not replaced by the person who is signed in beside it', async () => {
  const { app } = await keysHub();
  const authorization = `Bearer stw_nobodyknows1_${otherSecret}`;
  const answer = await app.inject({ url: '/api-keys', headers: { ...admin, authorization } });
  expect([answer.statusCode, problemOf(answer).code]).toEqual([401, 'key_unknown']);
});

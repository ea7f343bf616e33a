import { expect, test } from 'vitest';
import type { JsonObject } from '../../../engine/index.ts';
import type { N8nTransport } from '../../../hub/src/n8n/n8n.transport.ts';
import { restN8nClient } from '../../../hub/src/n8n/rest.n8n-client.ts';
import { openPeople } from '../../../hub/src/people/open-people.ts';
import { personOf } from '../../../hub/src/people/access.ts';
import { problemOf } from '../test-hub.ts';
import { memoryApiKeys, memoryPeople, memorySessions } from './memory-stores.ts';
import { apiOf, testWorld } from './test-people.ts';

/** n8n as far as signing in goes, with these members of its answers. */
async function hubWith(login: JsonObject, settings: JsonObject | null) {
  const person = { id: 'u1', email: 'o@example.com', firstName: 'Olive', lastName: 'Owner', role: 'global:owner' };
  const asked: string[] = [];
  const transport: N8nTransport = {
    async request(_credentials, _method, path) {
      asked.push(path);
      const data = path === '/rest/login' ? { ...person, ...login } : settings;
      return data === null
        ? { status: 500, body: {}, setCookies: [] }
        : { status: 200, body: { data }, setCookies: [] };
    },
    close: () => undefined,
  };
  const n8n = restN8nClient({ transport });
  const world = testWorld();
  const storage = { apiKeys: memoryApiKeys(), people: memoryPeople(), sessions: memorySessions() };
  const { identify } = openPeople({
    storage,
    now: world.now,
    record: (event) => world.record(event),
    onFault: world.onFault,
    whoIs: (session) => n8n.signedIn(session),
    signIn: null,
  });
  const app = await apiOf([identify], (scope) =>
    scope.get('/me', { config: { needs: 'signed-in' } }, (request) => personOf(request).person),
  );
  const me = () => app.inject({ url: '/me', headers: { cookie: 'n8n-auth=x', 'browser-id': 'b' } });
  return { me, asked, people: storage.people };
}

const withSession = { settingsMode: 'authenticated', mfa: { enabled: true, enforced: false } };

test.each<[string, JsonObject, JsonObject, number, string[]]>([
  ['a second factor was used', { mfaAuthenticated: true }, withSession, 200, ['/rest/login']],
  ['n8n asks for none', { mfaAuthenticated: false }, withSession, 200, ['/rest/login', '/rest/settings']],
  [
    'n8n enforces one, and the person has none yet',
    { mfaAuthenticated: false, mfaEnabled: false },
    { settingsMode: 'public', mfa: { enabled: true, enforced: true } },
    403,
    ['/rest/login', '/rest/settings'],
  ],
  [
    'n8n enforces one, and the session is older than that',
    { mfaAuthenticated: false, mfaEnabled: true },
    { settingsMode: 'public' },
    403,
    ['/rest/login', '/rest/settings'],
  ],
  [
    'n8n enforces one, and says so to the session',
    { mfaAuthenticated: false },
    { settingsMode: 'authenticated', mfa: { enforced: true } },
    403,
    ['/rest/login', '/rest/settings'],
  ],
  ['n8n knows of no second factor', {}, withSession, 200, ['/rest/login']],
])('%s', async (_, login, settings, status, expected) => {
  const { me, asked, people } = await hubWith(login, settings);
  const answer = await me();
  expect(answer.statusCode).toBe(status);
  expect(asked).toEqual(expected);
  if (status === 200)
    expect(answer.json()).toMatchObject({ id: 'u1', roles: expect.arrayContaining(['administrator']) });
  else expect(problemOf(answer).code).toBe('mfa_required');
  expect(await people.list()).toHaveLength(status === 200 ? 1 : 0);
});

test('nobody is let in while n8n does not say whether it enforces a second factor', async () => {
  const { me } = await hubWith({ mfaAuthenticated: false }, null);
  const answer = await me();
  expect([answer.statusCode, problemOf(answer).code]).toEqual([503, 'n8n_unavailable']);
});

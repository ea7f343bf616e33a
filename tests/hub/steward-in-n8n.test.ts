import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { testHub } from './test-hub.ts';

interface Registered {
  tabs: unknown[][];
  pages: unknown[][];
}

/** Runs the served script, as text, in a window of its own. */
async function runMenu({
  n8nPath = '/',
  framed = false,
  hooks,
}: { n8nPath?: string; framed?: boolean; hooks?: object } = {}) {
  const { app } = await testHub({ n8nPath });
  const answer = await app.inject({ url: '/steward/n8n/menu.js' });
  const replaced: string[] = [];
  const registered: Registered = { tabs: [], pages: [] };
  const self = {};
  const window = {
    self,
    top: framed ? {} : self,
    location: { replace: (url: string) => void replaced.push(url) },
    ...(hooks && { n8nExternalHooks: hooks }),
  } as { n8nExternalHooks?: Record<string, Record<string, ((...parameters: unknown[]) => void)[]>> };
  runInNewContext(answer.body, { window });
  const store = {
    registerCustomTabs: (...parameters: unknown[]) => void registered.tabs.push(parameters),
    registerSettingsPages: (...parameters: unknown[]) => void registered.pages.push(parameters),
  };
  const fire = (resource: string, operation: string, ...parameters: unknown[]) => {
    for (const hook of window.n8nExternalHooks?.[resource]?.[operation] ?? []) hook(...parameters);
  };
  return { answer, replaced, registered, store, fire, window };
}

test('is a script that caches ask for again', async () => {
  const { answer } = await runMenu();
  expect(answer.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
  });
  const { app } = await testHub();
  const again = await app.inject({
    url: '/steward/n8n/menu.js',
    headers: { 'if-none-match': `W/${answer.headers['etag']}` },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('adds Steward to the overview and the settings, once', async () => {
  const { fire, store, registered } = await runMenu();
  fire('app', 'mount', store);
  fire('main', 'routeChange', store, { to: { path: '/home/workflows', fullPath: '/home/workflows' } });
  expect(registered.tabs).toEqual([
    ['overview', 'insights', [expect.objectContaining({ label: 'Steward', to: '/steward/' })]],
  ]);
  expect(registered.pages).toEqual([
    ['insights', [expect.objectContaining({ label: 'Steward', link: { href: '/steward/', target: '_self' } })]],
  ]);
});

test.each(['/steward', '/steward/', '/steward/journeys/a?x=1#y'])('leads %s out of n8n’s router', async (fullPath) => {
  const { fire, store, replaced } = await runMenu();
  fire('main', 'routeChange', store, { to: { path: fullPath.split(/[?#]/)[0], fullPath } });
  expect(replaced).toEqual([fullPath]);
});

test('leaves n8n’s own pages to n8n', async () => {
  const { fire, store, replaced } = await runMenu();
  for (const path of ['/', '/workflow/steward', '/stewardship'])
    fire('main', 'routeChange', store, { to: { path, fullPath: path } });
  fire('main', 'routeChange', store);
  expect(replaced).toEqual([]);
});

test('knows the prefix of a proxy', async () => {
  const { fire, store, replaced, registered } = await runMenu({ n8nPath: '/n8n/' });
  fire('main', 'routeChange', store, { to: { path: '/steward/x', fullPath: '/steward/x' } });
  expect(replaced).toEqual(['/n8n/steward/x']);
  expect(JSON.stringify(registered.pages)).toContain('/n8n/steward/');
});

test('does nothing in a frame', async () => {
  const { window } = await runMenu({ framed: true });
  expect(window.n8nExternalHooks).toBeUndefined();
});

test('stands beside the hooks of others', async () => {
  const fired: string[] = [];
  const { fire, store, registered } = await runMenu({ hooks: { app: { mount: [() => fired.push('theirs')] } } });
  fire('app', 'mount', store);
  expect(fired).toEqual(['theirs']);
  expect(registered.tabs).toHaveLength(1);
});

test.each([
  ['has no such lists', {}],
  [
    'refuses them',
    {
      registerCustomTabs: () => {
        throw new Error('Invalid page type: overview');
      },
    },
  ],
  ['gives nothing', undefined],
])('an n8n that %s works as ever', async (_, store) => {
  const { fire, replaced } = await runMenu();
  expect(() => fire('app', 'mount', store)).not.toThrow();
  fire('main', 'routeChange', store, { to: { path: '/steward/', fullPath: '/steward/' } });
  expect(replaced).toEqual(['/steward/']);
});

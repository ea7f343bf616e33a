import { expect, test } from 'vitest';
import type { Me } from '../../../engine/index.ts';
import { Browser } from './test-browser.ts';
import { standalone } from './test-standalone.ts';

test('a person signs in at the provider, comes back to where they were, and is known', async () => {
  const { home, api, provider } = await standalone();
  const browser = new Browser();
  expect((await browser.send(`${api}/me`)).status).toBe(401);

  const page = await browser.open(`${home}/sign-in?redirect=${encodeURIComponent('/steward/ledger?stream=audit#7')}`);
  expect(page).toMatchObject({ status: 200, url: `${home}/ledger?stream=audit#7` });

  const me = JSON.parse((await browser.send(`${api}/me`)).text) as Me;
  expect(me).toEqual({
    id: `${provider.url}#ada`,
    email: 'ada@example.com',
    name: 'Ada Auditor',
    role: '',
    roles: ['reviewer', 'auditor'],
    permissions: ['journeys:read', 'ledger:read', 'ledger:inputs', 'ledger:export'],
    signedInBy: 'openid',
  });
});

import { expect, test } from 'vitest';
import { safeRedirect } from '../../../hub/src/people/sign-in/safe-redirect.ts';

const home = 'https://hub.example.com/steward';

test.each([
  '/steward/',
  '/steward/ledger',
  '/steward/ledger?stream=audit&step=A%20b#row-7',
  '/steward/j/refunds/tables/risk',
])('goes to %s', (wanted) => {
  expect(safeRedirect(wanted, home)).toBe(wanted);
});

test('goes to a whole address of its own', () => {
  expect(safeRedirect('https://hub.example.com/steward/ledger', home)).toBe('/steward/ledger');
});

test.each<[string, unknown]>([
  ['another host', 'https://evil.example/steward/'],
  ['another host without a scheme', '//evil.example/steward/'],
  ['another host behind backslashes', '/\\evil.example/steward/'],
  ['another host behind a tab', '/\t/evil.example/steward/'],
  ['another host behind credentials', 'https://hub.example.com@evil.example/steward/'],
  ['a host that begins alike', 'https://hub.example.com.evil.example/steward/'],
  ['another port', 'https://hub.example.com:8443/steward/'],
  ['another scheme', 'http://hub.example.com/steward/'],
  ['a script', 'javascript:alert(1)//steward/'],
  ['data', 'data:text/html,steward'],
  ['another application of the host', '/admin'],
  ['another application by dots', '/steward/../admin'],
  ['another application by encoded dots', '/steward/%2e%2e/admin'],
  ['one that begins alike', '/steward-admin/'],
  ['the sign-in itself', '/steward/sign-in?redirect=/steward/'],
  ['the end of a sign-in', '/steward/sign-in/callback?code=1'],
  ['the sign-out', '/steward/sign-out'],
  ['a relative address', 'ledger'],
  ['nothing', ''],
  ['none', undefined],
  ['several', ['/steward/ledger', 'https://evil.example/']],
  ['one without end', `/steward/${'x'.repeat(2_000)}`],
  ['no address at all', 'http://['],
])('goes to the first page instead of %s', (_, wanted) => {
  expect(safeRedirect(wanted, home)).toBe('/steward/');
});

test('keeps the folder that a proxy puts before the hub', () => {
  const behind = 'https://example.com/tools/steward';
  expect(safeRedirect('/tools/steward/ledger', behind)).toBe('/tools/steward/ledger');
  expect(safeRedirect('/steward/ledger', behind)).toBe('/tools/steward/');
});

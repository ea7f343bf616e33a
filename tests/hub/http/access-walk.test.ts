import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, anyValue, routesOf, titleOf, type Operation } from './openapi-document.ts';
import { callers, isRole, permissionsOfCaller, wholeHub, type Caller } from './whole-hub.ts';

let hub: Awaited<ReturnType<typeof wholeHub>>;
beforeAll(async () => {
  hub = await wholeHub();
});
afterAll(() => hub.close());

/** What the document says of a caller: let in, not known, or not allowed. */
function expected(caller: Caller, operation: Operation): 'in' | 401 | 403 {
  const needs = operation['x-needs'];
  if (needs === 'anyone') return 'in';
  if (caller === 'nobody') return 401;
  const only = operation['x-only'];
  if (only !== undefined && only !== (isRole(caller) ? 'person' : 'key')) return 403;
  return needs === 'signed-in' || permissionsOfCaller(caller).includes(needs) ? 'in' : 403;
}

test.each(callers)('%s gets in exactly where the document says so', async (caller) => {
  const routes = routesOf(hub.document);
  const outcomes: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const route of routes) {
    const answer = await hub.app.inject({
      method: route.method,
      url: addressOf(route, anyValue),
      headers: { 'x-test-caller': caller },
      // Whoever is let in is told that this is no body.
      ...(route.operation.requestBody && { payload: [] }),
    });
    outcomes[titleOf(route)] = [401, 403].includes(answer.statusCode) ? answer.statusCode : 'in';
    wanted[titleOf(route)] = expected(caller, route.operation);
    expect(answer.statusCode).toBeLessThan(500);
  }
  expect(outcomes).toEqual(wanted);
});

test('every permission opens something, and every route that changes something needs more than a sign-in', () => {
  const routes = routesOf(hub.document);
  const open = routes.filter(
    ({ method, operation }) => method !== 'GET' && /^(?:anyone|signed-in)$/.test(operation['x-needs']),
  );
  expect(open.map(titleOf)).toEqual([]);
});

test('a key that is wrong gets in nowhere, and is told so', async () => {
  for (const route of routesOf(hub.document).filter(({ operation }) => operation['x-needs'] !== 'anyone')) {
    const headers = { authorization: `Bearer stw_abcdefghijkl_${'A'.repeat(43)}` };
    const answer = await hub.app.inject({ method: route.method, url: addressOf(route, anyValue), headers });
    expect([titleOf(route), answer.statusCode, answer.headers['www-authenticate']]).toEqual([
      titleOf(route),
      401,
      expect.stringContaining('Bearer'),
    ]);
  }
});

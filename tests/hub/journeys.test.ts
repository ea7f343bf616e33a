import { expect, test } from 'vitest';
import type { JourneySummary, StoredJourney } from '../../engine/index.ts';
import { journey, problemOf, startOfTime, testHub } from './test-hub.ts';

test('says who is signed in', async () => {
  const { send } = await testHub();
  const answer = await send('GET', '/me');
  expect(answer.json()).toMatchObject({
    id: 'u1',
    email: 'olive@example.com',
    name: 'Olive Owner',
    role: 'global:owner',
    roles: ['designer', 'publisher', 'data-steward', 'administrator', 'auditor'],
    signedInBy: 'n8n',
  });
});

test('keeps a journey and gives it back unchanged', async () => {
  const { send } = await testHub();
  const document = journey({
    description: 'Ünïcode ✓',
    workflow: { members: { pinData: { a: [{ json: { b: null } }] } } },
  });
  const created = await send('POST', '/journeys', { document });
  expect(created.statusCode).toBe(201);
  expect(created.headers['etag']).toBe('"1"');

  const read = await send('GET', '/journeys/refunds');
  expect(read.headers['etag']).toBe('"1"');
  expect(read.json()).toEqual({
    document,
    revision: 1,
    updatedAt: new Date(startOfTime).toISOString(),
    updatedBy: 'Olive Owner',
    publication: null,
  });
});

test('keeps a draft that is incomplete in meaning', async () => {
  const { send } = await testHub();
  const document = journey({
    links: [{ id: 'l', from: { step: 'gone', port: 'out' }, to: { step: 'gone', port: 'in' } }],
  });
  expect((await send('POST', '/journeys', { document })).statusCode).toBe(201);
});

test('lists journeys, last changed first', async () => {
  const { send, clock } = await testHub();
  await send('POST', '/journeys', { document: journey({ id: 'a', name: 'First' }) });
  clock.time += 1000;
  await send('POST', '/journeys', { document: journey({ id: 'b', name: 'Second' }) });
  clock.time += 1000;
  await send('PUT', '/journeys/a', { document: journey({ id: 'a', name: 'First, changed' }) }, { 'if-match': '"1"' });

  const list = (await send('GET', '/journeys')).json<JourneySummary[]>();
  expect(list.map(({ id, name, revision }) => [id, name, revision])).toEqual([
    ['a', 'First, changed', 2],
    ['b', 'Second', 1],
  ]);
  expect(list[0]).toMatchObject({ stepCount: 2, tableCount: 0, publication: null, updatedBy: 'Olive Owner' });
});

test('refuses a second journey with the same id', async () => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const answer = await send('POST', '/journeys', { document: journey({ name: 'Other' }) });
  expect(answer.statusCode).toBe(409);
  expect(problemOf(answer).code).toBe('journey_exists');
  expect((await send('GET', '/journeys/refunds')).json<StoredJourney>().document.name).toBe('Refunds');
});

test.each([
  ['empty', ''],
  ['longer than an address takes', 'x'.repeat(201)],
  ['what browsers take for a folder', '.'],
  ['what browsers take for the folder above', '..'],
  ['half a character', '\ud800'],
])('refuses an id under which no address would find the journey: %s', async (_, id) => {
  const { send } = await testHub();
  const answer = await send('POST', '/journeys', { document: journey({ id }) });
  expect(problemOf(answer)).toMatchObject({ code: 'invalid_journey', issues: [{ path: ['id'] }] });
});

test.each(['a b', 'a/b', 'a.b', 'a%2Fb', 'a?b#c', 'ü'.repeat(200), '\u{1d11e}', '__proto__', 'a\nb', '"1"'])(
  'the id %j is found, saved and deleted by its address',
  async (id) => {
    const { send } = await testHub();
    const at = `/journeys/${encodeURIComponent(id)}`;
    expect((await send('POST', '/journeys', { document: journey({ id }) })).statusCode).toBe(201);
    expect((await send('GET', at)).json<StoredJourney>().document.id).toBe(id);
    const saved = await send('PUT', at, { document: journey({ id, name: 'New' }) }, { 'if-match': '"1"' });
    expect(saved.statusCode).toBe(200);
    expect((await send('DELETE', at, undefined, { 'if-match': '"2"' })).statusCode).toBe(204);
  },
);

test('a save counts the revision up', async () => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const saved = await send('PUT', '/journeys/refunds', { document: journey({ name: 'New' }) }, { 'if-match': '"1"' });
  expect(saved.statusCode).toBe(200);
  expect(saved.headers['etag']).toBe('"2"');
  expect(saved.json<StoredJourney>()).toMatchObject({ revision: 2, document: { name: 'New' } });
});

test('of two saves that started from the same revision, the second is refused and changes nothing', async () => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const [one, two] = await Promise.all(
    ['One', 'Two'].map((name) =>
      send('PUT', '/journeys/refunds', { document: journey({ name }) }, { 'if-match': '"1"' }),
    ),
  );
  expect([one?.statusCode, two?.statusCode].sort()).toEqual([200, 412]);
  const refused = one?.statusCode === 412 ? one : two;
  expect(refused && problemOf(refused)).toMatchObject({ code: 'revision_conflict', params: { current: 2 } });
  const winner = one?.statusCode === 200 ? 'One' : 'Two';
  expect((await send('GET', '/journeys/refunds')).json<StoredJourney>().document.name).toBe(winner);
});

test.each([
  ['no If-Match', {}, 428, 'revision_required'],
  ['a tag that is no revision', { 'if-match': '"abc"' }, 400, 'invalid_if_match'],
  ['any revision', { 'if-match': '*' }, 400, 'invalid_if_match'],
  ['two revisions', { 'if-match': '"1", "2"' }, 400, 'invalid_if_match'],
])('refuses to save or remove with %s', async (_, headers, status, code) => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  for (const method of ['PUT', 'DELETE'] as const) {
    const answer = await send(
      method,
      '/journeys/refunds',
      method === 'PUT' ? { document: journey() } : undefined,
      headers,
    );
    expect([answer.statusCode, problemOf(answer).code]).toEqual([status, code]);
  }
});

test('takes a tag that a proxy has made weak', async () => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const saved = await send('PUT', '/journeys/refunds', { document: journey() }, { 'if-match': 'W/"1"' });
  expect(saved.statusCode).toBe(200);
});

test('refuses a document whose id is not the one in the address', async () => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const answer = await send('PUT', '/journeys/refunds', { document: journey({ id: 'other' }) }, { 'if-match': '"1"' });
  expect(answer.statusCode).toBe(422);
  expect(problemOf(answer).issues).toEqual([
    { code: 'journey_id_mismatch', path: ['id'], message: 'The id in the document is not the one in the address.' },
  ]);
});

test('refuses a malformed document with its issues in words, and keeps what it has', async () => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const bad = { ...journey(), steps: [{ id: 'x' }] };
  const answer = await send('PUT', '/journeys/refunds', { document: bad }, { 'if-match': '"1"' });
  expect(answer.statusCode).toBe(422);
  const { code, issues } = problemOf(answer);
  expect(code).toBe('invalid_journey');
  expect(issues?.length).toBeGreaterThan(0);
  for (const issue of issues ?? []) {
    expect(issue.path.slice(0, 2)).toEqual(['steps', 0]);
    expect(issue.message).toMatch(/\w+ \w+/);
  }
  expect((await send('GET', '/journeys/refunds')).json<StoredJourney>()).toMatchObject({
    document: journey(),
    revision: 1,
  });
});

test('removes a journey with its samples', async () => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  await send('PUT', '/journeys/refunds/samples', { name: 'June', customers: [{ amount: 1 }] });
  expect((await send('DELETE', '/journeys/refunds', undefined, { 'if-match': '"2"' })).statusCode).toBe(412);
  const removed = await send('DELETE', '/journeys/refunds', undefined, { 'if-match': '"1"' });
  expect([removed.statusCode, removed.body]).toEqual([204, '']);
  expect((await send('GET', '/journeys/refunds')).statusCode).toBe(404);

  await send('POST', '/journeys', { document: journey() });
  expect((await send('GET', '/journeys/refunds/samples')).json()).toEqual({ name: '', customers: [] });
});

test('keeps samples', async () => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const samples = { name: 'June', customers: [{ amount: 12.5, tags: ['vip'], nested: { a: null } }, {}] };
  expect((await send('PUT', '/journeys/refunds/samples', samples)).json()).toEqual(samples);
  expect((await send('GET', '/journeys/refunds/samples')).json()).toEqual(samples);
  const fewer = { name: 'July', customers: [] };
  await send('PUT', '/journeys/refunds/samples', fewer);
  expect((await send('GET', '/journeys/refunds/samples')).json()).toEqual(fewer);
});

test.each([
  ['a customer that is no object', { name: 'x', customers: [1] }, ['customers', 0], 'schema_type'],
  ['no name', { customers: [] }, ['name'], 'schema_required'],
  ['an unknown member', { name: 'x', customers: [], more: 1 }, [], 'schema_additional_properties'],
  ['a number for a name', { name: 7, customers: [] }, ['name'], 'schema_type'],
])('refuses samples with %s', async (_, samples, path, code) => {
  const { send } = await testHub();
  await send('POST', '/journeys', { document: journey() });
  const answer = await send('PUT', '/journeys/refunds/samples', samples);
  expect(answer.statusCode).toBe(400);
  expect(problemOf(answer).issues?.[0]).toMatchObject({ path, code });
});

test.each([
  ['GET', '/journeys/nothing', undefined],
  ['PUT', '/journeys/nothing', { document: journey({ id: 'nothing' }) }],
  ['DELETE', '/journeys/nothing', undefined],
  ['GET', '/journeys/nothing/samples', undefined],
  ['PUT', '/journeys/nothing/samples', { name: '', customers: [] }],
  ['POST', '/journeys/nothing/publish', { revision: 1 }],
  ['GET', '/journeys/nothing/n8n-workflow', undefined],
] as const)('%s %s says that there is no such journey', async (method, url, body) => {
  const { send } = await testHub();
  const answer = await send(method, url, body, { 'if-match': '"1"' });
  expect([answer.statusCode, problemOf(answer).code]).toEqual([404, 'journey_not_found']);
});

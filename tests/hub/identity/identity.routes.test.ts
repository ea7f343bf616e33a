import { expect, test } from 'vitest';
import { permissionsOf, rankingTable, type KeyScope, type MatchAnswer, type Role } from '../../../engine/index.ts';
import { identityPart } from '../../../hub/src/identity/identity.part.ts';
import type { AccessPorts } from '../../../hub/src/people/access.ts';
import { problemOf, testHub } from '../test-hub.ts';
import { ada, asking, bruno, customer, testIdentity } from './test-identity.ts';

/** Whom the next request is sent by. */
type Sender = Role | KeyScope;

/** A hub with the identity graph; every answer is held against the OpenAPI document. */
async function identityHub() {
  const opened = await testIdentity();
  let sender: Sender = 'data-steward';
  const identify: AccessPorts['identify'] = async () => {
    if (sender.includes(':')) {
      const permissions = [sender as KeyScope];
      return { kind: 'key', id: 'testkey00001', name: 'Workers', permissions, expiresAt: null };
    }
    const roles = [sender as Role];
    const person = { id: 'u1', email: 'olive@example.com', name: 'Olive Owner', role: '', roles };
    return {
      kind: 'person',
      person: { ...person, permissions: permissionsOf(roles), signedInBy: 'openid' },
      n8nSession: null,
    };
  };
  const hub = await testHub({ identify, parts: [identityPart(opened.identity)] });
  const send = (as: Sender, ...request: Parameters<typeof hub.send>) => {
    sender = as;
    return hub.send(...request);
  };
  const match = async (...records: ReturnType<typeof customer>[]): Promise<MatchAnswer> => {
    const answer = await send('identity:match', 'POST', '/identity/match', asking(records));
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };
  return { ...opened, hub, send, match };
}

const namesake = { given_name: 'Ada', family_name: 'Kowalczyk' };

test('a machine asks, a steward looks, answers, merges, splits and takes back', async () => {
  const { send, match } = await identityHub();
  const { records } = await match(customer('1', ada), customer('2', bruno), customer('9', namesake));
  expect(records.map(({ decision }) => decision)).toEqual(['new', 'new', 'ask']);
  const [adas, brunos, doubtful] = records;

  const reviews = (await send('data-steward', 'GET', '/identity/reviews?state=open&limit=10')).json();
  expect(reviews).toMatchObject({ open: 1, next: null, reviews: [{ id: doubtful?.reviewId }] });
  const { seen } = (await send('data-steward', 'GET', `/identity/reviews/${doubtful?.reviewId}`)).json();
  const answers = `/identity/reviews/${doubtful?.reviewId}/answers`;
  const answered = await send('data-steward', 'POST', answers, { same: 'yes', reason: 'called her', seen });
  expect(answered.json()).toMatchObject({
    change: { kind: 'answered' },
    profiles: [{ id: adas?.profileId, records: 2 }],
  });
  const again = await send('data-steward', 'POST', answers, { same: 'no', reason: 'called her', seen });
  expect([again.statusCode, problemOf(again).code]).toEqual([409, 'review_answered']);

  const merge = { profiles: [brunos?.profileId, adas?.profileId], reason: 'by mistake' };
  const merged = (await send('data-steward', 'POST', '/identity/merges', merge)).json();
  const undo = await send('data-steward', 'POST', `/identity/changes/${merged.change.id}/undo`, { reason: 'back' });
  expect(undo.json()).toMatchObject({ change: { kind: 'undone', undoable: true } });

  const profile = (await send('data-steward', 'GET', `/identity/profiles/${adas?.profileId}`)).json();
  const split = await send('data-steward', 'POST', `/identity/profiles/${adas?.profileId}/split`, {
    records: [profile.members[1].recordId],
    reason: 'after all two',
  });
  expect(split.json()).toMatchObject({ change: { kind: 'split' } });
  const found = await send('data-steward', 'POST', '/identity/profiles/search', { query: 'KOWAL', kind: 'person' });
  expect(found.json().profiles).toHaveLength(2);
});

test('pages of profiles and answers follow one another', async () => {
  const { send, match } = await identityHub();
  await match(
    ...['Aalto', 'Bexley', 'Czerny'].map((name) =>
      customer(name, { ...bruno, family_name: name, email: '', given_name: name }),
    ),
  );
  const titles: string[] = [];
  for (let before: string | null | undefined; before !== null;) {
    const page = await send('data-steward', 'POST', '/identity/profiles/search', {
      limit: 1,
      ...(before && { before }),
    });
    titles.push(...page.json().profiles.map(({ title }: { title: string }) => title));
    before = page.json().next;
  }
  expect(titles).toHaveLength(new Set(titles).size);
  for (const before of ['x', Buffer.from('{"changedAt":1}').toString('base64url')]) {
    const answer = await send('data-steward', 'POST', '/identity/profiles/search', { before });
    expect([answer.statusCode, problemOf(answer).code]).toEqual([400, 'invalid_request']);
    expect((await send('data-steward', 'GET', `/identity/reviews?state=answered&before=${before}`)).statusCode).toBe(
      400,
    );
  }
});

test('a policy is put over the revision that was read', async () => {
  const { send } = await identityHub();
  const read = await send('data-steward', 'GET', '/identity/policy?kind=company');
  expect(read.headers['etag']).toBe('"1"');
  const { model, survivorship } = read.json();
  const change = { model, survivorship, apply: 'from-now', reason: 'as it was' };
  const put = (headers: object) => send('data-steward', 'PUT', '/identity/policy?kind=company', change, headers);
  expect(problemOf(await put({})).code).toBe('revision_required');
  expect(problemOf(await put({ 'if-match': '"7"' })).code).toBe('revision_conflict');
  const done = await put({ 'if-match': '"1"' });
  expect([done.statusCode, done.headers['etag'], done.json().revision]).toEqual([200, '"2"', 2]);
  const revisions = (await send('data-steward', 'GET', '/identity/policy/revisions?kind=company')).json();
  expect(revisions.map(({ revision }: { revision: number }) => revision)).toEqual([2, 1]);
  const wrong = { ...change, model: { ...model, comparisons: [] } };
  const refused = await send('data-steward', 'PUT', '/identity/policy?kind=company', wrong, { 'if-match': '"2"' });
  expect([refused.statusCode, problemOf(refused).code]).toEqual([422, 'invalid_identity_model']);
  const ranked = (table: object) => ({
    ...change,
    survivorship: { otherwise: { by: 'most-recent' }, fields: { email: { by: 'table', table } } },
  });
  const unranked = ranked({ ...rankingTable(), outputs: [{ id: 'place', name: 'Place', type: 'number' }], rows: [] });
  for (const body of [unranked, ranked({}), ranked({ rows: 1 })]) {
    const answer = await send('data-steward', 'PUT', '/identity/policy?kind=company', body, { 'if-match': '"2"' });
    expect([answer.statusCode, problemOf(answer).code]).toEqual([422, 'invalid_survivorship']);
  }
  const taken = ranked(rankingTable());
  const stored = await send('data-steward', 'PUT', '/identity/policy?kind=company', taken, { 'if-match': '"2"' });
  expect(stored.json()).toMatchObject({ revision: 3, survivorship: taken.survivorship });
  expect((await send('data-steward', 'POST', '/identity/policy/simulations', { model })).json()).toMatchObject({
    profiles: 0,
    wouldSplit: { count: 0 },
  });
  expect((await send('data-steward', 'POST', '/identity/policy/trainings', { kind: 'company' })).statusCode).toBe(200);
});

test('an administrator erases and cannot look; a steward looks and cannot erase', async () => {
  const { send, match } = await identityHub();
  const { records } = await match(customer('1', ada));
  const profileId = records[0]?.profileId;
  const erasure = { profileId, reason: 'asked by letter' };
  expect((await send('data-steward', 'POST', '/identity/erasures', erasure)).statusCode).toBe(403);
  expect((await send('administrator', 'GET', `/identity/profiles/${profileId}`)).statusCode).toBe(403);
  const erased = await send('administrator', 'POST', '/identity/erasures', erasure);
  expect(erased.json()).toMatchObject({ profileId, records: 1, recorded: { stream: 'audit' } });
  const gone = await send('data-steward', 'GET', `/identity/profiles/${profileId}`);
  expect([gone.statusCode, problemOf(gone).code]).toEqual([410, 'profile_erased']);
});

test.each([
  ['a cell of megabytes', { values: { email: 'x'.repeat(5_000) } }],
  ['no id', { id: '' }],
  ['a value that is no text', { values: { email: 5 } }],
])('refuses %s', async (_, changes) => {
  const { send } = await identityHub();
  const body = { records: [{ ...customer('1', ada), ...changes }], keep: 'new-and-known' };
  const answer = await send('identity:match', 'POST', '/identity/match', body);
  expect([answer.statusCode, problemOf(answer).code]).toEqual([400, 'invalid_request']);
});

test('no line of the log holds anything of a customer', async () => {
  const { send, match, hub } = await identityHub();
  await match(customer('1', ada));
  await send('data-steward', 'POST', '/identity/profiles/search', { query: 'kowalczyk' });
  await send('identity:match', 'POST', '/identity/match', {
    records: [{ ...customer('2', ada), more: ada }],
    keep: 'no',
  });
  expect(hub.logLines.length).toBeGreaterThan(2);
  expect(hub.logLines.join('')).not.toMatch(/kowalczyk|lindenstrasse|example\.com/i);
});

import { expect, test } from 'vitest';
import { rolePermissions, roles, type Person, type Role } from '../../../engine/index.ts';
import { peopleOver, type ArrivingPerson } from '../../../hub/src/people/people.ts';
import { peopleRoutes } from '../../../hub/src/people/people.routes.ts';
import { rolesInN8n } from '../../../hub/src/people/n8n-people.ts';
import { problemOf } from '../test-hub.ts';
import { memoryPeople } from './memory-stores.ts';
import { apiOf, personByHeader, testWorld } from './test-people.ts';

const hourMs = 3_600_000;
const admin = { as: 'administrator' };

const olive: ArrivingPerson = {
  id: 'u1',
  name: 'Olive Owner',
  email: 'olive@example.com',
  signedInBy: 'n8n',
  givenRoles: ['designer', 'publisher', 'data-steward', 'administrator', 'auditor'],
};
const max: ArrivingPerson = {
  id: 'u2',
  name: 'Max Member',
  email: 'max@example.com',
  signedInBy: 'n8n',
  givenRoles: ['designer', 'publisher'],
};

async function peopleHub(administrators: string[] = []) {
  const world = testWorld();
  const store = memoryPeople();
  const people = peopleOver({ people: store, now: world.now, record: (event) => world.record(event), administrators });
  const app = await apiOf([personByHeader], (scope) => peopleRoutes(scope, { people }));
  const grant = (id: string, granted: unknown) =>
    app.inject({
      method: 'PUT',
      url: `/people/${encodeURIComponent(id)}/roles`,
      headers: admin,
      payload: { roles: granted },
    });
  return { world, store, people, app, grant };
}

test.each<[string, Role[]]>([
  ['global:owner', ['designer', 'publisher', 'data-steward', 'administrator', 'auditor']],
  ['global:admin', ['designer', 'publisher', 'data-steward', 'administrator', 'auditor']],
  ['global:member', ['designer', 'publisher']],
  ['global:chatUser', ['designer', 'publisher']],
  ['a role of the company’s own', ['designer', 'publisher']],
])('%s of n8n is %j to begin with', (role, expected) => {
  expect(rolesInN8n({ role })).toEqual(expected);
});

test.each<[string, Partial<ArrivingPerson>, Role[] | null, Role[]]>([
  ['those given, without a grant', { givenRoles: ['designer'] }, null, ['designer']],
  ['those granted, and none of those given', { givenRoles: ['designer', 'administrator'] }, ['auditor'], ['auditor']],
  ['none, when none are granted', { givenRoles: ['designer', 'administrator'] }, [], []],
  ['in one order, each once', { givenRoles: ['auditor', 'designer', 'auditor'] }, null, ['designer', 'auditor']],
  ['administrator by the setting', { signedInBy: 'openid', email: 'Boss@Example.com' }, null, ['administrator']],
  [
    'administrator by the setting, whatever is granted',
    { signedInBy: 'openid', email: 'boss@example.com' },
    [],
    ['administrator'],
  ],
  ['no administrator by an address that n8n says', { signedInBy: 'n8n', email: 'boss@example.com' }, null, []],
  ['no administrator by an address that is not verified', { signedInBy: 'openid', email: '' }, null, []],
  ['no administrator by a similar address', { signedInBy: 'openid', email: 'boss@example.com.evil.example' }, null, []],
])('roles in force: %s', async (_, changes, grantedRoles, expected) => {
  const { people } = await peopleHub(['boss@example.com', '']);
  const person = { ...max, email: '', givenRoles: [], ...changes, grantedRoles };
  expect(people.rolesInForce(person)).toEqual(expected);
});

test('a person is written when first seen, when something changed, and once an hour', async () => {
  const { people, store, world } = await peopleHub();
  const arrivals: [number, ArrivingPerson, number][] = [
    [0, olive, 1],
    [1_000, olive, 1],
    [hourMs - 1_001, olive, 1],
    [1, olive, 2],
    [1, { ...olive, name: 'Olive Other' }, 3],
    [1, { ...olive, name: 'Olive Other', email: 'o@example.com' }, 4],
    [1, { ...olive, name: 'Olive Other', email: 'o@example.com', givenRoles: ['designer'] }, 5],
    [1, { ...olive, name: 'Olive Other', email: 'o@example.com', givenRoles: ['designer'] }, 5],
  ];
  for (const [laterMs, person, writes] of arrivals) {
    world.time += laterMs;
    await people.arrive(person);
    expect(store.writes).toBe(writes);
  }
});

test('arriving keeps what was granted, and gives it', async () => {
  const { people, grant } = await peopleHub();
  await people.arrive(olive);
  await people.arrive(max);
  await grant('u2', ['reviewer']);
  expect(await people.arrive({ ...max, name: 'Maxine Member' })).toEqual(['reviewer']);
});

test('everybody who was seen, by name, with the roles in force', async () => {
  const { people, app, grant } = await peopleHub();
  await people.arrive(olive);
  await people.arrive(max);
  await grant('u2', ['auditor', 'reviewer']);
  const answer = await app.inject({ url: '/people', headers: admin });
  expect(answer.json<Person[]>()).toEqual([
    {
      id: 'u2',
      name: 'Max Member',
      email: 'max@example.com',
      signedInBy: 'n8n',
      grantedRoles: ['reviewer', 'auditor'],
      roles: ['reviewer', 'auditor'],
      lastSeenAt: '2026-11-22T09:00:00.000Z',
    },
    {
      id: 'u1',
      name: 'Olive Owner',
      email: 'olive@example.com',
      signedInBy: 'n8n',
      grantedRoles: null,
      roles: olive.givenRoles,
      lastSeenAt: '2026-11-22T09:00:00.000Z',
    },
  ]);
});

test('a grant is recorded before it holds, says what it replaces, and can be taken back', async () => {
  const { people, grant, world } = await peopleHub();
  await people.arrive(olive);
  await people.arrive(max);
  expect((await grant('u2', ['auditor'])).json()).toMatchObject({ grantedRoles: ['auditor'], roles: ['auditor'] });
  expect((await grant('u2', null)).json()).toMatchObject({ grantedRoles: null, roles: ['designer', 'publisher'] });
  const common = { kind: 'roles-changed', at: '2026-11-22T09:00:00.000Z', actor: { id: 'ada', name: 'Ada Admin' } };
  expect(world.events).toMatchObject([
    { ...common, details: { person: 'u2', from: null, to: ['auditor'] } },
    { ...common, details: { person: 'u2', from: ['auditor'], to: null } },
  ]);
});

test('a grant that changes nothing is not recorded', async () => {
  const { people, grant, world } = await peopleHub();
  await people.arrive(olive);
  await people.arrive(max);
  await grant('u2', null);
  await grant('u2', ['reviewer', 'auditor']);
  await grant('u2', ['auditor', 'reviewer']);
  expect(world.events).toHaveLength(1);
});

test('no role is granted while the ledger is away', async () => {
  const { people, grant, world } = await peopleHub();
  await people.arrive(olive);
  await people.arrive(max);
  world.ledgerDown = true;
  expect((await grant('u2', ['administrator'])).statusCode).toBe(500);
  expect(await people.arrive(max)).toEqual(max.givenRoles);
});

test.each<[string, Role[] | null]>([
  ['granting them something else', ['designer']],
  ['granting them nothing', []],
])('the last administrator stays one: not by %s', async (_, granted) => {
  const { people, grant, world } = await peopleHub();
  await people.arrive(olive);
  await people.arrive(max);
  const answer = await grant('u1', granted);
  expect([answer.statusCode, problemOf(answer).code]).toEqual([409, 'last_administrator']);
  expect(await people.arrive(olive)).toEqual(olive.givenRoles);
  expect(world.events).toEqual([]);
});

test('the last administrator by a grant stays one when it is taken back', async () => {
  const { people, grant } = await peopleHub();
  await people.arrive(olive);
  await people.arrive(max);
  expect((await grant('u2', ['administrator'])).statusCode).toBe(200);
  expect((await grant('u1', ['auditor'])).statusCode).toBe(200);
  expect(problemOf(await grant('u2', null)).code).toBe('last_administrator');
});

test('of two administrators who leave at the same moment, one stays', async () => {
  const { people, grant } = await peopleHub();
  await people.arrive(olive);
  await people.arrive({ ...max, givenRoles: ['administrator'] });
  const answers = await Promise.all([grant('u1', []), grant('u2', [])]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 409]);
});

test('an administrator may keep the role while giving up others', async () => {
  const { people, grant } = await peopleHub();
  await people.arrive(olive);
  expect((await grant('u1', ['administrator'])).json()).toMatchObject({ roles: ['administrator'] });
});

test('nothing is granted to somebody whom the hub has never seen', async () => {
  const { grant } = await peopleHub();
  const answer = await grant('https://login.example.com#42', ['designer']);
  expect([answer.statusCode, problemOf(answer).code]).toEqual([404, 'person_not_found']);
});

test.each([['owner'], ['designer', 'designer'], 'designer', undefined, {}].map((granted) => [granted]))(
  'does not grant %j',
  async (granted) => {
    const { people, grant } = await peopleHub();
    await people.arrive(max);
    const answer = await grant('u2', granted);
    expect([answer.statusCode, problemOf(answer).code]).toEqual([400, 'invalid_request']);
  },
);

test.each(roles)('who manages people: %s', async (role) => {
  const { app, people } = await peopleHub();
  await people.arrive(max);
  const expected = rolePermissions[role].includes('people:manage') ? 200 : 403;
  expect(expected === 200).toBe(role === 'administrator');
  const headers = { as: role };
  expect((await app.inject({ url: '/people', headers })).statusCode).toBe(expected);
  const change = await app.inject({ method: 'PUT', url: '/people/u2/roles', headers, payload: { roles: [] } });
  expect(change.statusCode).toBe(expected);
});

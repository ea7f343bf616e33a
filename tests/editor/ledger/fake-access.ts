import { permissionsOf, type ApiKey, type NewApiKey, type Person, type Role } from '../../../engine/index.ts';

export interface FakeAccessOptions {
  keys?: ApiKey[];
  people?: Person[];
}

/** Keys as a hub has them after some weeks: in use, forgotten, revoked. */
export const sampleKeys: ApiKey[] = [
  {
    id: 'k4nz7q',
    name: 'n8n production',
    scopes: ['ledger:append'],
    createdAt: '2026-11-02T08:03:00.000Z',
    createdBy: 'Ada Lindqvist',
    expiresAt: '2027-11-02T08:03:00.000Z',
    revokedAt: null,
    lastUsedAt: '2026-11-22T13:39:00.000Z',
  },
  {
    id: 'm2xr8d',
    name: 'Prometheus',
    scopes: ['metrics:read'],
    createdAt: '2026-11-03T10:12:00.000Z',
    createdBy: 'Ada Lindqvist',
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: '2026-11-22T13:39:00.000Z',
  },
  {
    id: 'q7ht1c',
    name: 'Archive, every night',
    scopes: ['ledger:read', 'ledger:export'],
    createdAt: '2026-09-01T06:00:00.000Z',
    createdBy: 'Jonas Brandt',
    expiresAt: '2026-11-25T06:00:00.000Z',
    revokedAt: null,
    lastUsedAt: null,
  },
  {
    id: 'z1pw5v',
    name: 'Old test workflow',
    scopes: ['ledger:append', 'ledger:read'],
    createdAt: '2026-08-14T15:40:00.000Z',
    createdBy: 'Jonas Brandt',
    expiresAt: null,
    revokedAt: '2026-10-01T09:00:00.000Z',
    lastUsedAt: '2026-09-30T22:10:00.000Z',
  },
];

const person = (
  id: string,
  name: string,
  email: string,
  own: Role[],
  granted: Role[] | null,
  lastSeenAt: string,
): Person => ({
  id,
  name,
  email,
  signedInBy: 'n8n',
  grantedRoles: granted,
  roles: granted ?? own,
  lastSeenAt,
});

const owner: Role[] = ['designer', 'publisher', 'data-steward', 'administrator', 'auditor'];
export const samplePeople: Person[] = [
  person('u1', 'Ada Lindqvist', 'ada@example.com', owner, null, '2026-11-22T13:38:00.000Z'),
  person(
    'u2',
    'Jonas Brandt',
    'jonas@example.com',
    ['designer', 'publisher'],
    ['administrator'],
    '2026-11-22T09:12:00.000Z',
  ),
  person(
    'u3',
    'Mireille Okafor',
    'mireille@example.com',
    ['designer', 'publisher'],
    ['auditor', 'reviewer'],
    '2026-11-20T16:45:00.000Z',
  ),
  person('u4', 'Tomás Herrera', 'tomas@example.com', ['designer', 'publisher'], null, '2026-11-19T11:03:00.000Z'),
  person('u5', 'Wei Zhang', 'wei@example.com', ['designer', 'publisher'], [], '2026-10-02T08:00:00.000Z'),
];

/** The routes of people and API keys, in memory. */
export function createFakeAccess({ keys = sampleKeys, people = samplePeople }: FakeAccessOptions, now: string) {
  const held = keys.map((key) => ({ ...key }));
  const seen = people.map((one) => ({ ...one }));

  function handle(method: string, path: string, body: unknown): { status: number; body: unknown } | null {
    if (path === '/api-keys') return method === 'POST' ? create(body as NewApiKey) : { status: 200, body: held };
    if (path === '/people') return { status: 200, body: seen };
    const [, id] = /^\/api-keys\/(\w+)\/revoke$/.exec(path) ?? [];
    const key = held.find((one) => one.id === id);
    if (key) {
      key.revokedAt = now;
      return { status: 200, body: key };
    }
    const [, who] = /^\/people\/([^/]+)\/roles$/.exec(path) ?? [];
    const found = seen.find((one) => one.id === decodeURIComponent(who ?? ''));
    if (!found) return null;
    found.grantedRoles = (body as { roles: Role[] | null }).roles;
    found.roles = found.grantedRoles ?? ['designer', 'publisher'];
    return { status: 200, body: found };
  }

  function create({ name, scopes, expiresInDays }: NewApiKey) {
    const id = `n${held.length}ew7k`;
    const expiresAt =
      expiresInDays === null ? null : new Date(Date.parse(now) + expiresInDays * 86_400_000).toISOString();
    const apiKey: ApiKey = {
      id,
      name,
      scopes,
      createdAt: now,
      createdBy: 'Ada Lindqvist',
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
    };
    held.unshift(apiKey);
    return { status: 201, body: { apiKey, text: `stw_${id}_c2FtcGxlLXNlY3JldC1mb3ItdGVzdHMtb25seQ` } };
  }

  return { handle, keys: held, people: seen };
}

/** What somebody with these roles may do, for a `Me` of a test. */
export function meWith<M extends { roles: Role[] }>(me: M, roles: Role[]): M & { roles: Role[] } {
  return { ...me, roles, permissions: permissionsOf(roles) };
}

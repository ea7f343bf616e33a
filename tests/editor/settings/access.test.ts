import { describe, expect, it } from 'vitest';
import { permissionsOf, roles, type ApiKey } from '../../../engine/index.ts';
import { createAccessApi } from '../../../editor/src/app/access-api.ts';
import { mayUse, pages } from '../../../editor/src/app/pages.ts';
import { keyState } from '../../../editor/src/settings/key-state.ts';
import { roleInWords } from '../../../editor/src/settings/role-in-words.ts';
import { createFakeHub } from '../fake-hub.ts';
import { sampleKeys } from '../ledger/fake-access.ts';

const key = sampleKeys[0] as ApiKey;
const now = Date.parse('2026-11-22T12:00:00Z');

describe('the state of an API key', () => {
  it.each<[Partial<ApiKey>, string, boolean]>([
    [{}, 'In force', true],
    [{ expiresAt: null }, 'In force, no end', true],
    [{ expiresAt: '2026-11-25T12:00:00Z' }, 'Ends in 3 days', true],
    [{ expiresAt: '2026-11-22T20:00:00Z' }, 'Ends within a day', true],
    [{ expiresAt: '2026-11-22T12:00:00Z' }, 'Expired', false],
    [{ expiresAt: null, revokedAt: '2026-11-01T00:00:00Z' }, 'Revoked', false],
  ])('with %j is %s', (change, label, works) => {
    expect(keyState({ ...key, ...change }, now)).toMatchObject({ label, works });
  });
});

describe('the pages', () => {
  const idsFor = (session: Parameters<typeof mayUse>[1]) =>
    pages.filter((page) => mayUse(page, session)).map(({ id }) => id);

  it('are for nobody but one when nobody is signed in', () => {
    expect(idsFor('out')).toEqual(['receipt']);
  });

  it('of keys and people are for administrators alone', () => {
    for (const role of roles) {
      const ids = idsFor({ permissions: permissionsOf([role]) });
      expect(ids.includes('keys') && ids.includes('people')).toBe(role === 'administrator');
      expect(ids).toContain('ledger');
    }
  });

  it('of keys do not flash up while nobody has said who is signed in', () => {
    expect(idsFor('unknown')).not.toContain('keys');
    expect(idsFor('unknown')).toContain('ledger');
  });

  it('are few for somebody without a role', () => {
    expect(idsFor({ permissions: [] })).toEqual(['receipt', 'design']);
  });
});

describe('what a role may do', () => {
  it.each(roles)('%s is one sentence', (role) => {
    expect(roleInWords(role)).toMatch(/^May .+\.$/);
    expect(roleInWords(role)).not.toContain('undefined');
  });
});

describe('people and keys of a hub', () => {
  it('are changed by their ids, whatever stands in them', async () => {
    const people = [{ id: 'https://id.example#7/8', name: 'Wei', email: '', signedInBy: 'openid' as const }].map(
      (one) => ({
        ...one,
        grantedRoles: null,
        roles: [],
        lastSeenAt: '2026-11-22T12:00:00Z',
      }),
    );
    const hub = createFakeHub({ access: { people } });
    const { fetch } = hub;
    const api = createAccessApi({ fetch, browserId: () => 'b1', onSignedOut: () => undefined, apiBase: '/api/v1' });
    expect(await api.setRoles('https://id.example#7/8', ['auditor'])).toMatchObject({ roles: ['auditor'] });
    expect((await api.createKey({ name: 'n', scopes: ['ledger:append'], expiresInDays: 90 })).text).toMatch(/^stw_/);
    expect((await api.revokeKey('k4nz7q')).revokedAt).not.toBeNull();
  });
});

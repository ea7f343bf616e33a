import { expect, test } from 'vitest';
import type { SeenPerson, StoredApiKey } from '../../hub/src/people/people.stores.ts';
import type { WrappedSecret } from '../../hub/src/secrets/secret.store.ts';
import { at, sha256 } from './ledger-rows.ts';
import type { StoreContract } from './store-under-test.ts';

const secret = (name: string, changes: Partial<WrappedSecret> = {}): WrappedSecret => ({
  name,
  wrapped: Uint8Array.from([0, 1, 2, 255]),
  masterKeyId: 'master-1',
  publicPart: '',
  createdAt: at(0),
  retiredAt: null,
  ...changes,
});

const key = (id: string, changes: Partial<StoredApiKey> = {}): StoredApiKey => ({
  id,
  name: `Key ${id}`,
  scopes: ['ledger:append', 'ledger:read'],
  createdAt: at(1),
  createdBy: 'person:u1',
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
  secretHash: sha256(id),
  ...changes,
});

const person = (id: string, changes: Partial<SeenPerson> = {}): SeenPerson => ({
  id,
  name: `Person ${id}`,
  email: `${id}@example.com`,
  signedInBy: 'n8n',
  givenRoles: ['designer'],
  lastSeenAt: at(1),
  ...changes,
});

/** Secrets, keys, people, sessions, and who may publish. */
export const accessContract: StoreContract = (under) => {
  test('of two hubs that make the same secret at once, both keep the first', async () => {
    const stores = [under().storage, await under().another()];
    const kept = await Promise.all(
      stores.map(({ secrets }, index) => secrets.putIfAbsent(secret('lookup', { wrapped: Uint8Array.of(index) }))),
    );
    expect(kept[0]).toEqual(kept[1]);
    expect(await under().storage.secrets.all()).toEqual([kept[0]]);
  });

  test('wraps all secrets anew or none', async () => {
    const { secrets } = under().storage;
    for (const name of ['session', 'lookup']) await secrets.putIfAbsent(secret(name, { publicPart: `public ${name}` }));
    const anew = (name: string) => ({ name, wrapped: Uint8Array.of(9), masterKeyId: 'master-2' });
    await expect(secrets.rewrap([anew('lookup'), anew('none')])).rejects.toThrow('no secret named none');
    expect((await secrets.all()).map(({ masterKeyId }) => masterKeyId)).toEqual(['master-1', 'master-1']);
    await secrets.rewrap([anew('lookup'), anew('session')]);
    expect(await secrets.all()).toEqual([
      secret('lookup', { ...anew('lookup'), publicPart: 'public lookup' }),
      secret('session', { ...anew('session'), publicPart: 'public session' }),
    ]);
  });

  test('a secret is retired once', async () => {
    const { secrets } = under().storage;
    await secrets.putIfAbsent(secret('signing:1'));
    await secrets.retire('signing:1', at(5));
    await secrets.retire('signing:1', at(9));
    await secrets.retire('none', at(9));
    expect(await secrets.all()).toEqual([secret('signing:1', { retiredAt: at(5) })]);
  });

  test('lists API keys last made first, without the hashes', async () => {
    const { apiKeys } = under().storage;
    const { secretHash: _, ...shown } = key('b', { createdAt: at(2), expiresAt: at(99) });
    await apiKeys.add(key('a'));
    await apiKeys.add(key('b', { createdAt: at(2), expiresAt: at(99) }));
    expect((await apiKeys.list()).map(({ id }) => id)).toEqual(['b', 'a']);
    expect((await apiKeys.list())[0]).toEqual(shown);
    expect(await apiKeys.get('a')).toEqual(key('a'));
    expect(await apiKeys.get('none')).toBeNull();
    await expect(apiKeys.add(key('a'))).rejects.toThrow();
  });

  test('an API key is revoked once, and its last use is kept', async () => {
    const { apiKeys } = under().storage;
    await apiKeys.add(key('a'));
    await apiKeys.touch('a', at(3));
    expect(await apiKeys.revoke('a', at(4))).toBe(true);
    expect(await apiKeys.revoke('a', at(5))).toBe(false);
    expect(await apiKeys.revoke('none', at(5))).toBe(false);
    expect(await apiKeys.get('a')).toEqual(key('a', { lastUsedAt: at(3), revokedAt: at(4) }));
  });

  test('a person seen again keeps granted roles', async () => {
    const { people } = under().storage;
    expect(await people.grant('u1', ['auditor'])).toBe(false);
    await people.seen(person('u1'));
    expect(await people.get('u1')).toEqual({ ...person('u1'), grantedRoles: null });
    expect(await people.grant('u1', ['auditor', 'designer'])).toBe(true);
    const again = person('u1', { name: 'Renamed', signedInBy: 'openid', givenRoles: [], lastSeenAt: at(9) });
    await people.seen(again);
    expect(await people.get('u1')).toEqual({ ...again, grantedRoles: ['auditor', 'designer'] });
    expect(await people.grant('u1', [])).toBe(true);
    expect((await people.get('u1'))?.grantedRoles).toEqual([]);
    await people.grant('u1', null);
    expect((await people.get('u1'))?.grantedRoles).toBeNull();
    expect(await people.get('none')).toBeNull();
  });

  test('lists people by name as people read it', async () => {
    const { people } = under().storage;
    for (const [id, name] of [
      ['1', 'Zoë'],
      ['2', 'adam'],
      ['3', 'Émile'],
      ['4', 'Bea'],
    ] as const)
      await people.seen(person(id, { name }));
    expect((await people.list()).map(({ name }) => name)).toEqual(['adam', 'Bea', 'Émile', 'Zoë']);
  });

  test('sessions end', async () => {
    const { sessions } = under().storage;
    const session = (idHash: string, second: number) => ({
      idHash,
      personId: 'u1',
      claimedRoles: ['auditor' as const],
      createdAt: at(0),
      expiresAt: at(second),
    });
    for (const [id, second] of [
      ['a', 10],
      ['b', 20],
      ['c', 30],
    ] as const)
      await sessions.add(session(id, second));
    expect(await sessions.get('a')).toEqual(session('a', 10));
    await sessions.removeExpired(at(20));
    expect(await Promise.all(['a', 'b', 'c'].map((id) => sessions.get(id)))).toEqual([null, null, session('c', 30)]);
    await sessions.remove('c');
    expect(await sessions.get('c')).toBeNull();
  });

  test('of two hubs one may publish, until it is done or its time is over', async () => {
    const { claims } = under().storage;
    const other = (await under().another()).claims;
    expect(await claims.take('j', 'hub-1', at(0), at(60))).toBe(true);
    expect(await other.take('j', 'hub-2', at(59), at(119))).toBe(false);
    expect(await other.take('k', 'hub-2', at(59), at(119))).toBe(true);
    expect(await claims.take('j', 'hub-1', at(59), at(119))).toBe(true);
    await other.release('j', 'hub-2');
    expect(await other.take('j', 'hub-2', at(118), at(178))).toBe(false);
    expect(await other.take('j', 'hub-2', at(119), at(179))).toBe(true);
    await claims.release('j', 'hub-1');
    expect(await claims.take('j', 'hub-1', at(120), at(180))).toBe(false);
    await other.release('j', 'hub-2');
    expect(await claims.take('j', 'hub-1', at(121), at(181))).toBe(true);
  });

  test('of twenty who ask at once one may publish', async () => {
    const stores = [under().storage, await under().another()];
    const taken = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        (stores[index % 2] ?? under().storage).claims.take('j', `hub-${index}`, at(0), at(60)),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
};

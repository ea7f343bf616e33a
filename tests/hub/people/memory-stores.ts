import type { Role } from '../../../engine/index.ts';
import type {
  ApiKeyStore,
  KnownPerson,
  PeopleStore,
  SeenPerson,
  SessionRow,
  SessionStore,
  StoredApiKey,
} from '../../../hub/src/people/people.stores.ts';

export function memoryApiKeys(): ApiKeyStore & { rows: Map<string, StoredApiKey> } {
  const rows = new Map<string, StoredApiKey>();
  const change = (id: string, changes: Partial<StoredApiKey>): void => {
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, ...changes });
  };
  return {
    rows,
    list: async () => [...rows.values()].reverse().map(({ secretHash: _, ...key }) => key),
    get: async (id) => rows.get(id) ?? null,
    add: async (key) => void rows.set(key.id, key),
    async revoke(id, at) {
      if (rows.get(id)?.revokedAt !== null) return false;
      change(id, { revokedAt: at });
      return true;
    },
    touch: async (id, at) => change(id, { lastUsedAt: at }),
  };
}

export function memoryPeople(): PeopleStore & { writes: number } {
  const rows = new Map<string, KnownPerson>();
  const people = {
    writes: 0,
    list: async () => [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    get: async (id: string) => rows.get(id) ?? null,
    async seen(person: SeenPerson) {
      people.writes++;
      rows.set(person.id, { ...person, grantedRoles: rows.get(person.id)?.grantedRoles ?? null });
    },
    async grant(id: string, grantedRoles: Role[] | null) {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, grantedRoles });
      return row !== undefined;
    },
  };
  return people;
}

export function memorySessions(): SessionStore & { rows: Map<string, SessionRow> } {
  const rows = new Map<string, SessionRow>();
  return {
    rows,
    add: async (session) => void rows.set(session.idHash, session),
    get: async (idHash) => rows.get(idHash) ?? null,
    remove: async (idHash) => void rows.delete(idHash),
    async removeExpired(now) {
      for (const [idHash, { expiresAt }] of rows) if (expiresAt <= now) rows.delete(idHash);
    },
  };
}

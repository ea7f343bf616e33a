import type { Role } from '../../../engine/index.ts';
import type { SessionStore } from '../people/people.stores.ts';
import type { Database } from './database.ts';

export function kyselySessions(db: Database): SessionStore {
  return {
    async add(session) {
      await db
        .insertInto('sessions')
        .values({
          id_hash: session.idHash,
          person_id: session.personId,
          claimed_roles: JSON.stringify(session.claimedRoles),
          created_at: session.createdAt,
          expires_at: session.expiresAt,
        })
        .execute();
    },

    async get(idHash) {
      const row = await db.selectFrom('sessions').selectAll().where('id_hash', '=', idHash).executeTakeFirst();
      if (!row) return null;
      return {
        idHash: row.id_hash,
        personId: row.person_id,
        claimedRoles: JSON.parse(row.claimed_roles) as Role[],
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      };
    },

    async remove(idHash) {
      await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
    },

    async removeExpired(now) {
      await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
    },
  };
}

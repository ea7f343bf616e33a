import type { Selectable } from 'kysely';
import type { ApiKey, KeyScope } from '../../../engine/index.ts';
import type { ApiKeyStore } from '../people/people.stores.ts';
import type { Database } from './database.ts';
import type { ApiKeysTable } from './schema.access.ts';

export function kyselyApiKeys(db: Database): ApiKeyStore {
  return {
    async list() {
      const rows = await db.selectFrom('api_keys').selectAll().orderBy('created_at', 'desc').orderBy('id').execute();
      return rows.map(toApiKey);
    },

    async get(id) {
      const row = await db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? { ...toApiKey(row), secretHash: row.secret_hash } : null;
    },

    async add(key) {
      await db
        .insertInto('api_keys')
        .values({
          id: key.id,
          name: key.name,
          scopes: JSON.stringify(key.scopes),
          secret_hash: key.secretHash,
          created_at: key.createdAt,
          created_by: key.createdBy,
          expires_at: key.expiresAt,
          revoked_at: key.revokedAt,
          last_used_at: key.lastUsedAt,
        })
        .execute();
    },

    async revoke(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('api_keys')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async touch(id, at) {
      await db.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', id).execute();
    },
  };
}

function toApiKey(row: Selectable<ApiKeysTable>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    scopes: JSON.parse(row.scopes) as KeyScope[],
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}

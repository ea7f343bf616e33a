import type { Selectable } from 'kysely';
import type { SecretStore, WrappedSecret } from '../secrets/secret.store.ts';
import type { Database } from './database.ts';
import type { SecretsTable } from './schema.access.ts';

export function kyselySecrets(db: Database): SecretStore {
  return {
    async all() {
      const rows = await db.selectFrom('secrets').selectAll().orderBy('name').execute();
      return rows.map(toSecret);
    },

    async putIfAbsent(secret) {
      await db
        .insertInto('secrets')
        .values({
          name: secret.name,
          wrapped: secret.wrapped,
          master_key_id: secret.masterKeyId,
          public_part: secret.publicPart,
          created_at: secret.createdAt,
          retired_at: secret.retiredAt,
        })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      const kept = await db.selectFrom('secrets').selectAll().where('name', '=', secret.name).executeTakeFirstOrThrow();
      return toSecret(kept);
    },

    rewrap: (secrets) =>
      db.transaction().execute(async (transaction) => {
        for (const { name, wrapped, masterKeyId } of secrets) {
          const { numUpdatedRows } = await transaction
            .updateTable('secrets')
            .set({ wrapped, master_key_id: masterKeyId })
            .where('name', '=', name)
            .executeTakeFirst();
          if (numUpdatedRows === 0n) throw new Error(`the store holds no secret named ${name}`);
        }
      }),

    async retire(name, at) {
      await db
        .updateTable('secrets')
        .set({ retired_at: at })
        .where('name', '=', name)
        .where('retired_at', 'is', null)
        .execute();
    },
  };
}

function toSecret(row: Selectable<SecretsTable>): WrappedSecret {
  return {
    name: row.name,
    wrapped: new Uint8Array(row.wrapped),
    masterKeyId: row.master_key_id,
    publicPart: row.public_part,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  };
}

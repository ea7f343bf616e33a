import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import { isPostgres } from '../dialect-of.ts';

/** chosen: of a million rows a part holds 62,500, which PostgreSQL writes anew in half a second. */
const parts = 16;

/** Creates a table; in PostgreSQL in parts by the hash of its key, in SQLite as one. */
export async function createInParts(
  db: Kysely<unknown>,
  name: string,
  key: string,
  table: CreateTableBuilder<string, string>,
): Promise<void> {
  if (!isPostgres(db)) {
    await table.execute();
    return;
  }
  await table.modifyEnd(sql`partition by hash (${sql.ref(key)})`).execute();
  for (let part = 0; part < parts; part += 1)
    await sql`
      create table ${sql.table(`${name}_${part}`)} partition of ${sql.table(name)}
      for values with (modulus ${sql.lit(parts)}, remainder ${sql.lit(part)})
    `.execute(db);
}

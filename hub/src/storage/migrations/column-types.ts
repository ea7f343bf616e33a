import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialect-of.ts';

/** Column types that hold the same values, in the same order, in both databases. */
export function columnTypes(db: Kysely<unknown>) {
  return isPostgres(db)
    ? // Compared byte by byte, as SQLite does, whatever language the database sorts by.
      { text: sql`text collate "C"`, bytes: sql`bytea`, whole: sql`bigint`, real: sql`double precision` }
    : { text: sql`text`, bytes: sql`blob`, whole: sql`integer`, real: sql`real` };
}

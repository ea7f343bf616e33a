import { sql } from 'kysely';
import type { IdentityReader } from '../../identity/identity.store.ts';
import type { Database } from '../database.ts';
import { isPostgres } from '../dialect-of.ts';
import { isOneOf, isOneOfNumbers } from '../is-one-of.ts';
import { toRecord } from './rows.ts';

type Records = Pick<
  IdentityReader,
  'recordsByLookup' | 'recordsByKey' | 'records' | 'recordsOf' | 'profilesOfRecords' | 'allRecords'
>;

/** Rows per page of `allRecords`. */
const rowsPerPage = 1_000;

/** Records of the identity graph, and how they are found. */
export function kyselyRecords(db: Database): Records {
  return {
    async recordsByLookup(lookups) {
      if (lookups.length === 0) return new Map();
      const rows = await db
        .selectFrom('identity_lookups')
        .selectAll()
        .where(isOneOf(db, 'lookup', lookups))
        .execute();
      return new Map(rows.map((row) => [row.lookup, row.record_id]));
    },

    async recordsByKey(keys, limit) {
      const found = new Map<number, string[] | null>();
      if (keys.length === 0) return found;
      const small: number[] = [];
      for (const { key, records } of await countUpTo(db, keys, limit + 1)) {
        if (records > limit) found.set(key, null);
        else if (records > 0) small.push(key);
      }
      const rows = await db
        .selectFrom('identity_keys')
        .selectAll()
        .where(isOneOfNumbers(db, 'key', small))
        .orderBy('key')
        .orderBy('record_id')
        .execute();
      for (const { key, record_id: id } of rows) {
        const ids = found.get(key);
        if (ids) ids.push(id);
        else found.set(key, [id]);
      }
      return found;
    },

    async records(ids) {
      if (ids.length === 0) return [];
      const query = db.selectFrom('identity_records').selectAll();
      const rows = await query
        .where(isOneOf(db, 'id', ids))
        .orderBy('id')
        .execute();
      return rows.map(toRecord);
    },

    async recordsOf(profileIds) {
      if (profileIds.length === 0) return [];
      const query = db.selectFrom('identity_records').selectAll();
      const rows = await query
        .where(isOneOf(db, 'profile_id', profileIds))
        .orderBy('id')
        .execute();
      return rows.map(toRecord);
    },

    async profilesOfRecords(ids) {
      if (ids.length === 0) return [];
      const query = db.selectFrom('identity_records').select('profile_id').distinct();
      const rows = await query
        .where(isOneOf(db, 'id', ids))
        .orderBy('profile_id')
        .execute();
      return rows.map((row) => row.profile_id);
    },

    async *allRecords(kind) {
      for (let after = ''; ;) {
        const rows = await db
          .selectFrom('identity_records')
          .selectAll()
          .where('kind', '=', kind)
          .where('id', '>', after)
          .orderBy('id')
          .limit(rowsPerPage)
          .execute();
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows.map(toRecord);
        after = last.id;
      }
    },
  };
}

/** How many records have each key, counted no further than a block may be large: a common name costs no more than a rare one. */
async function countUpTo(
  db: Database,
  keys: readonly number[],
  most: number,
): Promise<{ key: number; records: number }[]> {
  const distinct = [...new Set(keys)].sort((one, other) => one - other);
  const asked = isPostgres(db)
    ? sql`unnest(${distinct}::bigint[]) as asked (value)`
    : sql`json_each(${JSON.stringify(distinct)}) as asked`;
  const { rows } = await sql<{ key: number; records: number }>`
    select asked.value as key, (
      select count(*) from (select 1 from identity_keys where identity_keys.key = asked.value limit ${sql.lit(most)}) as counted
    ) as records from ${asked}`.execute(db);
  return rows;
}

import { sql, type Transaction } from 'kysely';
import type { IdentityStore } from '../../identity/identity.store.ts';
import type { Database } from '../database.ts';
import { isPostgres } from '../dialect-of.ts';
import { isOneOf } from '../is-one-of.ts';
import { clearTraces, currentTransaction } from '../ledger/clear-traces.ts';
import type { Tables } from '../schema.ts';
import { writeGraph } from './write.ts';

/** Destroys what the graph holds of a profile; then takes what is left of it out of the files. */
export function kyselyErase(db: Database): IdentityStore['erase'] {
  return async (profileId, at) => {
    const erased = await db.transaction().execute(async (transaction) => {
      // Locks the graph, and tells every other hub that it changed.
      await writeGraph(transaction, {});
      const { numUpdatedRows } = await transaction
        .updateTable('identity_profiles')
        .set({ erased_at: at, changed_at: at, title: '', search_text: '', records: 0, sources: '[]', probability: 1 })
        .where('id', '=', profileId)
        .where('erased_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return null;
      return eraseContent(transaction, profileId);
    });
    if (erased === null) return null;
    await clearTraces(db, erased.traces);
    return erased.records;
  };
}

async function eraseContent(db: Transaction<Tables>, profileId: string) {
  const records = await idsOf(db, sql`select id from identity_records where profile_id = ${profileId}`);
  const changes = sql`select sequence from identity_change_profiles where profile_id = ${profileId}`;
  // Profiles that once held these records: what they were called lies in rows that were written over.
  const profiles = await idsOf(
    db,
    sql`select distinct profile_id as id from identity_change_profiles where sequence in (${changes})`,
  );
  const ofProfiles = await partsOf(db, 'identity_profiles', sql`${isOneOf(db, 'id', [profileId, ...profiles])}`);
  const parts = [
    ...ofProfiles,
    // Of one profile they have the same number, and words that were written over have no row any more to be found by.
    ...ofProfiles.map((part) => part.replace('identity_profiles', 'identity_words')),
    ...(await partsOf(db, 'identity_records', sql`${isOneOf(db, 'id', records)}`)),
    ...(await partsOf(db, 'identity_lookups', sql`${isOneOf(db, 'record_id', records)}`)),
    ...(await partsOf(
      db,
      'identity_reviews',
      sql`${isOneOf(db, 'left_record', records)} or ${isOneOf(db, 'right_record', records)}`,
    )),
    ...(await partsOf(db, 'identity_changes', sql`sequence in (${changes})`)),
  ];
  await sql`delete from identity_words where profile_id = ${profileId}`.execute(db);
  for (const [table, column] of ofRecords)
    await sql`delete from ${sql.table(table)} where ${isOneOf(db, column, records)}`.execute(db);
  await sql`update identity_changes set reason = null, effect = null where sequence in (${changes})`.execute(db);
  return { records: records.length, traces: { parts: [...new Set(parts)], after: await currentTransaction(db) } };
}

/** What goes with a record, by the column that names it. */
const ofRecords = [
  ['identity_lookups', 'record_id'],
  ['identity_keys', 'record_id'],
  ['identity_links', 'left_record'],
  ['identity_links', 'right_record'],
  ['identity_never_links', 'left_record'],
  ['identity_never_links', 'right_record'],
  ['identity_reviews', 'left_record'],
  ['identity_reviews', 'right_record'],
  ['identity_records', 'id'],
] as const;

async function idsOf(db: Transaction<Tables>, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await query.execute(db);
  return (rows as { id: string }[]).map(({ id }) => id);
}

/** The parts of a table in which rows lie. */
async function partsOf(db: Transaction<Tables>, table: string, which: ReturnType<typeof sql>): Promise<string[]> {
  if (!isPostgres(db)) return [];
  const { rows } = await sql<{ part: string }>`
    select distinct tableoid::regclass::text as part from ${sql.table(table)} where ${which}`.execute(db);
  return rows.map(({ part }) => part);
}

import { sql, type Kysely, type Migration } from 'kysely';
import { isPostgres } from '../dialect-of.ts';

/**
 * PostgreSQL keeps samples of each column for its planner, in a table of its own that an erasure does not reach. Of columns that
 * hold what can be erased it keeps none; each is found by a key of its table, for which the planner needs no samples.
 */
export const noSamples: Migration = {
  async up(db: Kysely<unknown>) {
    if (!isPostgres(db)) return;
    for (const [table, columns] of Object.entries(erasable))
      for (const column of columns)
        await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set statistics 0`.execute(db);
  },
};

const erasable: Readonly<Record<string, readonly string[]>> = {
  ledger_subjects: ['wrapped_key'],
  ledger_lookups: ['lookup'],
  identity_profiles: ['title', 'search_text'],
  identity_records: ['content'],
  identity_lookups: ['lookup'],
  identity_words: ['word'],
  identity_reviews: ['answer'],
  identity_changes: ['reason', 'change', 'effect', 'event'],
};

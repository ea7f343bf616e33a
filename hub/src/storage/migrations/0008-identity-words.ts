import { sql, type Kysely, type Migration } from 'kysely';
import { writeSearchWords } from '../identity/search-words.ts';
import type { Tables } from '../schema.ts';
import { columnTypes } from './column-types.ts';
import { createInParts } from './create-in-parts.ts';

/** chosen: so many profiles at a time have their words written */
const batch = 2_000;

/**
 * The words that profiles are found by. In parts by the profile, as profiles are, so that a profile and its words lie in parts of
 * the same number, and an erasure takes the traces out of both.
 */
export const identityWords: Migration = {
  async up(db: Kysely<unknown>) {
    const { text } = columnTypes(db);
    await createInParts(
      db,
      'identity_words',
      'profile_id',
      db.schema
        .createTable('identity_words')
        .addColumn('profile_id', text, (column) => column.notNull())
        .addColumn('word', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('identity_words_key', ['profile_id', 'word']),
    );
    await db.schema
      .createIndex('identity_words_by_word')
      .on('identity_words')
      .columns(['word', 'profile_id'])
      .execute();
    const written = db as Kysely<Tables>;
    for (let after = ''; ;) {
      const { rows } = await sql<{ id: string; search_text: string }>`
        select id, search_text from identity_profiles where id > ${after} order by id limit ${sql.lit(batch)}`.execute(
        db,
      );
      const last = rows.at(-1);
      if (last === undefined) return;
      await writeSearchWords(
        written,
        rows.map(({ id, search_text: searchText }) => ({ id, searchText })),
      );
      after = last.id;
    }
  },
};

import { sql, type Kysely, type Migration } from 'kysely';
import { isPostgres } from '../dialect-of.ts';
import { columnTypes } from './column-types.ts';
import { createInParts } from './create-in-parts.ts';

/**
 * Who a customer is. What holds personal data lies in parts, so that an erasure takes its traces out of a few small ones; what
 * is found by a keyed hash, or says which records belong together, tells nothing without them.
 */
export const identity: Migration = {
  async up(db: Kysely<unknown>) {
    const { text, whole, real } = columnTypes(db);

    await db.schema
      .createTable('identity_graph')
      .addColumn('name', text, (column) => column.primaryKey())
      .addColumn('version', whole, (column) => column.notNull())
      .addColumn('changes', whole, (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('identity_policies')
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('revision', whole, (column) => column.notNull())
      .addColumn('model', text, (column) => column.notNull())
      .addColumn('survivorship', text, (column) => column.notNull())
      .addColumn('changed_at', text, (column) => column.notNull())
      .addColumn('by_id', text)
      .addColumn('by_name', text)
      .addColumn('apply', text, (column) => column.notNull())
      .addColumn('reason', text)
      .addColumn('change_sequence', whole)
      .addPrimaryKeyConstraint('identity_policies_key', ['kind', 'revision'])
      .execute();

    await createInParts(
      db,
      'identity_profiles',
      'id',
      db.schema
        .createTable('identity_profiles')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('title', text, (column) => column.notNull())
        .addColumn('search_text', text, (column) => column.notNull())
        .addColumn('records', whole, (column) => column.notNull())
        .addColumn('sources', text, (column) => column.notNull())
        .addColumn('probability', real, (column) => column.notNull())
        .addColumn('created_at', text, (column) => column.notNull())
        .addColumn('changed_at', text, (column) => column.notNull())
        .addColumn('merged_into', text)
        .addColumn('erased_at', text),
    );
    await index(db, 'identity_profiles_by_change', 'identity_profiles', ['changed_at', 'id']);

    await createInParts(
      db,
      'identity_records',
      'id',
      db.schema
        .createTable('identity_records')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('profile_id', text, (column) => column.notNull())
        .addColumn('added_at', text, (column) => column.notNull())
        .addColumn('content', text, (column) => column.notNull()),
    );
    await index(db, 'identity_records_by_profile', 'identity_records', ['profile_id']);

    await createInParts(
      db,
      'identity_lookups',
      'lookup',
      db.schema
        .createTable('identity_lookups')
        .addColumn('lookup', text, (column) => column.primaryKey())
        .addColumn('record_id', text, (column) => column.notNull()),
    );
    await index(db, 'identity_lookups_by_record', 'identity_lookups', ['record_id']);

    await db.schema
      .createTable('identity_keys')
      .addColumn('key', whole, (column) => column.notNull())
      .addColumn('record_id', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_keys_key', ['key', 'record_id'])
      .$call((table) => (isPostgres(db) ? table : table.modifyEnd(sql`without rowid`)))
      .execute();
    await index(db, 'identity_keys_by_record', 'identity_keys', ['record_id']);

    await db.schema
      .createTable('identity_links')
      .addColumn('left_record', text, (column) => column.notNull())
      .addColumn('right_record', text, (column) => column.notNull())
      .addColumn('made_by', text, (column) => column.notNull())
      .addColumn('bits', real, (column) => column.notNull())
      .addColumn('levels', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_links_key', ['left_record', 'right_record'])
      .execute();
    await index(db, 'identity_links_by_right', 'identity_links', ['right_record']);
    await db.schema
      .createTable('identity_never_links')
      .addColumn('left_record', text, (column) => column.notNull())
      .addColumn('right_record', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_never_links_key', ['left_record', 'right_record'])
      .execute();
    await index(db, 'identity_never_links_by_right', 'identity_never_links', ['right_record']);

    await createInParts(
      db,
      'identity_reviews',
      'id',
      db.schema
        .createTable('identity_reviews')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        .addColumn('left_record', text, (column) => column.notNull())
        .addColumn('right_record', text, (column) => column.notNull())
        .addColumn('probability', real, (column) => column.notNull())
        .addColumn('asked_at', text, (column) => column.notNull())
        .addColumn('asked_by', text)
        .addColumn('answer', text)
        .addColumn('answered_at', text),
    );
    await index(db, 'identity_reviews_by_left', 'identity_reviews', ['left_record']);
    await index(db, 'identity_reviews_by_right', 'identity_reviews', ['right_record']);
    await index(db, 'identity_reviews_by_harm', 'identity_reviews', ['state', 'probability']);

    await createInParts(
      db,
      'identity_changes',
      'sequence',
      db.schema
        .createTable('identity_changes')
        .addColumn('sequence', whole, (column) => column.primaryKey())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('change', text, (column) => column.notNull())
        .addColumn('at', text, (column) => column.notNull())
        .addColumn('by_id', text, (column) => column.notNull())
        .addColumn('by_name', text, (column) => column.notNull())
        .addColumn('reason', text)
        .addColumn('records', text, (column) => column.notNull())
        .addColumn('effect', text)
        .addColumn('undone_by', whole)
        .addColumn('event', text)
        .addColumn('recorded', whole),
    );
    await db.schema
      .createTable('identity_change_profiles')
      .addColumn('profile_id', text, (column) => column.notNull())
      .addColumn('sequence', whole, (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_change_profiles_key', ['profile_id', 'sequence'])
      .execute();
    await index(db, 'identity_change_profiles_by_change', 'identity_change_profiles', ['sequence']);
  },
};

function index(db: Kysely<unknown>, name: string, table: string, columns: string[]): Promise<void> {
  return db.schema.createIndex(name).on(table).columns(columns).execute();
}

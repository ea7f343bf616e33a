import { sql, type Kysely, type Migration } from 'kysely';
import { isPostgres } from '../dialect-of.ts';
import { columnTypes } from './column-types.ts';
import { createInParts } from './create-in-parts.ts';
import { refuseChanges } from './refuse-changes.ts';

export const ledger: Migration = {
  async up(db: Kysely<unknown>) {
    const { text, bytes, whole } = columnTypes(db);

    await db.schema
      .createTable('ledger_streams')
      .addColumn('stream', text, (column) => column.primaryKey())
      .addColumn('size', whole, (column) => column.notNull())
      .addColumn('last_hash', text, (column) => column.notNull())
      .addColumn('recorded_at', text, (column) => column.notNull())
      .addColumn('key_id', text, (column) => column.notNull())
      .addColumn('signature', text, (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('ledger_entries')
      .addColumn('stream', text, (column) => column.notNull())
      .addColumn('sequence', whole, (column) => column.notNull())
      .addColumn('entry', text, (column) => column.notNull())
      .addColumn('hash', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('record_key', text, (column) => column.notNull())
      .addColumn('subject', text)
      .addColumn('journey', text)
      .addColumn('step', text)
      .addColumn('table_id', text)
      .addColumn('rule_id', text)
      .addColumn('outcome', text)
      .addColumn('decided_at', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_entries_key', ['stream', 'sequence'])
      .execute();
    await db.schema
      .createIndex('ledger_entries_by_record')
      .unique()
      .on('ledger_entries')
      .columns(['stream', 'record_key'])
      .execute();

    await db.schema
      .createTable('ledger_tiles')
      .addColumn('stream', text, (column) => column.notNull())
      .addColumn('level', whole, (column) => column.notNull())
      .addColumn('tile', whole, (column) => column.notNull())
      .addColumn('hash', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_tiles_key', ['stream', 'level', 'tile'])
      .execute();

    await db.schema
      .createTable('ledger_checkpoints')
      .addColumn('stream', text, (column) => column.notNull())
      .addColumn('size', whole, (column) => column.notNull())
      .addColumn('root', text, (column) => column.notNull())
      .addColumn('made_at', text, (column) => column.notNull())
      .addColumn('key_id', text, (column) => column.notNull())
      .addColumn('signature', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_checkpoints_key', ['stream', 'size'])
      .execute();

    await db.schema
      .createTable('ledger_tables')
      .addColumn('digest', text, (column) => column.primaryKey())
      .addColumn('document', text, (column) => column.notNull())
      .addColumn('added_at', text, (column) => column.notNull())
      .execute();

    // In parts, so that what an erasure leaves behind is taken out of one small part: see ledger/clear-traces.ts.
    await createInParts(
      db,
      'ledger_subjects',
      'ref',
      db.schema
        .createTable('ledger_subjects')
        .addColumn('ref', text, (column) => column.primaryKey())
        .addColumn('wrapped_key', bytes)
        .addColumn('master_key_id', text)
        .addColumn('created_at', text, (column) => column.notNull())
        .addColumn('erased_at', text),
    );
    await createInParts(
      db,
      'ledger_lookups',
      'lookup',
      db.schema
        .createTable('ledger_lookups')
        .addColumn('lookup', text, (column) => column.primaryKey())
        .addColumn('ref', text, (column) => column.notNull()),
    );
    await db.schema.createIndex('ledger_lookups_by_ref').on('ledger_lookups').column('ref').execute();

    // What is searched by, made from complete blocks of entries: see ledger/search-blocks.ts.
    await db.schema
      .createTable('ledger_terms')
      .addColumn('stream', text, (column) => column.notNull())
      .addColumn('span', whole, (column) => column.notNull())
      .addColumn('term', whole, (column) => column.notNull())
      .addColumn('block', whole, (column) => column.notNull())
      .addColumn('members', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_terms_key', ['stream', 'span', 'term', 'block'])
      .$call((table) => (isPostgres(db) ? table : table.modifyEnd(sql`without rowid`)))
      .execute();
    await db.schema
      .createTable('ledger_times')
      .addColumn('stream', text, (column) => column.notNull())
      .addColumn('block', whole, (column) => column.notNull())
      .addColumn('earliest', whole, (column) => column.notNull())
      .addColumn('latest', whole, (column) => column.notNull())
      .addColumn('times', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_times_key', ['stream', 'block'])
      .execute();
    await db.schema
      .createTable('ledger_facets')
      .addColumn('stream', text, (column) => column.notNull())
      .addColumn('facet', text, (column) => column.notNull())
      .addColumn('value', text, (column) => column.notNull())
      .addColumn('label', text, (column) => column.notNull())
      .addColumn('sequence', whole, (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_facets_key', ['stream', 'facet', 'value'])
      .execute();

    await refuseChanges(db, [
      {
        table: 'ledger_entries',
        keys: [
          ['stream', 'sequence'],
          ['stream', 'record_key'],
        ],
        again: 'refused',
      },
      { table: 'ledger_tiles', keys: [['stream', 'level', 'tile']], again: 'refused' },
      { table: 'ledger_checkpoints', keys: [['stream', 'size']], again: 'ignored' },
      { table: 'ledger_tables', keys: [['digest']], again: 'ignored' },
    ]);
  },
};

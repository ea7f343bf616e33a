import type { Kysely, Migration } from 'kysely';
import { columnTypes } from './column-types.ts';

export const secrets: Migration = {
  async up(db: Kysely<unknown>) {
    const { text, bytes } = columnTypes(db);
    await db.schema
      .createTable('secrets')
      .addColumn('name', text, (column) => column.primaryKey())
      .addColumn('wrapped', bytes, (column) => column.notNull())
      .addColumn('master_key_id', text, (column) => column.notNull())
      .addColumn('public_part', text, (column) => column.notNull())
      .addColumn('created_at', text, (column) => column.notNull())
      .addColumn('retired_at', text)
      .execute();
  },
};

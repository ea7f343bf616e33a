import type { Kysely, Migration } from 'kysely';
import { columnTypes } from './column-types.ts';

export const publishingClaims: Migration = {
  async up(db: Kysely<unknown>) {
    const { text } = columnTypes(db);
    await db.schema
      .createTable('publishing_claims')
      .addColumn('journey_id', text, (column) => column.primaryKey())
      .addColumn('holder', text, (column) => column.notNull())
      .addColumn('lapses_at', text, (column) => column.notNull())
      .execute();
  },
};

import { sql, type Kysely, type Migration } from 'kysely';

export const journeys: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('journeys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull().check(sql`revision > 0`))
      .addColumn('step_count', 'integer', (column) => column.notNull())
      .addColumn('table_count', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('updated_by', 'text', (column) => column.notNull())
      .addColumn('updated_by_id', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('journeys_by_change').on('journeys').columns(['updated_at', 'id']).execute();

    await db.schema
      .createTable('samples')
      .addColumn('journey_id', 'text', (column) => column.primaryKey().references('journeys.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('customers', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .execute();
  },
};

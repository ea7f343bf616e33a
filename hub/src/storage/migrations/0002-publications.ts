import type { Kysely, Migration } from 'kysely';

export const publications: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('workflows')
      .addColumn('journey_id', 'text', (column) => column.primaryKey().references('journeys.id').onDelete('cascade'))
      .addColumn('workflow_id', 'text', (column) => column.notNull())
      .addColumn('version_id', 'text', (column) => column.notNull())
      .addColumn('content_hash', 'text', (column) => column.notNull())
      .addColumn('written_at', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('publications')
      .addColumn('journey_id', 'text', (column) => column.notNull().references('journeys.id').onDelete('cascade'))
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('workflow_id', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('version_id', 'text', (column) => column.notNull())
      .addColumn('published_at', 'text', (column) => column.notNull())
      .addColumn('published_by', 'text', (column) => column.notNull())
      .addColumn('published_by_id', 'text', (column) => column.notNull())
      .addColumn('webhook_urls', 'text', (column) => column.notNull())
      .addColumn('replaced_workflow_id', 'text')
      .addColumn('replaced_reason', 'text')
      .addPrimaryKeyConstraint('publications_key', ['journey_id', 'sequence'])
      .execute();
  },
};

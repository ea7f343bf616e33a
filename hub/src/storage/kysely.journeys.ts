import type { Journey, JsonObject, StoredJourney } from '../../../engine/index.ts';
import type { Change, JourneyStore } from '../journeys/journeys.store.ts';
import type { Database } from './database.ts';
import { newestPublications } from './kysely.publications.ts';

export function kyselyJourneys(db: Database): JourneyStore {
  const currentRevision = async (id: string): Promise<number | null> => {
    const row = await db.selectFrom('journeys').select('revision').where('id', '=', id).executeTakeFirst();
    return row?.revision ?? null;
  };

  const get = async (id: string): Promise<StoredJourney | null> => {
    const row = await db.selectFrom('journeys').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    const publications = await newestPublications(db, id);
    return {
      document: JSON.parse(row.document) as Journey,
      revision: row.revision,
      updatedAt: row.updated_at,
      updatedBy: row.updated_by,
      publication: publications.get(id) ?? null,
    };
  };

  return {
    get,

    async list() {
      const columns = ['id', 'name', 'revision', 'updated_at', 'updated_by', 'step_count', 'table_count'] as const;
      const rows = await db
        .selectFrom('journeys')
        .select(columns)
        .orderBy('updated_at', 'desc')
        .orderBy('id')
        .execute();
      const publications = await newestPublications(db);
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        revision: row.revision,
        updatedAt: row.updated_at,
        updatedBy: row.updated_by,
        stepCount: row.step_count,
        tableCount: row.table_count,
        publication: publications.get(row.id) ?? null,
      }));
    },

    async create(document, change) {
      const inserted = await db
        .insertInto('journeys')
        .values({
          id: document.id,
          ...contentColumns(document),
          revision: 1,
          created_at: change.at,
          created_by: change.by.name,
          ...changeColumns(change),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted ? stored(document, 1, change) : null;
    },

    async save(document, expectedRevision, change) {
      const updated = await db
        .updateTable('journeys')
        .set({ ...contentColumns(document), revision: expectedRevision + 1, ...changeColumns(change) })
        .where('id', '=', document.id)
        .where('revision', '=', expectedRevision)
        .returning('revision')
        .executeTakeFirst();
      if (updated) {
        const publications = await newestPublications(db, document.id);
        const publication = publications.get(document.id) ?? null;
        return { kind: 'saved', stored: { ...stored(document, updated.revision, change), publication } };
      }
      const current = await currentRevision(document.id);
      return current === null ? { kind: 'missing' } : { kind: 'conflict', current };
    },

    async remove(id, expectedRevision) {
      const removed = await db
        .deleteFrom('journeys')
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returning('id')
        .executeTakeFirst();
      if (removed) return { kind: 'removed' };
      const current = await currentRevision(id);
      return current === null ? { kind: 'missing' } : { kind: 'conflict', current };
    },

    async getSamples(id) {
      const row = await db.selectFrom('samples').selectAll().where('journey_id', '=', id).executeTakeFirst();
      if (row) return { name: row.name, customers: JSON.parse(row.customers) as JsonObject[] };
      return (await currentRevision(id)) === null ? null : { name: '', customers: [] };
    },

    putSamples: (id, samples, at) =>
      // In one transaction, so that a journey that is removed meanwhile is simply missing.
      db.transaction().execute(async (transaction) => {
        const journey = await transaction.selectFrom('journeys').select('id').where('id', '=', id).executeTakeFirst();
        if (!journey) return false;
        const values = { name: samples.name, customers: JSON.stringify(samples.customers), updated_at: at };
        await transaction
          .insertInto('samples')
          .values({ journey_id: id, ...values })
          .onConflict((conflict) => conflict.column('journey_id').doUpdateSet(values))
          .execute();
        return true;
      }),
  };
}

function stored(document: Journey, revision: number, { by, at }: Change): StoredJourney {
  return { document, revision, updatedAt: at, updatedBy: by.name, publication: null };
}

function contentColumns(document: Journey) {
  return {
    // For the list alone; PostgreSQL's texts have no place for this one character.
    name: document.name.replaceAll('\0', '\uFFFD'),
    document: JSON.stringify(document),
    step_count: document.steps.length,
    table_count: Object.keys(document.tables).length,
  };
}

function changeColumns({ by, at }: Change) {
  return { updated_at: at, updated_by: by.name, updated_by_id: by.id };
}

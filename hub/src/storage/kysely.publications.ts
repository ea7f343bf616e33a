import type { Selectable } from 'kysely';
import type { Publication } from '../../../engine/index.ts';
import type { PublicationStore } from '../publishing/publications.store.ts';
import type { Database } from './database.ts';
import { isPostgres } from './dialect-of.ts';
import type { PublicationsTable } from './schema.ts';

export function kyselyPublications(db: Database): PublicationStore {
  return {
    async getLink(journeyId) {
      const row = await db.selectFrom('workflows').selectAll().where('journey_id', '=', journeyId).executeTakeFirst();
      if (!row) return null;
      return {
        workflowId: row.workflow_id,
        versionId: row.version_id,
        contentHash: row.content_hash,
        writtenAt: row.written_at,
      };
    },

    async putLink(journeyId, link) {
      const values = {
        workflow_id: link.workflowId,
        version_id: link.versionId,
        content_hash: link.contentHash,
        written_at: link.writtenAt,
      };
      await db
        .insertInto('workflows')
        .values({ journey_id: journeyId, ...values })
        .onConflict((conflict) => conflict.column('journey_id').doUpdateSet(values))
        .execute();
    },

    async addPublication(journeyId, publication, by) {
      await db.transaction().execute(async (transaction) => {
        if (isPostgres(transaction)) {
          // One after the other, so that each finds the place after the last one; SQLite has one writer anyway.
          const journey = transaction.selectFrom('journeys').select('id').where('id', '=', journeyId);
          await journey.forUpdate().execute();
        }
        const last = await transaction
          .selectFrom('publications')
          .select(({ fn }) => fn.max('sequence').as('sequence'))
          .where('journey_id', '=', journeyId)
          .executeTakeFirst();
        await transaction
          .insertInto('publications')
          .values({
            journey_id: journeyId,
            sequence: (last?.sequence ?? 0) + 1,
            workflow_id: publication.workflowId,
            revision: publication.revision,
            version_id: publication.versionId,
            published_at: publication.publishedAt,
            published_by: publication.publishedBy,
            published_by_id: by.id,
            webhook_urls: JSON.stringify(publication.webhookUrls),
            replaced_workflow_id: publication.replaced?.workflowId ?? null,
            replaced_reason: publication.replaced?.reason ?? null,
          })
          .execute();
      });
    },
  };
}

/** The newest publication of each of the journeys, or of all. */
export async function newestPublications(db: Database, journeyId?: string): Promise<Map<string, Publication>> {
  const rows = await db
    .selectFrom('publications')
    .selectAll()
    .where(({ eb, selectFrom }) =>
      eb(
        'publications.sequence',
        '=',
        selectFrom('publications as newer')
          .select(({ fn }) => fn.max('newer.sequence').as('sequence'))
          .whereRef('newer.journey_id', '=', 'publications.journey_id'),
      ),
    )
    .$if(journeyId !== undefined, (query) => query.where('publications.journey_id', '=', journeyId ?? ''))
    .execute();
  return new Map(rows.map((row) => [row.journey_id, toPublication(row)]));
}

function toPublication(row: Selectable<PublicationsTable>): Publication {
  return {
    workflowId: row.workflow_id,
    revision: row.revision,
    versionId: row.version_id,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    webhookUrls: JSON.parse(row.webhook_urls) as Record<string, string>,
    ...(row.replaced_workflow_id !== null && {
      replaced: {
        workflowId: row.replaced_workflow_id,
        reason: row.replaced_reason === 'archived' ? 'archived' : 'deleted',
      },
    }),
  };
}

import type { PublishingClaims } from '../publishing/claims.store.ts';
import type { Database } from './database.ts';

export function kyselyClaims(db: Database): PublishingClaims {
  return {
    async take(journeyId, holder, now, until) {
      const values = { holder, lapses_at: until };
      const taken = await db
        .insertInto('publishing_claims')
        .values({ journey_id: journeyId, ...values })
        .onConflict((conflict) =>
          conflict
            .column('journey_id')
            .doUpdateSet(values)
            .where(({ eb, or }) =>
              or([eb('publishing_claims.lapses_at', '<=', now), eb('publishing_claims.holder', '=', holder)]),
            ),
        )
        .returning('journey_id')
        .executeTakeFirst();
      return taken !== undefined;
    },

    async release(journeyId, holder) {
      await db
        .deleteFrom('publishing_claims')
        .where('journey_id', '=', journeyId)
        .where('holder', '=', holder)
        .execute();
    },
  };
}

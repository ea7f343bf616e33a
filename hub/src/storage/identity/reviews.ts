import type { IdentityReader } from '../../identity/identity.store.ts';
import type { Database } from '../database.ts';
import { isOneOf } from '../is-one-of.ts';
import { toReview } from './rows.ts';

type Reviews = Pick<
  IdentityReader,
  'review' | 'reviews' | 'openReviewsOf' | 'pageOfReviews' | 'countOpenReviews' | 'openReviewsByProfile'
>;

/** Questions to persons. */
export function kyselyReviews(db: Database): Reviews {
  return {
    async review(id) {
      const row = await db.selectFrom('identity_reviews').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toReview(row) : null;
    },

    async reviews(ids) {
      if (ids.length === 0) return [];
      const query = db.selectFrom('identity_reviews').selectAll();
      return (
        await query
          .where(isOneOf(db, 'id', ids))
          .orderBy('id')
          .execute()
      ).map(toReview);
    },

    async openReviewsOf(recordIds) {
      if (recordIds.length === 0) return [];
      const side = (column: 'left_record' | 'right_record') =>
        db
          .selectFrom('identity_reviews')
          .selectAll()
          .where('state', '=', 'open')
          .where(isOneOf(db, column, recordIds));
      const rows = await side('left_record').union(side('right_record')).orderBy('id').execute();
      return rows.map(toReview);
    },

    async pageOfReviews({ limit, ...page }) {
      let query = db.selectFrom('identity_reviews').selectAll().where('state', '=', page.state);
      if (page.state === 'answered') {
        const { after } = page;
        if (after)
          query = query.where(({ eb, or, and }) =>
            or([
              eb('answered_at', '<', after.answeredAt),
              and([eb('answered_at', '=', after.answeredAt), eb('id', '>', after.id)]),
            ]),
          );
        query = query.orderBy('answered_at', 'desc');
      } else {
        const { after } = page;
        if (after)
          query = query.where(({ eb, or, and }) =>
            or([
              eb('probability', '<', after.probability),
              and([
                eb('probability', '=', after.probability),
                or([
                  eb('asked_at', '>', after.askedAt),
                  and([eb('asked_at', '=', after.askedAt), eb('id', '>', after.id)]),
                ]),
              ]),
            ]),
          );
        query = query.orderBy('probability', 'desc').orderBy('asked_at');
      }
      return (await query.orderBy('id').limit(limit).execute()).map(toReview);
    },

    async countOpenReviews(kind) {
      let query = db.selectFrom('identity_reviews').select(({ fn }) => fn.countAll<number>().as('count'));
      query = query.where('state', '=', 'open');
      if (kind !== undefined) query = query.where('kind', '=', kind);
      return Number((await query.executeTakeFirstOrThrow()).count);
    },

    async openReviewsByProfile(profileIds) {
      if (profileIds.length === 0) return new Map();
      const side = (column: 'left_record' | 'right_record') =>
        db
          .selectFrom('identity_records')
          .innerJoin('identity_reviews', column, 'identity_records.id')
          .select(['profile_id', 'identity_reviews.id as review'])
          .where('state', '=', 'open')
          .where(isOneOf(db, 'profile_id', profileIds));
      const rows = await side('left_record').union(side('right_record')).execute();
      const counts = new Map<string, number>();
      for (const { profile_id: id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
      return counts;
    },
  };
}

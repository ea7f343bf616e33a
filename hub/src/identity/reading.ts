import type { IdentityReview, Profile, ProfilePage, ProfileSearch, ReviewPage } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import { decodeCursor, encodeCursor } from './cursors.ts';
import type { StoredRecord } from './identity.rows.ts';
import type { IdentityReader, ReviewQuery } from './identity.store.ts';
import { explain } from './pair-weights.ts';
import type { PoliciesInForce } from './policy-in-force.ts';
import { asSearched, goldenOf } from './profile-line.ts';
import { lineOf, mostChanges, showChanges, showLines } from './shown-changes.ts';
import { memberOf, showReview } from './shown-reviews.ts';

const usualLimit = 50;

/** What people see of profiles and questions. */
export interface IdentityReading {
  /** @throws ProblemError `invalid_request` for a cursor that is none */
  search(search: ProfileSearch): Promise<ProfilePage>;
  /** @throws ProblemError `profile_not_found`, `profile_erased` */
  profile(id: string): Promise<Profile>;
  /** @throws ProblemError `invalid_request` for a cursor that is none */
  reviews(query: { state?: 'open' | 'answered'; before?: string; limit?: number }): Promise<ReviewPage>;
  /** @throws ProblemError `review_not_found` */
  review(id: string): Promise<IdentityReview>;
}

export function identityReading(reader: IdentityReader, inForce: PoliciesInForce): IdentityReading {
  return {
    async search({ query, kind, before, limit = usualLimit }) {
      const cursor = decodeCursor<{ changedAt: string; id: string }>(before, { changedAt: 'string', id: 'string' });
      const found = await reader.searchProfiles({
        ...(kind !== undefined && { kind }),
        ...(query !== undefined && { text: asSearched(query.trim()).replaceAll('\0', '\uFFFD') }),
        ...(cursor && { before: cursor }),
        // One more, which tells whether there are more.
        limit: limit + 1,
      });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const next = found.length > limit && last ? encodeCursor({ changedAt: last.changedAt, id: last.id }) : null;
      return { profiles: await showLines(reader, page), next };
    },

    async profile(id) {
      const [profile] = await reader.profiles([id]);
      if (profile === undefined) throw new ProblemError('profile_not_found');
      if (profile.erasedAt !== null) throw new ProblemError('profile_erased');
      const { model, survivorship } = await inForce(profile.kind, reader);
      const records = (await reader.recordsOf([id])).sort(byArrival);
      const byId = new Map(records.map((record) => [record.id, record]));
      const links = await reader.links([...byId.keys()]);
      const openReviews = (await reader.openReviewsByProfile([id])).get(id) ?? 0;
      return {
        ...lineOf(profile, openReviews),
        createdAt: profile.createdAt,
        mergedInto: profile.mergedInto,
        members: records.map(memberOf),
        links: links.flatMap(({ left, right, madeBy }) => {
          const [one, other] = [byId.get(left), byId.get(right)];
          return one && other ? [{ left, right, madeBy, explanation: explain(model, one, other) }] : [];
        }),
        golden: goldenOf(records, survivorship),
        history: await showChanges(reader, await reader.changesOf([id], mostChanges)),
      };
    },

    async reviews({ state = 'open', before, limit = usualLimit }) {
      const found = await reader.pageOfReviews(queryOf(state, before, limit + 1));
      const page = found.slice(0, limit);
      const sides = await reader.records(page.flatMap(({ left, right }) => [left, right]));
      const records = new Map(sides.map((record) => [record.id, record]));
      const last = page.at(-1);
      const shown: IdentityReview[] = [];
      for (const review of page) {
        const one = showReview(review, records, await inForce(review.kind, reader));
        if (one !== null) shown.push(one);
      }
      const next =
        found.length <= limit || last === undefined
          ? null
          : last.state === 'open'
            ? encodeCursor({ probability: last.probability, askedAt: last.askedAt, id: last.id })
            : encodeCursor({ answeredAt: last.answer?.at ?? '', id: last.id });
      return { reviews: shown, next, open: await reader.countOpenReviews() };
    },

    async review(id) {
      const review = await reader.review(id);
      const sides = review ? await reader.records([review.left, review.right]) : [];
      const records = new Map(sides.map((record): [string, StoredRecord] => [record.id, record]));
      const shown = review && showReview(review, records, await inForce(review.kind, reader));
      if (!shown) throw new ProblemError('review_not_found');
      return shown;
    },
  };
}

function queryOf(state: 'open' | 'answered', before: string | undefined, limit: number): ReviewQuery {
  if (state === 'answered') {
    const after = decodeCursor<{ answeredAt: string; id: string }>(before, { answeredAt: 'string', id: 'string' });
    return { state, limit, ...(after && { after }) };
  }
  const form = { probability: 'number', askedAt: 'string', id: 'string' } as const;
  const after = decodeCursor<{ probability: number; askedAt: string; id: string }>(before, form);
  return { state, limit, ...(after && { after }) };
}

function byArrival(one: StoredRecord, other: StoredRecord): number {
  if (one.addedAt !== other.addedAt) return one.addedAt < other.addedAt ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

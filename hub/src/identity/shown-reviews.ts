import { hash } from 'node:crypto';
import type { IdentityReview, ProfileMember } from '../../../engine/index.ts';
import type { StoredRecord, StoredReview } from './identity.rows.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import { explain } from './pair-weights.ts';

export function memberOf({ id, addedAt, content }: StoredRecord): ProfileMember {
  return {
    recordId: id,
    id: content.id,
    source: content.source,
    updatedAt: content.updatedAt,
    addedAt,
    values: content.values,
    setAside: content.setAside,
  };
}

/**
 * Hash of what a person sees of a question: both records, the profiles that they are in, and the policy that explains it.
 * @returns null when a record is gone
 */
export function seenOf(
  { id, state, left, right }: StoredReview,
  records: ReadonlyMap<string, StoredRecord>,
  revision: number,
): string | null {
  const sides = [records.get(left), records.get(right)];
  if (sides.includes(undefined)) return null;
  const shown = sides.map((side) => side && [side.profileId, side.content]);
  return hash('sha256', JSON.stringify([id, state, revision, shown])).slice(0, 32);
}

/** A question as people see it; null when a record of it is gone. */
export function showReview(
  review: StoredReview,
  records: ReadonlyMap<string, StoredRecord>,
  policy: PolicyInForce,
): IdentityReview | null {
  const [left, right] = [records.get(review.left), records.get(review.right)];
  const seen = seenOf(review, records, policy.revision);
  if (left === undefined || right === undefined || seen === null || review.state === 'withdrawn') return null;
  return {
    id: review.id,
    kind: review.kind,
    seen,
    state: review.state,
    askedAt: review.askedAt,
    askedBy: review.askedBy,
    left: { profileId: left.profileId, record: memberOf(left) },
    right: { profileId: right.profileId, record: memberOf(right) },
    explanation: explain(policy.model, left, right),
    answer: review.answer,
  };
}

import type { Effect, StoredRecord, StoredReview } from './identity.rows.ts';

export function noEffect(): Effect {
  return { moves: [], addedLinks: [], removedLinks: [], addedNeverLinks: [], removedNeverLinks: [], reviews: [] };
}

/** What takes an effect back, and is taken back by it. */
export function turnedAround(effect: Effect): Effect {
  return {
    moves: effect.moves.map(({ record, from, to }) => ({ record, from: to, to: from })),
    addedLinks: effect.removedLinks,
    removedLinks: effect.addedLinks,
    addedNeverLinks: effect.removedNeverLinks,
    removedNeverLinks: effect.addedNeverLinks,
    reviews: effect.reviews.map(({ id, from, to }) => ({ id, from: to, to: from })),
  };
}

/** Open questions about two records that are in one profile once the records are where `places` says: nobody need answer them. */
export function questionsSettled(
  { records, reviews }: { records: ReadonlyMap<string, StoredRecord>; reviews: ReadonlyMap<string, StoredReview> },
  places: ReadonlyMap<string, string>,
): Effect['reviews'] {
  const placeOf = (id: string): string | undefined => places.get(id) ?? records.get(id)?.profileId;
  return [...reviews.values()]
    .filter(
      ({ state, left, right }) => state === 'open' && placeOf(left) !== undefined && placeOf(left) === placeOf(right),
    )
    .map(({ id }) => ({ id, from: { state: 'open', answer: null }, to: { state: 'withdrawn', answer: null } }));
}

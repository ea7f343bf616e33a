import type { Effect } from './identity.rows.ts';

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

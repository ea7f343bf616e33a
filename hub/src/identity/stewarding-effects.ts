import { ProblemError } from '../http/problem.ts';
import type { CompiledModel } from '../../../engine/index.ts';
import { noEffect } from './effects.ts';
import { linksAmong, membersOf, type GraphPart } from './graph-part.ts';
import { pairOf, type Effect, type RecordPair, type StoredAnswer, type StoredRecord } from './identity.rows.ts';
import { likeliestLink, linkOf, missingLinks } from './pair-weights.ts';

/** chosen: profiles of a hundred records each; beyond that each record is held apart from one of the others, not from all. */
const mostNeverLinks = 10_000;

/** All records of other profiles into the first, held together by links of a person. Questions between them are answered by it. */
export function mergeEffect(
  part: GraphPart,
  [into = '', ...others]: readonly string[],
  { model, answer }: { model: CompiledModel; answer: StoredAnswer },
): Effect {
  const effect = noEffect();
  let joined = membersOf(part, into);
  for (const other of others) {
    const members = membersOf(part, other);
    const link = likeliestLink(model, joined, members);
    if (link !== null) effect.addedLinks.push({ ...link, madeBy: 'person' });
    effect.moves.push(...members.map(({ id }) => ({ record: id, from: other, to: into })));
    joined = [...joined, ...members];
  }
  const together = new Set(joined.map(({ id }) => id));
  const isTogether = ({ left, right }: RecordPair): boolean => together.has(left) && together.has(right);
  effect.removedNeverLinks = [...part.neverLinks.values()].filter(isTogether);
  effect.reviews = [...part.reviews.values()]
    .filter((review) => review.state === 'open' && isTogether(review))
    .map(({ id }) => ({ id, from: { state: 'open', answer: null }, to: { state: 'answered', answer } }));
  return effect;
}

/**
 * Some records of a profile into one of their own, never to be joined by the model again.
 * @throws ProblemError `records_not_in_profile`
 */
export function splitEffect(
  part: GraphPart,
  { from, to, records }: { from: string; to: string; records: readonly string[] },
  model: CompiledModel,
): Effect {
  const members = membersOf(part, from);
  const leaving = new Set(records);
  const gone = members.filter(({ id }) => leaving.has(id));
  const rest = members.filter(({ id }) => !leaving.has(id));
  if (gone.length !== leaving.size)
    throw new ProblemError('records_not_in_profile', { detail: 'Some of these records are not in the profile.' });
  if (rest.length === 0)
    throw new ProblemError('records_not_in_profile', { detail: 'At least one record has to stay in the profile.' });
  const links = [...part.links.values()];
  const crossing = links.filter(({ left, right }) => leaving.has(left) !== leaving.has(right));
  return {
    ...noEffect(),
    moves: gone.map(({ id }) => ({ record: id, from, to })),
    removedLinks: crossing,
    // What hung together through those that left, or that leave, hangs together by its next best links.
    addedLinks: [gone, rest].flatMap((side) => missingLinks(model, side, linksAmong(links, side))),
    addedNeverLinks: pairsBetween(gone, rest).filter(({ left, right }) => !part.neverLinks.has(`${left} ${right}`)),
  };
}

/** The answer of a person to a question: both profiles become one, or are kept apart for good. */
export function answerEffect(
  part: GraphPart,
  { reviewId, answer }: { reviewId: string; answer: StoredAnswer },
  model: CompiledModel,
): Effect {
  const review = part.reviews.get(reviewId);
  const [left, right] = [part.records.get(review?.left ?? ''), part.records.get(review?.right ?? '')];
  if (review === undefined || left === undefined || right === undefined) throw new ProblemError('review_not_found');
  const pair = pairOf(left.id, right.id);
  const answered: Effect['reviews'][number] = {
    id: review.id,
    from: { state: 'open', answer: null },
    to: { state: 'answered', answer },
  };
  if (answer.same === 'no') {
    if (left.profileId === right.profileId) throw new ProblemError('review_changed');
    return { ...noEffect(), addedNeverLinks: [pair], reviews: [answered] };
  }
  const effect =
    left.profileId === right.profileId
      ? noEffect()
      : mergeEffect(part, [right.profileId, left.profileId], { model, answer });
  const known = part.links.get(`${pair.left} ${pair.right}`);
  return {
    ...effect,
    // The pair that was asked about, in place of the likeliest.
    addedLinks: [linkOf(model, left, right, 'person')],
    removedLinks: known ? [known] : [],
    reviews: [answered, ...effect.reviews.filter(({ id }) => id !== review.id)],
  };
}

function pairsBetween(ones: readonly StoredRecord[], others: readonly StoredRecord[]): RecordPair[] {
  if (ones.length * others.length <= mostNeverLinks)
    return ones.flatMap((one) => others.map((other) => pairOf(one.id, other.id)));
  const [firstOne, firstOther] = [ones[0], others[0]];
  if (!firstOne || !firstOther) return [];
  const anchored = [
    ...others.map((other) => pairOf(firstOne.id, other.id)),
    ...ones.slice(1).map((one) => pairOf(one.id, firstOther.id)),
  ];
  return anchored;
}

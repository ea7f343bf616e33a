import type { ChangeAnswer, MergeRequest, ReviewAnswer, SplitRequest } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import { questionsSettled, turnedAround } from './effects.ts';
import { loadPart, partToUndo, withEffect, writeOf, type GraphPart, type Obstacle } from './graph-part.ts';
import type { IdentityPorts } from './identity.ports.ts';
import type { Effect, NewChange, StoredChange, StoredProfile } from './identity.rows.ts';
import type { IdentityWriter } from './identity.store.ts';
import type { PoliciesInForce } from './policy-in-force.ts';
import { changeAnswerOf } from './shown-changes.ts';
import { seenOf } from './shown-reviews.ts';
import { answerEffect, mergeEffect, splitEffect } from './stewarding-effects.ts';

/** A person who says who is whom. */
export interface Steward {
  id: string;
  name: string;
}

/** What stewards of data do to profiles; each is one change that can be undone, and an entry of the audit stream. */
export interface Stewarding {
  /** @throws ProblemError `profile_not_found`, `profile_erased`, `records_not_in_profile` */
  split(profileId: string, request: SplitRequest, by: Steward): Promise<ChangeAnswer>;
  /** @throws ProblemError `profile_not_found`, `profile_erased`, `profiles_not_mergeable` */
  merge(request: MergeRequest, by: Steward): Promise<ChangeAnswer>;
  /** @throws ProblemError `review_not_found`, `review_answered`, `review_changed` */
  answer(reviewId: string, answer: ReviewAnswer, by: Steward): Promise<ChangeAnswer>;
  /** @throws ProblemError `change_not_found`, `change_not_undoable` */
  undo(changeId: string, reason: string, by: Steward): Promise<ChangeAnswer>;
}

interface Planned {
  part: GraphPart;
  change: Omit<NewChange, 'at' | 'by' | 'records' | 'profiles'>;
}

export function stewarding({ store, now, newId, afterChange }: IdentityPorts, inForce: PoliciesInForce): Stewarding {
  const at = (): string => new Date(now()).toISOString();

  /** Plans alone among all writers, writes, and tells what came of it. */
  const carryOut = async (
    { id, name }: Steward,
    plan: (graph: IdentityWriter, moment: string) => Promise<Planned>,
  ): Promise<ChangeAnswer> => {
    const moment = at();
    const by = { id: `person:${id}`, name };
    const { sequence, profiles } = await store.exclusively(async (graph) => {
      const { part, change } = await plan(graph, moment);
      const { effect, kind } = change;
      if (effect === null) throw new Error('a change of a steward has an effect');
      const { part: after, obstacle } = withEffect(part, effect);
      if (obstacle !== null) throw notUndoable(obstacle);
      const { survivorship } = await inForce(kind, graph);
      const { write, profiles } = writeOf(after, effect, { kind, at: moment, survivorship });
      const concerned = profilesOf(part, effect, profiles);
      const records = [...new Set(effect.moves.map(({ record }) => record))];
      const [sequence = 0] = await graph.write({
        ...write,
        changes: [{ ...change, at: moment, by, records, profiles: concerned }],
      });
      return { sequence, profiles: concerned };
    });
    await afterChange();
    return changeAnswerOf(store, sequence, profiles);
  };

  return {
    split: (profileId, { records, reason }, by) =>
      carryOut(by, async (graph) => {
        const part = await loadPart(graph, [profileId]);
        const { kind } = liveProfile(part, profileId);
        const { model } = await inForce(kind, graph);
        const effect = splitEffect(part, { from: profileId, to: `p_${newId()}`, records }, model);
        const details = { profile: profileId, into: effect.moves[0]?.to ?? '', records: effect.moves.length };
        return { part, change: { kind, change: 'split', reason, effect, event: { kind: 'profile-split', details } } };
      }),

    merge: ({ profiles, reason }, by) =>
      carryOut(by, async (graph, moment) => {
        const part = await loadPart(graph, profiles);
        const kinds = new Set(profiles.map((id) => liveProfile(part, id).kind));
        const [kind = 'person'] = kinds;
        if (new Set(profiles).size < 2 || new Set(profiles).size < profiles.length)
          throw new ProblemError('profiles_not_mergeable', { detail: 'Name two or more different profiles.' });
        if (kinds.size > 1)
          throw new ProblemError('profiles_not_mergeable', {
            detail: 'A person and a company are never one customer.',
          });
        const { model } = await inForce(kind, graph);
        const answer = { same: 'yes', reason, by: { id: `person:${by.id}`, name: by.name }, at: moment } as const;
        const effect = mergeEffect(part, profiles, { model, answer });
        const details = { profiles: [...profiles], records: effect.moves.length };
        return {
          part,
          change: { kind, change: 'merged', reason, effect, event: { kind: 'profiles-merged', details } },
        };
      }),

    answer: (reviewId, { same, reason, seen }, by) =>
      carryOut(by, async (graph, moment) => {
        const review = await graph.review(reviewId);
        if (review === null || review.state === 'withdrawn') throw new ProblemError('review_not_found');
        if (review.state === 'answered') throw new ProblemError('review_answered');
        const sides = await graph.records([review.left, review.right]);
        const part = await loadPart(graph, [...new Set(sides.map(({ profileId }) => profileId))], [reviewId]);
        const policy = await inForce(review.kind, graph);
        if (seenOf(review, part.records, policy.revision) !== seen) throw new ProblemError('review_changed');
        const answer = { same, reason, by: { id: `person:${by.id}`, name: by.name }, at: moment };
        const effect = answerEffect(part, { reviewId, answer }, policy.model);
        const details = { review: reviewId, same, profiles: [...part.profiles.keys()].sort() };
        return {
          part,
          change: {
            kind: review.kind,
            change: 'answered',
            reason,
            effect,
            event: { kind: 'review-answered', details },
          },
        };
      }),

    undo: (changeId, reason, by) =>
      carryOut(by, async (graph) => {
        const change = await changeOf(graph, changeId);
        if (change.effect === null || change.undoneBy !== null)
          throw new ProblemError('change_not_undoable', {
            detail: change.undoneBy === null ? 'There is nothing to take back.' : 'It was undone already.',
          });
        const part = await partToUndo(graph, [change]);
        const effect = undoingEffect(part, change.effect);
        const details = { undone: changeId, profiles: change.profiles, records: effect.moves.length };
        const event = { kind: 'identity-change-undone', details } as const;
        const { kind, sequence } = change;
        return { part, change: { kind, change: 'undone', reason, effect, undoes: sequence, event } };
      }),
  };
}

/** @throws ProblemError `profile_not_found`, `profile_erased` */
function liveProfile({ profiles }: GraphPart, id: string): StoredProfile {
  const profile = profiles.get(id);
  if (profile?.erasedAt) throw new ProblemError('profile_erased');
  if (profile === undefined || profile.records === 0)
    throw new ProblemError(
      'profile_not_found',
      profile?.mergedInto ? { params: { mergedInto: profile.mergedInto } } : {},
    );
  return profile;
}

/** Questions that were asked since about records that come together again are withdrawn with it. */
function undoingEffect(part: GraphPart, undone: Effect): Effect {
  const effect = turnedAround(undone);
  const own = new Set(effect.reviews.map(({ id }) => id));
  const settled = questionsSettled(part, new Map(effect.moves.map(({ record, to }) => [record, to])));
  return { ...effect, reviews: [...effect.reviews, ...settled.filter(({ id }) => !own.has(id))] };
}

async function changeOf(graph: IdentityWriter, changeId: string): Promise<StoredChange> {
  const match = /^c_(\d{1,15})$/.exec(changeId);
  const change = match && (await graph.change(Number(match[1])));
  if (!change) throw new ProblemError('change_not_found');
  return change;
}

/** Profiles whose history tells of a change: those that it changed, and those of questions that it answered. */
function profilesOf(
  part: GraphPart,
  effect: NonNullable<NewChange['effect']>,
  changed: readonly StoredProfile[],
): string[] {
  const ids = new Set(changed.map(({ id }) => id));
  const pairs = [...effect.addedNeverLinks, ...effect.removedNeverLinks];
  for (const id of pairs.flatMap(({ left, right }) => [left, right])) {
    const profileId = part.records.get(id)?.profileId;
    if (profileId !== undefined) ids.add(profileId);
  }
  return [...ids].sort();
}

const words: Readonly<Record<NonNullable<Obstacle>, string>> = {
  erased: 'Records of it were erased since.',
  moved: 'Its records went into other profiles since: undo what came later first.',
  'linked-since': 'Other records were joined on the strength of it since: split or undo those first.',
  'answered-since': 'Somebody answered a question about these records since: undo that first.',
};

function notUndoable(obstacle: NonNullable<Obstacle>): ProblemError {
  return new ProblemError('change_not_undoable', { detail: words[obstacle], params: { why: obstacle } });
}

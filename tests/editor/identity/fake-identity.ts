import {
  goldenRecord,
  type ChangeAnswer,
  type IdentityChange,
  type IdentityKind,
  type IdentityModel,
  type IdentityReview,
  type MergeRequest,
  type PolicyChange,
  type PolicyRevision,
  type PolicySimulation,
  type Profile,
  type ProfileLine,
  type ProfileSearch,
  type ReviewAnswer,
  type SplitRequest,
} from '../../../engine/index.ts';
import { answerOf, firstPolicy, revisionOf, reviewOf, sameWords, titleOf } from './fake-answers.ts';
import { explain, profileOf, samplePairs, sampleProfiles, type KeptProfile } from './sample-identity.ts';

export interface FakeIdentityOptions {
  /** ISO 8601. @default '2026-11-22T13:40:00.000Z' */
  now?: string;
  /** Without any profile or question. @default false */
  empty?: boolean;
  /** How many of the questions somebody has answered already. @default 0 */
  answered?: number;
}

interface Answer {
  status: number;
  body: unknown;
}

interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** The revision of `If-Match`, null without one. */
  revision: number | null;
}

const ada = { id: 'person:u1', name: 'Ada Lindqvist' };

/** The routes of identity over customers in memory, as `engine/contract/identity-api.ts` says. */
export function createFakeIdentity({
  now = '2026-11-22T13:40:00.000Z',
  empty = false,
  answered = 0,
}: FakeIdentityOptions = {}) {
  const profiles = new Map((empty ? [] : sampleProfiles()).map((profile) => [profile.id, profile]));
  const reviews: IdentityReview[] = empty ? [] : samplePairs.map(reviewOf);
  for (const [index, review] of reviews.slice(0, answered).entries()) Object.assign(review, answerOf(index, now));
  for (const { left, right } of reviews) {
    for (const { profileId, record } of [left, right])
      profiles.set(profileId, profileOf(profileId, 'person', [record], '2026-11-22T09:30:00.000Z'));
  }
  const policies = { person: firstPolicy('person'), company: firstPolicy('company') };
  const revisions: Record<IdentityKind, PolicyRevision[]> = {
    person: [revisionOf(policies.person)],
    company: [revisionOf(policies.company)],
  };
  let changes = 0;

  function handle({ method, path, query, body, revision }: Asked): Answer | null {
    if (path === '/identity/profiles/search') return ok(search(body as ProfileSearch));
    if (path === '/identity/merges') return merge(body as MergeRequest);
    if (path === '/identity/erasures') return erase(body as { profileId: string });
    if (path === '/identity/reviews') return ok(reviewPage(query));
    const kind: IdentityKind = query.get('kind') === 'company' ? 'company' : 'person';
    if (path === '/identity/policy/revisions') return ok(revisions[kind]);
    if (path === '/identity/policy/simulations') return ok(simulate((body as { model: IdentityModel }).model));
    if (path === '/identity/policy/trainings') return train((body as { kind: IdentityKind }).kind);
    if (path === '/identity/policy')
      return method === 'PUT' ? changePolicy(kind, body as PolicyChange, revision) : ok(policies[kind]);
    const [, profileId, act] = /^\/identity\/profiles\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (profileId !== undefined) return onProfile(decodeURIComponent(profileId), act, body);
    const [, reviewId, answers] = /^\/identity\/reviews\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (reviewId !== undefined) return onReview(decodeURIComponent(reviewId), answers, body);
    const [, changeId] = /^\/identity\/changes\/([^/]+)\/undo$/.exec(path) ?? [];
    return changeId === undefined ? null : undo(decodeURIComponent(changeId), body as { reason: string });
  }

  function search({ query = '', kind, before, limit = 50 }: ProfileSearch) {
    const words = query.toLowerCase();
    const found = [...profiles.values()]
      .filter((profile) => profile.mergedInto === null && (kind === undefined || profile.kind === kind))
      .filter(({ id, members }) =>
        [id, ...members.flatMap((one) => [one.id, ...Object.values(one.values)])].some((value) =>
          value.toLowerCase().includes(words),
        ),
      )
      .sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1));
    const start = before === undefined ? 0 : found.findIndex(({ id }) => id === before) + 1;
    const page = found.slice(start, start + limit);
    return { profiles: page.map(lineOf), next: start + limit < found.length ? (page.at(-1)?.id ?? null) : null };
  }

  const lineOf = (profile: KeptProfile): ProfileLine => ({
    id: profile.id,
    kind: profile.kind,
    title: titleOf(profile),
    records: profile.members.length,
    sources: [...new Set(profile.members.map(({ source }) => source))],
    probability: Math.min(1, ...profile.links.map(({ explanation }) => explanation.probability)),
    changedAt: profile.changedAt,
    openReviews: reviews.filter(
      ({ state, left, right }) => state === 'open' && [left.profileId, right.profileId].includes(profile.id),
    ).length,
  });

  const wholeOf = (profile: KeptProfile): Profile => ({
    ...lineOf(profile),
    createdAt: profile.createdAt,
    mergedInto: profile.mergedInto,
    members: profile.members,
    links: profile.links,
    history: profile.history,
    golden: goldenRecord(
      profile.members.map(({ recordId, source, updatedAt, values }) => ({
        id: recordId,
        source,
        values,
        ...(updatedAt !== null && { updatedAt }),
      })),
      policies[profile.kind].survivorship,
      { keyOf: sameWords },
    ),
  });

  function onProfile(id: string, act: string | undefined, body: unknown): Answer {
    const profile = profiles.get(id);
    if (!profile) return refuse(404, 'profile_not_found', 'There is no such profile');
    if (act === 'split') return split(profile, body as SplitRequest);
    return ok(wholeOf(profile));
  }

  function note(kind: IdentityChange['kind'], reason: string, concerned: KeptProfile[], records: string[]) {
    changes += 1;
    const change: IdentityChange = {
      id: `change-${changes}`,
      kind,
      at: now,
      by: ada,
      reason,
      profiles: concerned.map(({ id }) => id),
      records,
      undoable: kind !== 'undone',
      recorded: { stream: 'audit', sequence: changes },
    };
    for (const profile of concerned) {
      profile.changedAt = now;
      profile.history.push(change);
    }
    const answer: ChangeAnswer = { change, profiles: concerned.map(lineOf) };
    return ok(answer);
  }

  function split(profile: KeptProfile, { records, reason }: SplitRequest): Answer {
    if (records.length === 0 || records.length >= profile.members.length)
      return refuse(422, 'split_takes_all', 'At least one record has to stay');
    const leaves = profile.members.filter(({ recordId }) => records.includes(recordId));
    const stays = profile.members.filter((one) => !leaves.includes(one));
    const other = profileOf(`p-split-${changes}`, profile.kind, leaves, now);
    profiles.set(other.id, other);
    Object.assign(profile, { members: stays, links: profileOf(profile.id, profile.kind, stays, now).links });
    return note('split', reason, [profile, other], records);
  }

  function merge({ profiles: ids, reason }: MergeRequest): Answer {
    const [first, ...rest] = ids.flatMap((id) => profiles.get(id) ?? []);
    if (!first || rest.length === 0) return refuse(404, 'profile_not_found', 'There is no such profile');
    for (const other of rest) joinInto(first, other);
    return note(
      'merged',
      reason,
      [first, ...rest],
      rest.flatMap(({ members }) => members.map((one) => one.recordId)),
    );
  }

  function joinInto(first: KeptProfile, other: KeptProfile): void {
    const [left] = first.members;
    const [right] = other.members;
    if (left && right)
      first.links.push({
        left: left.recordId,
        right: right.recordId,
        madeBy: 'person',
        explanation: explain(first.kind, left, right),
      });
    first.members.push(...other.members);
    first.links.push(...other.links);
    other.mergedInto = first.id;
  }

  function undo(id: string, { reason }: { reason: string }): Answer {
    const concerned = [...profiles.values()].filter(({ history }) => history.some((change) => change.id === id));
    const change = concerned[0]?.history.find((one) => one.id === id);
    if (!change?.undoable) return refuse(409, 'change_not_undoable', 'Something later rests on this change');
    change.undoable = false;
    if (change.kind === 'split') {
      const [first, second] = change.profiles.flatMap((one) => profiles.get(one) ?? []);
      if (first && second) joinInto(first, second);
    }
    return note('undone', reason, concerned, change.records);
  }

  function erase({ profileId }: { profileId: string }): Answer {
    const profile = profiles.get(profileId);
    if (!profile) return refuse(404, 'profile_not_found', 'There is no such profile');
    profiles.delete(profileId);
    return ok({
      profileId,
      erasedAt: now,
      records: profile.members.length,
      recorded: { stream: 'audit', sequence: 2 },
    });
  }

  function reviewPage(query: URLSearchParams) {
    const state = query.get('state') ?? 'open';
    const limit = Number(query.get('limit') ?? 50);
    const fits = reviews.filter((review) => review.state === state);
    const start = fits.findIndex(({ id }) => id === query.get('before')) + 1;
    const page = fits.slice(start, start + limit);
    return {
      reviews: page,
      next: start + limit < fits.length ? (page.at(-1)?.id ?? null) : null,
      open: reviews.filter((review) => review.state === 'open').length,
    };
  }

  function onReview(id: string, act: string | undefined, body: unknown): Answer {
    const review = reviews.find((one) => one.id === id);
    if (!review) return refuse(404, 'review_not_found', 'There is no such question');
    if (act === undefined) return ok(review);
    const { same, reason, seen } = body as ReviewAnswer;
    if (review.state === 'answered') return refuse(409, 'review_answered', 'Somebody answered this question before');
    if (review.seen !== seen) return refuse(412, 'review_changed', 'The records changed since you saw them');
    review.state = 'answered';
    review.answer = { same, reason, by: ada, at: now };
    const concerned = [review.right, review.left].flatMap(({ profileId }) => profiles.get(profileId) ?? []);
    const [first, second] = concerned;
    if (same === 'yes' && first && second) joinInto(first, second);
    return note('answered', reason, concerned, [review.left.record.recordId]);
  }

  function changePolicy(kind: IdentityKind, change: PolicyChange, revision: number | null): Answer {
    const { model, survivorship, apply, reason } = change;
    if (revision !== policies[kind].revision)
      return refuse(412, 'revision_conflict', 'Somebody else has changed the rule meanwhile');
    policies[kind] = { revision: revision + 1, model, survivorship, changedAt: now, changedBy: ada };
    revisions[kind].unshift({ ...revisionOf(policies[kind]), apply, reason });
    return ok(policies[kind]);
  }

  /** A pair that the links of a profile join is cut when it does not reach the rule's own threshold. */
  function simulate(model: IdentityModel): PolicySimulation {
    const all = [...profiles.values()].filter(({ mergedInto, kind }) => mergedInto === null && kind === model.kind);
    const wouldSplit = all.filter(({ links }) =>
      links.some(({ explanation, madeBy }) => madeBy === 'model' && explanation.probability < model.zones.same),
    );
    const open = reviews.filter(({ state }) => state === 'open');
    return {
      profiles: all.length,
      records: all.reduce((sum, { members }) => sum + members.length, 0),
      wouldSplit: {
        count: wouldSplit.length,
        examples: wouldSplit.map((profile) => ({
          profile: lineOf(profile),
          into: [profile.members.slice(0, -1), profile.members.slice(-1)].map((part) =>
            part.map(({ recordId }) => recordId),
          ),
        })),
      },
      wouldJoin: { count: 0, examples: [] },
      reviews: { now: open.length, then: open.length + wouldSplit.length },
      contradictsAnswers: 0,
    };
  }

  /** A "same" moves the weight of names towards agreement, as far as the number of answers allows. */
  function train(kind: IdentityKind): Answer {
    const answers = reviews.flatMap(({ answer }) => answer?.same ?? []);
    const same = answers.filter((one) => one === 'yes').length;
    const different = answers.length - same;
    const { model } = policies[kind];
    if (answers.length === 0) return ok({ model, answers: { same, different }, simulation: simulate(model) });
    const learned: IdentityModel = {
      ...model,
      version: `${model.version}+1`,
      comparisons: model.comparisons.map((comparison, index) =>
        index > 0
          ? comparison
          : { ...comparison, levels: comparison.levels.map((level) => ({ ...level, u: level.u / 2 })) },
      ),
      provenance: { ...model.provenance, method: 'reviewed-pairs', reviewedPairs: { same, different } },
    };
    return ok({ model: learned, answers: { same, different }, simulation: simulate(learned) });
  }

  return { handle, profiles, reviews, policies };
}

export type FakeIdentity = ReturnType<typeof createFakeIdentity>;

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function refuse(status: number, code: string, title: string): Answer {
  return { status, body: { type: `urn:steward:problem:${code}`, title, status, code } };
}

import type {
  ChangeAnswer,
  IdentityErasure,
  IdentityKind,
  IdentityModel,
  IdentityPolicy,
  IdentityReview,
  MergeRequest,
  PolicyChange,
  PolicyRevision,
  PolicySimulation,
  Profile,
  ProfilePage,
  ProfileSearch,
  ReviewAnswer,
  ReviewPage,
  SplitRequest,
  TrainingAnswer,
} from '../../../engine/index.ts';
import { transport as ownTransport } from './api.ts';
import { request, type Transport } from './request.ts';

/** What is asked of all profiles takes longer than what is asked of one. */
const longSeconds = 120;

/**
 * The hub's routes of identity as functions. Every one throws an `ApiError` that words the failure for people. Names,
 * addresses and numbers go in bodies alone.
 */
export function createIdentityApi(transport: Transport) {
  const post = <T>(path: string, body: unknown, timeoutSeconds?: number) =>
    request<T>(transport, path, { method: 'POST', body, ...(timeoutSeconds && { timeoutSeconds }) });
  const get = <T>(path: string, signal?: AbortSignal) => request<T>(transport, path, signal ? { signal } : {});
  const id = encodeURIComponent;
  return {
    profiles: (body: ProfileSearch, signal?: AbortSignal) =>
      request<ProfilePage>(transport, '/identity/profiles/search', {
        method: 'POST',
        body,
        ...(signal && { signal }),
      }),
    profile: (profile: string, signal?: AbortSignal) => get<Profile>(`/identity/profiles/${id(profile)}`, signal),
    split: (profile: string, body: SplitRequest) => post<ChangeAnswer>(`/identity/profiles/${id(profile)}/split`, body),
    /** All into the first. */
    merge: (body: MergeRequest) => post<ChangeAnswer>('/identity/merges', body),
    undo: (change: string, reason: string) => post<ChangeAnswer>(`/identity/changes/${id(change)}/undo`, { reason }),
    erase: (profileId: string, reason: string) =>
      post<IdentityErasure>('/identity/erasures', { profileId, reason }, longSeconds),
    reviews: (state: IdentityReview['state'], before: string | null, limit: number, signal?: AbortSignal) =>
      get<ReviewPage>(
        `/identity/reviews?state=${state}&limit=${limit}${before === null ? '' : `&before=${id(before)}`}`,
        signal,
      ),
    review: (review: string, signal?: AbortSignal) => get<IdentityReview>(`/identity/reviews/${id(review)}`, signal),
    /** 409 `review_answered` when somebody answered before; 412 `review_changed` when the records changed since. */
    answer: (review: string, body: ReviewAnswer) => post<ChangeAnswer>(`/identity/reviews/${id(review)}/answers`, body),
    policy: (kind: IdentityKind, signal?: AbortSignal) => get<IdentityPolicy>(`/identity/policy?kind=${kind}`, signal),
    /** 412 `revision_conflict` when somebody changed it meanwhile. */
    changePolicy: (kind: IdentityKind, revision: number, body: PolicyChange) =>
      request<IdentityPolicy>(transport, `/identity/policy?kind=${kind}`, {
        method: 'PUT',
        body,
        revision,
        timeoutSeconds: longSeconds,
      }),
    revisions: (kind: IdentityKind, signal?: AbortSignal) =>
      get<PolicyRevision[]>(`/identity/policy/revisions?kind=${kind}`, signal),
    train: (kind: IdentityKind) => post<TrainingAnswer>('/identity/policy/trainings', { kind }, longSeconds),
    simulate: (model: IdentityModel) => post<PolicySimulation>('/identity/policy/simulations', { model }, longSeconds),
  };
}

export type IdentityApi = ReturnType<typeof createIdentityApi>;

/** The profiles of the hub that serves this page. */
export const identityApi: IdentityApi = createIdentityApi(ownTransport);

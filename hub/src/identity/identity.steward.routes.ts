import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MergeRequest, ReviewAnswer, SplitRequest } from '../../../engine/index.ts';
import { problems } from '../http/schemas.ts';
import { retryLater } from '../ledger/ledger.routes.ts';
import { staffOf } from '../ledger/ledger.personal.routes.ts';
import { authorOf } from '../people/access.ts';
import { ChangeAnswerSchema, ErasureSchema } from './identity.answers.schema.ts';
import {
  AnswerBody,
  ChangeParams,
  ErasureBody,
  MergeBody,
  ProfileParams,
  ReviewParams,
  SplitBody,
  UndoBody,
} from './identity.schema.ts';
import type { Identity } from './identity.service.ts';

const tags = ['identity'];
const profileRefusals = ['profile_not_found', 'profile_erased'] as const;

/** What people say of who is whom; each is a change that can be undone, and recorded. */
export function stewardRoutes(app: FastifyInstance, identity: Identity): void {
  const by = (request: FastifyRequest) => authorOf(request);

  app.post<{ Params: { profileId: string }; Body: SplitRequest }>(
    '/identity/profiles/:profileId/split',
    {
      config: { needs: 'identity:steward', only: 'person' },
      schema: {
        tags,
        summary: 'Records leave a profile for one of their own, and are never joined to it by the model again',
        params: ProfileParams,
        body: SplitBody,
        response: { 200: ChangeAnswerSchema, ...problems(...profileRefusals, 'records_not_in_profile') },
      },
    },
    (request) => identity.split(request.params.profileId, request.body, by(request)),
  );

  app.post<{ Body: MergeRequest }>(
    '/identity/merges',
    {
      config: { needs: 'identity:steward', only: 'person' },
      schema: {
        tags,
        summary: 'Several profiles become the first of them',
        body: MergeBody,
        response: { 200: ChangeAnswerSchema, ...problems(...profileRefusals, 'profiles_not_mergeable') },
      },
    },
    (request) => identity.merge(request.body, by(request)),
  );

  app.post<{ Params: { reviewId: string }; Body: ReviewAnswer }>(
    '/identity/reviews/:reviewId/answers',
    {
      config: { needs: 'identity:steward', only: 'person' },
      schema: {
        tags,
        summary: 'Answers a question: one customer, or two',
        params: ReviewParams,
        body: AnswerBody,
        response: { 200: ChangeAnswerSchema, ...problems('review_not_found', 'review_answered', 'review_changed') },
      },
    },
    (request) => identity.answer(request.params.reviewId, request.body, by(request)),
  );

  app.post<{ Params: { changeId: string }; Body: { reason: string } }>(
    '/identity/changes/:changeId/undo',
    {
      config: { needs: 'identity:steward', only: 'person' },
      schema: {
        tags,
        summary: 'Takes a change back, while nothing later rests on it',
        params: ChangeParams,
        body: UndoBody,
        response: { 200: ChangeAnswerSchema, ...problems('change_not_found', 'change_not_undoable') },
      },
    },
    (request) => identity.undo(request.params.changeId, request.body.reason, by(request)),
  );

  app.post<{ Body: { profileId: string; reason: string } }>(
    '/identity/erasures',
    {
      config: { needs: 'identity:erase', only: 'person' },
      schema: {
        tags,
        summary: 'Destroys all that is known of a customer, so that nobody can read it; recorded, and final',
        body: ErasureBody,
        response: { 200: ErasureSchema, ...problems(...profileRefusals, 'ledger_busy', 'ledger_damaged') },
      },
    },
    (request, reply) => retryLater(reply, identity.erase(request.body, staffOf(request))),
  );
}

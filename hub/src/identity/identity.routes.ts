import type { FastifyInstance } from 'fastify';
import type { MatchRequest, ProfileSearch } from '../../../engine/index.ts';
import { problems } from '../http/schemas.ts';
import { principalOf } from '../people/access.ts';
import { principalName } from '../people/principal.ts';
import {
  MatchAnswerSchema,
  ProfilePageSchema,
  ProfileSchema,
  ReviewPageSchema,
  ReviewSchema,
} from './identity.answers.schema.ts';
import { MatchBody, ProfileParams, ReviewParams, ReviewsQuery, SearchBody } from './identity.schema.ts';
import type { Identity } from './identity.service.ts';

const tags = ['identity'];

/** Who somebody is: asked by machines, looked at by stewards of data. */
export function identityRoutes(app: FastifyInstance, identity: Identity): void {
  app.post<{ Body: MatchRequest }>(
    '/identity/match',
    {
      config: { needs: 'identity:match', counts: 'append' },
      schema: {
        tags,
        summary: 'Who are these? Known, new, or a question for a person',
        description:
          'Answers when everything that is kept is on disk. The same record of the same source again is the same record, whose values are renewed; nothing is kept twice.',
        body: MatchBody,
        response: { 200: MatchAnswerSchema },
      },
    },
    (request) => {
      const principal = principalOf(request);
      const { name } = principal.kind === 'person' ? principal.person : principal;
      return identity.match(request.body, { id: principalName(principal), name });
    },
  );

  app.post<{ Body: ProfileSearch }>(
    '/identity/profiles/search',
    {
      config: { needs: 'identity:read', counts: 'read' },
      schema: {
        tags,
        summary: 'Profiles, newest change first',
        body: SearchBody,
        response: { 200: ProfilePageSchema },
      },
    },
    (request) => identity.search(request.body),
  );

  app.get<{ Params: { profileId: string } }>(
    '/identity/profiles/:profileId',
    {
      config: { needs: 'identity:read' },
      schema: {
        tags,
        summary: 'One profile: its records, why they belong together, its golden record, its history',
        params: ProfileParams,
        response: { 200: ProfileSchema, ...problems('profile_not_found', 'profile_erased') },
      },
    },
    (request) => identity.profile(request.params.profileId),
  );

  app.get<{ Querystring: { state?: 'open' | 'answered'; before?: string; limit?: number } }>(
    '/identity/reviews',
    {
      config: { needs: 'identity:read' },
      schema: {
        tags,
        summary: 'Questions to persons, the most probable first; or answers, the newest first',
        querystring: ReviewsQuery,
        response: { 200: ReviewPageSchema },
      },
    },
    (request) => identity.reviews(request.query),
  );

  app.get<{ Params: { reviewId: string } }>(
    '/identity/reviews/:reviewId',
    {
      config: { needs: 'identity:read' },
      schema: {
        tags,
        summary: 'One question, both records side by side with the evidence',
        params: ReviewParams,
        response: { 200: ReviewSchema, ...problems('review_not_found') },
      },
    },
    (request) => identity.review(request.params.reviewId),
  );
}

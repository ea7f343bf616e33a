import type { FastifyInstance } from 'fastify';
import type { IdentityKind, PolicyChange } from '../../../engine/index.ts';
import { readIfMatch, revisionTag } from '../http/if-match.ts';
import { problems } from '../http/schemas.ts';
import { ifMatchHeaders } from '../journeys/journeys.schema.ts';
import { authorOf } from '../people/access.ts';
import { PolicySchema, RevisionsSchema, SimulationSchema, TrainingSchema } from './identity.answers.schema.ts';
import { PolicyBody, PolicyQuery, SimulationBody, TrainingBody } from './identity.schema.ts';
import type { Identity } from './identity.service.ts';

const tags = ['identity'];

interface OfKind {
  Querystring: { kind?: IdentityKind };
}

/** When records are one customer: the model in force, what another one would do, what answers teach. */
export function policyRoutes(app: FastifyInstance, identity: Identity): void {
  app.get<OfKind>(
    '/identity/policy',
    {
      config: { needs: 'identity:read' },
      schema: {
        tags,
        summary: 'The policy in force, with its revision in the ETag',
        querystring: PolicyQuery,
        response: { 200: PolicySchema },
      },
    },
    async (request, reply) => {
      const policy = await identity.policy(request.query.kind ?? 'person');
      return reply.header('etag', revisionTag(policy.revision)).send(policy);
    },
  );

  app.get<OfKind>(
    '/identity/policy/revisions',
    {
      config: { needs: 'identity:read' },
      schema: {
        tags,
        summary: 'Revisions of the policy, newest first',
        querystring: PolicyQuery,
        response: { 200: RevisionsSchema },
      },
    },
    (request) => identity.policyRevisions(request.query.kind ?? 'person'),
  );

  app.put<OfKind & { Body: PolicyChange }>(
    '/identity/policy',
    {
      config: { needs: 'identity:policy', only: 'person' },
      schema: {
        tags,
        summary: 'Another policy in place of the revision that If-Match names',
        description:
          '`from-now`: for records that come. `to-existing`: profiles are split and joined as the simulation says, each a change that can be undone; what persons said stands.',
        querystring: PolicyQuery,
        headers: ifMatchHeaders,
        body: PolicyBody,
        response: {
          200: PolicySchema,
          ...problems(
            'invalid_identity_model',
            'invalid_survivorship',
            'revision_conflict',
            'invalid_if_match',
            'revision_required',
            'profiles_changing',
          ),
        },
      },
    },
    async (request, reply) => {
      const revision = readIfMatch(request.headers['if-match']);
      const policy = await identity.putPolicy(
        request.query.kind ?? 'person',
        revision,
        request.body,
        authorOf(request),
      );
      return reply.header('etag', revisionTag(policy.revision)).send(policy);
    },
  );

  app.post<{ Body: { kind: IdentityKind } }>(
    '/identity/policy/trainings',
    {
      config: { needs: 'identity:policy', only: 'person' },
      schema: {
        tags,
        summary: 'Proposes a model learned from answers and records; nothing applies before it is put',
        body: TrainingBody,
        response: { 200: TrainingSchema },
      },
    },
    (request) => identity.train(request.body.kind),
  );

  app.post<{ Body: { model: PolicyChange['model'] } }>(
    '/identity/policy/simulations',
    {
      config: { needs: 'identity:policy', only: 'person' },
      schema: {
        tags,
        summary: 'What a model would do to the profiles that exist; changes nothing',
        body: SimulationBody,
        response: { 200: SimulationSchema, ...problems('invalid_identity_model') },
      },
    },
    (request) => identity.simulate(request.body.model),
  );
}

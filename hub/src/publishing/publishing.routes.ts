import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PublishRequest } from '../../../engine/index.ts';
import { ProblemError, type ProblemCode } from '../http/problem.ts';
import { problems } from '../http/schemas.ts';
import type { N8nActor } from '../n8n/n8n.client.ts';
import type { OneAtATime } from '../journeys/one-at-a-time.ts';
import { journeyParams, publicationSchema } from '../journeys/journeys.schema.ts';
import { authorOf, personOf } from '../people/access.ts';
import { publisher, type PublisherPorts } from './publisher.ts';
import { publishBody, workflowSchema } from './publishing.schema.ts';

const n8nRefusals = [
  'n8n_session_required',
  'forbidden_in_n8n',
  'n8n_refused',
  'n8n_unavailable',
  'n8n_not_configured',
] as const satisfies ProblemCode[];

const publishRefusals = [
  'journey_not_found',
  'revision_conflict',
  'workflow_changed_in_n8n',
  'busy_in_another_hub',
  'webhook_path_taken',
  'journey_has_problems',
  'publication_failed',
  'publication_timeout',
  ...n8nRefusals,
] as const satisfies ProblemCode[];

interface ById {
  Params: { id: string };
}

export interface PublishingRoutesPorts extends PublisherPorts {
  /** By journey: what n8n runs is not changed by two at once, and not by one whose journey is being deleted. */
  oneAtATime: OneAtATime;
}

export function publishingRoutes(app: FastifyInstance, ports: PublishingRoutesPorts): void {
  const { journeys, publications, n8n, oneAtATime } = ports;
  const { publish } = publisher(ports);

  app.post<ById & { Body: PublishRequest }>(
    '/journeys/:id/publish',
    {
      schema: {
        summary: 'Run the newest revision of a journey in n8n',
        params: journeyParams,
        body: publishBody,
        response: { 200: publicationSchema, ...problems(...publishRefusals) },
      },
      config: { needs: 'journeys:publish' },
    },
    (request) =>
      oneAtATime(request.params.id, () =>
        publish(request.params.id, request.body, { author: authorOf(request), actor: actorOf(request) }),
      ),
  );

  app.get<ById>(
    '/journeys/:id/n8n-workflow',
    {
      schema: {
        summary: 'The workflow of a journey as n8n holds it now, with n8n’s version in the ETag',
        params: journeyParams,
        response: {
          200: workflowSchema,
          ...problems('journey_not_found', 'not_published', 'workflow_not_found', ...n8nRefusals),
        },
      },
      config: { needs: 'journeys:read', only: 'person' },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await journeys.get(id))) throw new ProblemError('journey_not_found');
      const link = await publications.getLink(id);
      if (!link) throw new ProblemError('not_published');
      const held = await n8n.getWorkflow(actorOf(request), link.workflowId);
      if (!held) throw new ProblemError('workflow_not_found', { params: { workflowId: link.workflowId } });
      return reply.header('etag', `"${held.versionId}"`).send(held.workflow);
    },
  );
}

/** What is done in n8n is done as the person, where n8n knows them. */
function actorOf(request: FastifyRequest): N8nActor {
  return personOf(request).n8nSession;
}

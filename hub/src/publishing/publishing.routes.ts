import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PublishRequest } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { N8nSession } from '../n8n/n8n.client.ts';
import type { OneAtATime } from '../journeys/one-at-a-time.ts';
import { journeyParams, publishBody } from '../journeys/journeys.schema.ts';
import { authorOf, personOf } from '../people/access.ts';
import { publisher, type PublisherPorts } from './publisher.ts';

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
    { schema: { params: journeyParams, body: publishBody }, config: { needs: 'journeys:publish' } },
    (request) =>
      oneAtATime(request.params.id, () =>
        publish(request.params.id, request.body, { author: authorOf(request), session: sessionOf(request) }),
      ),
  );

  app.get<ById>(
    '/journeys/:id/n8n-workflow',
    { schema: { params: journeyParams }, config: { needs: 'journeys:read' } },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await journeys.get(id))) throw new ProblemError('journey_not_found');
      const link = await publications.getLink(id);
      if (!link) throw new ProblemError('not_published');
      const held = await n8n.getWorkflow(sessionOf(request), link.workflowId);
      if (!held) throw new ProblemError('workflow_not_found', { params: { workflowId: link.workflowId } });
      return reply.header('etag', `"${held.versionId}"`).send(held.workflow);
    },
  );
}

/** What is done in n8n is done as the person, who therefore must be signed in there. */
function sessionOf(request: FastifyRequest): N8nSession {
  const { n8nSession } = personOf(request);
  if (n8nSession === null) throw new ProblemError('n8n_session_required');
  return n8nSession;
}

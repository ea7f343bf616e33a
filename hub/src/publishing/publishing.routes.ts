import type { FastifyInstance } from 'fastify';
import type { PublishRequest } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { OneAtATime } from '../journeys/one-at-a-time.ts';
import { journeyParams, publishBody } from '../journeys/journeys.schema.ts';
import { personOf } from '../people/people.plugin.ts';
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
    { schema: { params: journeyParams, body: publishBody } },
    (request) => oneAtATime(request.params.id, () => publish(request.params.id, request.body, personOf(request))),
  );

  app.get<ById>('/journeys/:id/n8n-workflow', { schema: { params: journeyParams } }, async (request, reply) => {
    const { id } = request.params;
    if (!(await journeys.get(id))) throw new ProblemError('journey_not_found');
    const link = await publications.getLink(id);
    if (!link) throw new ProblemError('not_published');
    const held = await n8n.getWorkflow(personOf(request).session, link.workflowId);
    if (!held) throw new ProblemError('workflow_not_found', { params: { workflowId: link.workflowId } });
    return reply.header('etag', `"${held.versionId}"`).send(held.workflow);
  });
}

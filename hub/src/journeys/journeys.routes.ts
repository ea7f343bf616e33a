import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Samples } from '../../../engine/index.ts';
import { readIfMatch, revisionTag } from '../http/if-match.ts';
import { ProblemError } from '../http/problem.ts';
import { problems } from '../http/schemas.ts';
import { authorOf } from '../people/access.ts';
import { readJourney } from './journeys.document.ts';
import {
  documentBody,
  ifMatchHeaders,
  journeyParams,
  journeySummariesSchema,
  samplesBody,
  samplesSchema,
  storedJourneySchema,
} from './journeys.schema.ts';
import type { Change, JourneyStore } from './journeys.store.ts';
import type { OneAtATime } from './one-at-a-time.ts';

export interface JourneyRoutesPorts {
  journeys: JourneyStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** By journey: one that is being published is deleted afterwards. */
  oneAtATime: OneAtATime;
}

const changeRefusals = ['journey_not_found', 'revision_conflict', 'invalid_if_match', 'revision_required'] as const;

interface ById {
  Params: { id: string };
}

export function journeyRoutes(app: FastifyInstance, { journeys, now, oneAtATime }: JourneyRoutesPorts): void {
  const change = (request: FastifyRequest): Change => ({ by: authorOf(request), at: new Date(now()).toISOString() });

  app.get(
    '/journeys',
    {
      schema: { summary: 'All journeys, last changed first', response: { 200: journeySummariesSchema } },
      config: { needs: 'journeys:read' },
    },
    () => journeys.list(),
  );

  app.post<{ Body: { document: unknown } }>(
    '/journeys',
    {
      schema: {
        summary: 'Keep a new journey',
        body: documentBody,
        response: { 201: storedJourneySchema, ...problems('journey_exists', 'invalid_journey') },
      },
      config: { needs: 'journeys:edit' },
    },
    async (request, reply) => {
      const stored = await journeys.create(readJourney(request.body.document), change(request));
      if (!stored) throw new ProblemError('journey_exists');
      return reply.code(201).header('etag', revisionTag(stored.revision)).send(stored);
    },
  );

  app.get<ById>(
    '/journeys/:id',
    {
      schema: {
        summary: 'One journey, with its revision in the ETag',
        params: journeyParams,
        response: { 200: storedJourneySchema, ...problems('journey_not_found') },
      },
      config: { needs: 'journeys:read' },
    },
    async (request, reply) => {
      const stored = await journeys.get(request.params.id);
      if (!stored) throw new ProblemError('journey_not_found');
      return reply.header('etag', revisionTag(stored.revision)).send(stored);
    },
  );

  app.put<ById & { Body: { document: unknown } }>(
    '/journeys/:id',
    {
      schema: {
        summary: 'Save a journey over the revision that If-Match names',
        params: journeyParams,
        headers: ifMatchHeaders,
        body: documentBody,
        response: { 200: storedJourneySchema, ...problems('invalid_journey', ...changeRefusals) },
      },
      config: { needs: 'journeys:edit' },
    },
    async (request, reply) => {
      const expected = readIfMatch(request.headers['if-match']);
      const document = readJourney(request.body.document, request.params.id);
      const outcome = await journeys.save(document, expected, change(request));
      if (outcome.kind !== 'saved') throw refusal(outcome);
      return reply.header('etag', revisionTag(outcome.stored.revision)).send(outcome.stored);
    },
  );

  app.delete<ById>(
    '/journeys/:id',
    {
      schema: {
        summary: 'Delete a journey, its samples and the record of its publications; what runs in n8n stays',
        params: journeyParams,
        headers: ifMatchHeaders,
        response: {
          204: { type: 'null', description: 'Deleted' },
          ...problems('busy_in_another_hub', ...changeRefusals),
        },
      },
      config: { needs: 'journeys:edit' },
    },
    async (request, reply) => {
      const { id } = request.params;
      const expected = readIfMatch(request.headers['if-match']);
      const outcome = await oneAtATime(id, () => journeys.remove(id, expected));
      if (outcome.kind !== 'removed') throw refusal(outcome);
      return reply.code(204).send();
    },
  );

  app.get<ById>(
    '/journeys/:id/samples',
    {
      schema: {
        summary: 'The sample customers of a journey',
        params: journeyParams,
        response: { 200: samplesSchema, ...problems('journey_not_found') },
      },
      config: { needs: 'journeys:read' },
    },
    async (request) => {
      const samples = await journeys.getSamples(request.params.id);
      if (!samples) throw new ProblemError('journey_not_found');
      return samples;
    },
  );

  app.put<ById & { Body: Samples }>(
    '/journeys/:id/samples',
    {
      schema: {
        summary: 'Replace the sample customers of a journey',
        params: journeyParams,
        body: samplesBody,
        response: { 200: samplesSchema, ...problems('journey_not_found') },
      },
      config: { needs: 'journeys:edit' },
    },
    async (request) => {
      const found = await journeys.putSamples(request.params.id, request.body, change(request).at);
      if (!found) throw new ProblemError('journey_not_found');
      return request.body;
    },
  );
}

function refusal(outcome: { kind: 'conflict'; current: number } | { kind: 'missing' }): ProblemError {
  return outcome.kind === 'missing'
    ? new ProblemError('journey_not_found')
    : new ProblemError('revision_conflict', { params: { current: outcome.current } });
}

import { randomUUID } from 'node:crypto';
import { Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { permissions, roles } from '../../../engine/index.ts';
import type { HubOptions, HubPart, HubPorts } from '../hub.ports.ts';
import { journeyRoutes } from '../journeys/journeys.routes.ts';
import { oneAtATime } from '../journeys/one-at-a-time.ts';
import { guardRoutes, personOf, type AccessPorts } from '../people/access.ts';
import { oneHubAtATime } from '../publishing/one-hub-at-a-time.ts';
import { publishingRoutes } from '../publishing/publishing.routes.ts';
import { sendProblem } from './error-handler.ts';
import { limitRequests } from './limit-requests.ts';
import { ProblemError } from './problem.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { OpenObject } from './schemas.ts';

export interface ApiPorts extends Omit<HubPorts, 'identify' | 'parts'> {
  identify: AccessPorts['identify'];
  parts: readonly HubPart[];
  limiter: RateLimiter;
}

const oneOf = (values: readonly string[]) => Type.Unsafe<string>({ type: 'string', enum: values });

const meSchema = Type.Object({
  id: Type.String(),
  email: Type.String(),
  name: Type.String(),
  role: Type.String({ description: 'n8n’s role; empty for a person of an OpenID provider.' }),
  roles: Type.Array(oneOf(roles)),
  permissions: Type.Array(oneOf(permissions)),
  signedInBy: oneOf(['n8n', 'openid']),
});

/** Everything under `/api/v1`: guarded, counted, described. */
export function apiRoutes(app: FastifyInstance, ports: ApiPorts, { publishWaitMs = 15_000 }: HubOptions): void {
  const { storage, n8n, clock, parts } = ports;
  const now = (): number => clock.now();

  guardRoutes(app, ports);
  limitRequests(app, ports.limiter);
  // The designer's page answers at every other address; here an unknown one must not look like success.
  for (const url of ['/', '/*'])
    app.all(url, { config: { needs: 'signed-in' }, schema: { hide: true } }, (_request, reply) =>
      sendProblem(reply, new ProblemError('not_found')),
    );

  app.get(
    '/me',
    {
      config: { needs: 'signed-in', only: 'person' },
      schema: { summary: 'The signed-in person', tags: ['people'], response: { 200: meSchema } },
    },
    (request) => personOf(request).person,
  );
  app.get(
    '/openapi.json',
    {
      config: { needs: 'anyone' },
      schema: { summary: 'This document', tags: ['operations'], response: { 200: OpenObject } },
    },
    () => app.swagger(),
  );

  const perJourney = oneHubAtATime({ oneAtATime: oneAtATime(), claims: storage.claims, holder: randomUUID(), now });
  journeyRoutes(app, { journeys: storage.journeys, now, oneAtATime: perJourney });
  publishingRoutes(app, {
    ...storage,
    n8n,
    now,
    wait: (ms) => clock.wait(ms),
    publishWaitMs,
    oneAtATime: perJourney,
  });
  for (const part of parts) part.api?.(app);
}

import { fastify, LogController, type FastifyInstance } from 'fastify';
import { apiPrefix } from '../../engine/index.ts';
import type { HubOptions, HubPorts } from './hub.ports.ts';
import { handleError, sendProblem, toProblemError } from './http/error-handler.ts';
import { acceptJsonOnly } from './http/json-body.ts';
import { takeBodyFromHost } from './http/parsed-body.ts';
import { ProblemError } from './http/problem.ts';
import { logRequests } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { journeyRoutes } from './journeys/journeys.routes.ts';
import { oneAtATime } from './journeys/one-at-a-time.ts';
import { guardRoutes, personOf } from './people/access.ts';
import { n8nPeople } from './people/n8n-people.ts';
import { sessionCache } from './people/session.ts';
import { publishingRoutes } from './publishing/publishing.routes.ts';
import { menuRoutes } from './shell/menu.routes.ts';
import { shellRoutes } from './shell/shell.routes.ts';

export type { HubOptions, HubPorts } from './hub.ports.ts';

/** The hub as a request → response core: `inject` calls it without a socket, `routing` mounts it in another server. */
export async function createHub(ports: HubPorts, options: HubOptions = {}): Promise<FastifyInstance> {
  const { mountPath = '/steward', n8nPath = '/', maxBodyBytes = 10 * 1024 * 1024 } = options;
  const publicPath = n8nPath.replace(/\/+$/, '') + mountPath;

  const app = fastify({
    bodyLimit: maxBodyBytes,
    logger: { ...ports.log, base: { name: 'steward-hub' } },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 500 },
    genReqId: () => ports.newId(),
    // The defaults of Fastify's validator repair what it is given: they would change or drop parts of a document. It stops
    // at the first fault: a body may hold millions, and n8n stands still while they are collected.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: false } },
    frameworkErrors: (error, _request, reply) => {
      void reply.headers(securityHeaders);
      sendProblem(reply, toProblemError(error));
    },
  });

  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(securityHeaders).header('x-request-id', request.id);
    done();
  });
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new ProblemError('not_found')));
  acceptJsonOnly(app);
  takeBodyFromHost(app);
  logRequests(app);

  await app.register(
    async (scope) => {
      scope.get('/healthz', async () => {
        await ports.storage.ping().catch((cause: unknown) => {
          throw new ProblemError('store_unavailable', { cause });
        });
        return { status: 'ok' };
      });
      menuRoutes(scope, { publicPath, n8nPath });
      await shellRoutes(scope, { folder: ports.designerFolder, publicPath, n8nPath });
    },
    { prefix: mountPath },
  );
  await app.register((scope, _options, done) => (apiRoutes(scope, ports, options), done()), {
    prefix: `${mountPath}${apiPrefix}`,
  });
  return app;
}

function apiRoutes(app: FastifyInstance, { storage, n8n, clock }: HubPorts, options: HubOptions): void {
  const { sessionCacheMs = 5_000, publishWaitMs = 15_000 } = options;
  const now = (): number => clock.now();

  guardRoutes(app, { identify: n8nPeople(sessionCache({ n8n, now, maxAgeMs: sessionCacheMs })) });
  // The designer's page answers at every other address; here an unknown one must not look like success.
  for (const url of ['/', '/*'])
    app.all(url, { config: { needs: 'signed-in' } }, (_request, reply) =>
      sendProblem(reply, new ProblemError('not_found')),
    );
  app.get('/me', { config: { needs: 'signed-in' } }, (request) => personOf(request).person);
  const perJourney = oneAtATime();
  journeyRoutes(app, { journeys: storage.journeys, now, oneAtATime: perJourney });
  publishingRoutes(app, {
    ...storage,
    n8n,
    now,
    wait: (ms) => clock.wait(ms),
    publishWaitMs,
    oneAtATime: perJourney,
  });
}

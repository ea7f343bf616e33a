import type { ServerResponse } from 'node:http';
import { fastify, LogController, type FastifyInstance } from 'fastify';
import manifest from '../package.json' with { type: 'json' };
import { apiPrefix } from '../../engine/index.ts';
import type { HubOptions, HubPorts } from './hub.ports.ts';
import { apiRoutes } from './http/api.routes.ts';
import { handleError, sendProblem, toProblemError } from './http/error-handler.ts';
import { acceptJsonOnly } from './http/json-body.ts';
import { countStrangers, limitRequests } from './http/limit-requests.ts';
import { hubLifecycle, type Lifecycle } from './http/lifecycle.ts';
import { hubMetrics, measureRequests } from './http/metrics.ts';
import { describeApi } from './http/openapi.ts';
import { operationsRoutes } from './http/operations.routes.ts';
import { takeBodyFromHost } from './http/parsed-body.ts';
import { ProblemError } from './http/problem.ts';
import { defaultRateLimits, rateLimiter } from './http/rate-limiter.ts';
import { requestId } from './http/request-id.ts';
import { logRequests } from './http/request-log.ts';
import { schemaCompilers } from './http/schema-compilers.ts';
import { securityHeaders } from './http/security-headers.ts';
import { n8nPeople } from './people/n8n-people.ts';
import { sessionCache } from './people/session.ts';
import { menuRoutes } from './shell/menu.routes.ts';
import { shellRoutes } from './shell/shell.routes.ts';

export type { HubOptions, HubPart, HubPorts } from './hub.ports.ts';

/** The hub as a request → response core: `inject` calls it without a socket, `routing` mounts it in another server. */
export async function createHub(ports: HubPorts, options: HubOptions = {}): Promise<FastifyInstance> {
  const { mode = 'mounted', mountPath = '/steward', n8nPath = '/', sessionCacheMs = 5_000 } = options;
  const { publicFolder = n8nPath.replace(/\/+$/, ''), rateLimits = defaultRateLimits } = options;
  const { parts = [], lifecycle = hubLifecycle(), metrics = hubMetrics({ withProcess: false }) } = ports;
  const publicPath = publicFolder + mountPath;
  const now = (): number => ports.clock.now();
  const limiter = rateLimiter(rateLimits, now);
  const known = ports.identify ?? n8nPeople(sessionCache({ n8n: ports.n8n, now, maxAgeMs: sessionCacheMs }));
  const identify = countStrangers(known, limiter);

  const app = emptyHub(ports, options);
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(securityHeaders).header('x-request-id', request.id);
    countUntilAnswered(lifecycle, reply.raw);
    if (!lifecycle.isStopping) done();
    // Nobody closes the connections of a host that goes on; those of our own end with the next answer.
    else if (mode === 'mounted') done(new ProblemError('stopping'));
    else {
      void reply.header('connection', 'close');
      done();
    }
  });
  app.setErrorHandler((error, request, reply) => {
    const { code } = handleError(error, request, reply);
    metrics.refusals.inc({ code });
    if (code === 'store_unavailable') metrics.storeErrors.inc();
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new ProblemError('not_found')));
  acceptJsonOnly(app);
  takeBodyFromHost(app);
  logRequests(app);
  measureRequests(app, metrics);
  await describeApi(app, { version: manifest.version, mountPath, publicPath });

  const readiness = Object.assign({ store: () => ports.storage.ping() }, ...parts.map((part) => part.readiness ?? {}));
  await app.register(
    async (scope) => {
      operationsRoutes(scope, { readiness, lifecycle, metrics, identify });
      await scope.register((pages, _options, done) => {
        limitRequests(pages, limiter);
        for (const part of parts) part.pages?.(pages);
        done();
      });
      if (mode === 'mounted') menuRoutes(scope, { publicPath, n8nPath });
      await shellRoutes(scope, { folder: ports.designerFolder, publicPath, n8nPath, mode });
    },
    { prefix: mountPath },
  );
  if (mode === 'standalone') {
    app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect(`${publicPath}/`, 302));
  }
  await app.register(
    (scope, _options, done) => {
      apiRoutes(scope, { ...ports, parts, identify, limiter }, options);
      done();
    },
    { prefix: `${mountPath}${apiPrefix}` },
  );
  return app;
}

/** Fastify's `onResponse` says nothing of a caller who goes away before the answer is complete. */
function countUntilAnswered(lifecycle: Lifecycle, response: ServerResponse): void {
  let isInside = true;
  const leave = (): void => {
    if (isInside) lifecycle.left();
    isInside = false;
  };
  lifecycle.entered();
  response.once('finish', leave).once('close', leave);
}

function emptyHub({ log, newId }: HubPorts, options: HubOptions): FastifyInstance {
  const { maxBodyBytes = 10 * 1024 * 1024, trustedProxies } = options;
  return fastify({
    bodyLimit: maxBodyBytes,
    trustProxy: trustedProxies == null ? false : [...trustedProxies],
    logger: { ...log, base: { name: 'steward-hub' } },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 500 },
    genReqId: (request) => requestId(request, newId),
    schemaController: { compilersFactory: schemaCompilers },
    // A hub that stops still answers who has a connection, and finishes what it has begun.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, _request, reply) => {
      void reply.headers(securityHeaders);
      sendProblem(reply, toProblemError(error));
    },
  });
}

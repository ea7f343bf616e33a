import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * One line per request, without personal data: no address, no person, no query, no headers; the route's pattern in place
 * of the path. A machine is named by the id of its key, so that one which runs away can be found. Reading is only worth a
 * line while debugging.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      by: callerOf(request),
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 500) request.log.error(line, 'request');
    else if (request.method === 'GET' || request.method === 'HEAD') request.log.debug(line, 'request');
    else request.log.info(line, 'request');
    done();
  });
}

function callerOf({ principal }: FastifyRequest): string {
  if (!principal) return 'nobody';
  return principal.kind === 'key' ? `key:${principal.id}` : 'person';
}

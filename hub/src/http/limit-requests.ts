import type { FastifyInstance } from 'fastify';
import type { AccessPorts } from '../people/access.ts';
import { principalName } from '../people/principal.ts';
import { ProblemError } from './problem.ts';
import type { RateKind, RateLimiter } from './rate-limiter.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a request counts as. By default GET reads and everything else writes. */
    counts?: RateKind;
  }
}

/**
 * Counts the requests of this scope: those of a known caller by caller, others by address. Stands behind the guard, so that a
 * stranger cannot use up what somebody who signed in may do, and those behind one proxy do not lock each other out.
 */
export function limitRequests(app: FastifyInstance, limiter: RateLimiter): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { principal, method, ip } = request;
    const counts = request.routeOptions.config.counts ?? (method === 'GET' || method === 'HEAD' ? 'read' : 'write');
    const waitSeconds =
      counts === 'sign-in'
        ? limiter('sign-in', ip)
        : principal
          ? limiter(counts, principalName(principal))
          : limiter('unknown', ip);
    if (waitSeconds === 0) done();
    else done(tooMany(waitSeconds, (name, value) => void reply.header(name, value)));
  });
}

/** Counts callers whom nobody knows, by address, and tells those who go on and on to wait. */
export function countStrangers(identify: AccessPorts['identify'], limiter: RateLimiter): AccessPorts['identify'] {
  return async (request, setHeader) => {
    const outcome = await identify(request, setHeader).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.status === 401) return error;
      throw error;
    });
    if (outcome !== null && !(outcome instanceof ProblemError)) return outcome;
    const waitSeconds = limiter('unknown', request.ip);
    if (waitSeconds > 0) throw tooMany(waitSeconds, setHeader);
    if (outcome !== null) throw outcome;
    return null;
  };
}

function tooMany(waitSeconds: number, setHeader: (name: string, value: string) => void): ProblemError {
  setHeader('retry-after', String(waitSeconds));
  return new ProblemError('too_many_requests', { params: { retryAfterSeconds: waitSeconds } });
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Permission } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import { mayDo, type PersonPrincipal, type Principal } from './principal.ts';

/** `signed-in`: any principal; `anyone`: no account at all. */
export type Need = Permission | 'signed-in' | 'anyone';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the caller must be allowed to do. Every route of the API states it. */
    needs?: Need;
    /** Answers to these alone, whatever the others may do. */
    only?: Principal['kind'];
  }
  interface FastifyRequest {
    /** Null on routes for anyone. */
    principal: Principal | null;
  }
}

export interface AccessPorts {
  /** Who sends the request; null for nobody known. May set headers of the answer, such as a renewed cookie. */
  identify(
    request: FastifyRequest,
    setHeader: (name: string, value: string | string[]) => void,
  ): Promise<Principal | null>;
}

/**
 * Guards every route registered in this scope by what its `config.needs` says, before a body is read. A route that does not
 * say is a fault of ours, found when the hub starts.
 */
export function guardRoutes(app: FastifyInstance, { identify }: AccessPorts): void {
  app.decorateRequest('principal', null);
  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.needs === undefined) throw new Error(`the route ${String(method)} ${url} does not say what it needs`);
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const needs = request.routeOptions.config.needs ?? 'signed-in';
    if (needs === 'anyone') return;
    const principal = await identify(request, (name, value) => void reply.header(name, value));
    if (principal === null) throw new ProblemError('not_signed_in');
    request.principal = principal;
    const { only = principal.kind } = request.routeOptions.config;
    if (only !== principal.kind) throw new ProblemError(only === 'person' ? 'person_required' : 'key_required');
    if (needs !== 'signed-in' && !mayDo(principal, needs)) {
      throw new ProblemError('forbidden', { params: { needs } });
    }
  });
}

export function principalOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new Error('the route is open to anyone, or stands outside of guardRoutes');
  return request.principal;
}

/** The signed-in person; a machine is refused. */
export function personOf(request: FastifyRequest): PersonPrincipal {
  const principal = principalOf(request);
  if (principal.kind !== 'person') throw new ProblemError('person_required');
  return principal;
}

/** How the person stands beside what they did. */
export function authorOf(request: FastifyRequest): { id: string; name: string } {
  const { person } = personOf(request);
  return { id: person.id, name: person.name };
}

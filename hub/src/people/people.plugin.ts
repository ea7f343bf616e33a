import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Me } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { N8nSession, SignedIn } from '../n8n/n8n.client.ts';
import { readSession } from './session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set behind `requirePerson`. */
    person: Me | null;
    n8nSession: N8nSession | null;
  }
}

/** Everything registered in this scope is for people whom n8n knows; the rest get 401, before a body is read. */
export function requirePerson(app: FastifyInstance, whoIs: (session: N8nSession) => Promise<SignedIn | null>): void {
  app.decorateRequest('person', null);
  app.decorateRequest('n8nSession', null);
  app.addHook('onRequest', async (request, reply) => {
    const session = readSession(request.headers);
    const signedIn = session && (await whoIs(session));
    if (!signedIn) throw new ProblemError('not_signed_in');
    request.person = signedIn.person;
    request.n8nSession = session;
    if (signedIn.setCookies.length > 0) reply.header('set-cookie', signedIn.setCookies);
    reply.header('cache-control', 'no-store');
  });
}

export function personOf(request: FastifyRequest): { person: Me; session: N8nSession } {
  if (!request.person || !request.n8nSession) throw new Error('the route stands outside of requirePerson');
  return { person: request.person, session: request.n8nSession };
}

/** How the person stands beside what they did. */
export function authorOf(request: FastifyRequest): { id: string; name: string } {
  const { person } = personOf(request);
  return { id: person.id, name: person.name };
}

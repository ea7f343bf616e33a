import { fastify, type FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { permissionsOf, type Me, type Role } from '../../../engine/index.ts';
import { handleError } from '../../../hub/src/http/error-handler.ts';
import { schemaCompilers } from '../../../hub/src/http/schema-compilers.ts';
import { ProblemSchema } from '../../../hub/src/http/schemas.ts';
import { guardRoutes, type AccessPorts } from '../../../hub/src/people/access.ts';
import type { AccessEvent } from '../../../hub/src/people/access-log.ts';
import { identifyBy } from '../../../hub/src/people/identify-by.ts';
import type { PersonPrincipal } from '../../../hub/src/people/principal.ts';

export const startOfTime = Date.UTC(2026, 10, 22, 9, 0, 0);

/** A clock that stands until it is moved, and an audit stream that can be broken. */
export function testWorld() {
  const world = {
    time: startOfTime,
    now: () => world.time,
    events: [] as AccessEvent[],
    ledgerDown: false,
    async record(event: AccessEvent) {
      if (world.ledgerDown) throw new Error('the ledger is away');
      if (!world.events.some(({ key }) => key === event.key)) world.events.push(event);
    },
    faults: [] as unknown[],
    onFault: (error: unknown) => void world.faults.push(error),
  };
  return world;
}

export function person(roles: Role[], changes: Partial<Me> = {}): PersonPrincipal {
  return {
    kind: 'person',
    n8nSession: null,
    person: {
      id: 'ada',
      name: 'Ada Admin',
      email: 'ada@example.com',
      role: '',
      roles,
      permissions: permissionsOf(roles),
      signedInBy: 'n8n',
      ...changes,
    },
  };
}

/** Knows a person by the `as` header, which carries their roles: `as: auditor,designer`. */
export const personByHeader: AccessPorts['identify'] = async ({ headers }) => {
  const { as } = headers;
  return typeof as === 'string' ? person(as.split(',').filter(Boolean) as Role[]) : null;
};

/** A guarded API of some routes alone. */
export async function apiOf(
  ways: AccessPorts['identify'][],
  routes: (app: FastifyInstance) => void,
): Promise<FastifyInstance> {
  const app = fastify({ schemaController: { compilersFactory: schemaCompilers } });
  app.addSchema(ProblemSchema);
  app.setErrorHandler((error, request, reply) => void handleError(error, request, reply));
  await app.register((scope, _options, done) => {
    guardRoutes(scope, { identify: identifyBy(ways) });
    routes(scope);
    done();
  });
  onTestFinished(() => app.close());
  return app;
}

import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../http/problem.ts';
import { authorOf, principalOf } from '../access.ts';
import type { ApiKeys } from './api-keys.ts';
import {
  apiKeyParams,
  apiKeySchema,
  apiKeysSchema,
  createdApiKeySchema,
  newApiKeySchema,
  ownKeySchema,
} from './api-keys.schema.ts';

export function apiKeyRoutes(app: FastifyInstance, { apiKeys }: { apiKeys: ApiKeys }): void {
  app.get(
    '/api-keys',
    {
      config: { needs: 'keys:manage' },
      schema: { summary: 'All API keys, last made first', response: { 200: apiKeysSchema } },
    },
    () => apiKeys.list(),
  );

  app.post<{ Body: Static<typeof newApiKeySchema> }>(
    '/api-keys',
    {
      config: { needs: 'keys:manage' },
      schema: { summary: 'Make an API key', body: newApiKeySchema, response: { 201: createdApiKeySchema } },
    },
    async (request, reply) => reply.code(201).send(await apiKeys.create(request.body, authorOf(request))),
  );

  app.post<{ Params: Static<typeof apiKeyParams> }>(
    '/api-keys/:id/revoke',
    {
      config: { needs: 'keys:manage' },
      schema: {
        summary: 'Revoke an API key, at once and for good',
        params: apiKeyParams,
        response: { 200: apiKeySchema },
      },
    },
    (request) => apiKeys.revoke(request.params.id, authorOf(request)),
  );

  app.get(
    '/key',
    {
      config: { needs: 'signed-in' },
      schema: { summary: 'The API key that the request carries', response: { 200: ownKeySchema } },
    },
    (request) => {
      const principal = principalOf(request);
      if (principal.kind !== 'key') throw new ProblemError('key_required');
      const { id, name, permissions, expiresAt } = principal;
      return { id, name, scopes: permissions, expiresAt };
    },
  );
}

import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../http/problem.ts';
import { problems } from '../../http/schemas.ts';
import { authorOf, principalOf } from '../access.ts';
import type { ApiKeys } from './api-keys.ts';
import {
  ApiKeyParams,
  ApiKeySchema,
  ApiKeysSchema,
  CreatedApiKeySchema,
  NewApiKeySchema,
  OwnKeySchema,
} from './api-keys.schema.ts';

export function apiKeyRoutes(app: FastifyInstance, { apiKeys }: { apiKeys: ApiKeys }): void {
  app.get(
    '/api-keys',
    {
      config: { needs: 'keys:manage', only: 'person' },
      schema: { summary: 'All API keys, last made first', response: { 200: ApiKeysSchema } },
    },
    () => apiKeys.list(),
  );

  app.post<{ Body: Static<typeof NewApiKeySchema> }>(
    '/api-keys',
    {
      config: { needs: 'keys:manage', only: 'person' },
      schema: { summary: 'Make an API key', body: NewApiKeySchema, response: { 201: CreatedApiKeySchema } },
    },
    async (request, reply) => reply.code(201).send(await apiKeys.create(request.body, authorOf(request))),
  );

  app.post<{ Params: Static<typeof ApiKeyParams> }>(
    '/api-keys/:id/revoke',
    {
      config: { needs: 'keys:manage', only: 'person' },
      schema: {
        summary: 'Revoke an API key, at once and for good',
        params: ApiKeyParams,
        response: { 200: ApiKeySchema, ...problems('api_key_not_found') },
      },
    },
    (request) => apiKeys.revoke(request.params.id, authorOf(request)),
  );

  app.get(
    '/key',
    {
      config: { needs: 'signed-in', only: 'key' },
      schema: {
        summary: 'The API key that the request carries',
        response: { 200: OwnKeySchema, ...problems('key_required', 'key_unknown', 'key_revoked', 'key_expired') },
      },
    },
    (request) => {
      const principal = principalOf(request);
      if (principal.kind !== 'key') throw new ProblemError('key_required');
      const { id, name, permissions, expiresAt } = principal;
      return { id, name, scopes: permissions, expiresAt };
    },
  );
}

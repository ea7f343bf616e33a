import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { problems } from '../http/schemas.ts';
import { authorOf } from './access.ts';
import type { People } from './people.ts';
import { GrantSchema, PeopleSchema, PersonParams, PersonSchema } from './people.schema.ts';

export function peopleRoutes(app: FastifyInstance, { people }: { people: People }): void {
  app.get(
    '/people',
    {
      config: { needs: 'people:manage' },
      schema: { summary: 'Everybody whom the hub has seen, by name', response: { 200: PeopleSchema } },
    },
    () => people.list(),
  );

  app.put<{ Params: Static<typeof PersonParams>; Body: Static<typeof GrantSchema> }>(
    '/people/:id/roles',
    {
      config: { needs: 'people:manage', only: 'person' },
      schema: {
        summary: 'Grant roles to a person, in place of those that n8n or the provider gives',
        params: PersonParams,
        body: GrantSchema,
        response: { 200: PersonSchema, ...problems('person_not_found', 'last_administrator') },
      },
    },
    (request) => people.setRoles(request.params.id, request.body.roles, authorOf(request)),
  );
}

import { Type } from '@sinclair/typebox';
import { roles, type Person, type Role } from '../../../engine/index.ts';
import { nullable, Timestamp } from '../http/schemas.ts';

const Roles = Type.Array(Type.Unsafe<Role>({ type: 'string', enum: roles }), {
  maxItems: roles.length,
  uniqueItems: true,
});

export const PersonSchema = Type.Object(
  {
    id: Type.String({ description: 'n8n’s id of the person, or `<issuer>#<subject>` of the OpenID provider.' }),
    name: Type.String(),
    email: Type.String({ description: 'Empty when the provider has not verified it.' }),
    signedInBy: Type.Unsafe<Person['signedInBy']>({ type: 'string', enum: ['n8n', 'openid'] }),
    grantedRoles: nullable(Roles),
    roles: Roles,
    lastSeenAt: Timestamp,
  },
  { additionalProperties: false },
);

export const PeopleSchema = Type.Array(PersonSchema);

export const PersonParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 500 }) });

export const GrantSchema = Type.Object(
  { roles: nullable(Roles) },
  { additionalProperties: false, description: 'Null: those that n8n or the provider gives.' },
);

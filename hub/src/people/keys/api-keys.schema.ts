import { Type } from '@sinclair/typebox';
import { keyScopes, type KeyScope } from '../../../../engine/index.ts';
import { nullable, Timestamp } from '../../http/schemas.ts';

/** chosen: five years; a key that is to live longer is made without an end, knowingly. */
const maxDays = 1_826;

const KeyId = Type.String({ pattern: '^[a-z0-9]{12}$', description: 'Stands in the key: `stw_<id>_<secret>`.' });
const Scopes = Type.Array(Type.Unsafe<KeyScope>({ type: 'string', enum: keyScopes }), {
  minItems: 1,
  maxItems: keyScopes.length,
  uniqueItems: true,
});

export const ApiKeySchema = Type.Object(
  {
    id: KeyId,
    name: Type.String(),
    scopes: Scopes,
    createdAt: Timestamp,
    createdBy: Type.String(),
    expiresAt: nullable(Timestamp),
    revokedAt: nullable(Timestamp),
    lastUsedAt: nullable(Timestamp),
  },
  { additionalProperties: false },
);

export const ApiKeysSchema = Type.Array(ApiKeySchema);

export const NewApiKeySchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    scopes: Scopes,
    expiresInDays: nullable(Type.Integer({ minimum: 1, maximum: maxDays })),
  },
  { additionalProperties: false },
);

export const CreatedApiKeySchema = Type.Object(
  { apiKey: ApiKeySchema, text: Type.String({ description: 'Shown this once; nobody can read it again.' }) },
  { additionalProperties: false },
);

export const ApiKeyParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

export const OwnKeySchema = Type.Object(
  { id: KeyId, name: Type.String(), scopes: Scopes, expiresAt: nullable(Timestamp) },
  { additionalProperties: false },
);

import { Type } from '@sinclair/typebox';
import { keyScopes, type KeyScope } from '../../../../engine/index.ts';

/** chosen: five years; a key that is to live longer is made without an end, knowingly. */
const maxDays = 1_826;

const dateTime = Type.String({ format: 'date-time' });
const dateTimeOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });
const keyId = Type.String({ pattern: '^[a-z0-9]{12}$', description: 'Stands in the key: `stw_<id>_<secret>`.' });
const scopes = Type.Array(Type.Unsafe<KeyScope>({ type: 'string', enum: keyScopes }), {
  minItems: 1,
  maxItems: keyScopes.length,
  uniqueItems: true,
});

export const apiKeySchema = Type.Object(
  {
    id: keyId,
    name: Type.String(),
    scopes,
    createdAt: dateTime,
    createdBy: Type.String(),
    expiresAt: dateTimeOrNull,
    revokedAt: dateTimeOrNull,
    lastUsedAt: dateTimeOrNull,
  },
  { additionalProperties: false },
);

export const apiKeysSchema = Type.Array(apiKeySchema);

export const newApiKeySchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    scopes,
    expiresInDays: Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1, maximum: maxDays }),
  },
  { additionalProperties: false },
);

export const createdApiKeySchema = Type.Object(
  { apiKey: apiKeySchema, text: Type.String({ description: 'Shown this once; nobody can read it again.' }) },
  { additionalProperties: false },
);

export const apiKeyParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

export const ownKeySchema = Type.Object(
  { id: keyId, name: Type.String(), scopes, expiresAt: dateTimeOrNull },
  { additionalProperties: false },
);

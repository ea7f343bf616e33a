import type { ApiKey, CreatedApiKey, NewApiKey } from '../../../../engine/index.ts';
import { ProblemError } from '../../http/problem.ts';
import type { RecordAccess } from '../access-log.ts';
import type { ApiKeyStore, StoredApiKey } from '../people.stores.ts';
import type { KeyPrincipal } from '../principal.ts';
import { hashOfSecret, newApiKeyParts, readApiKey, sameHash, writeApiKey } from './api-key-text.ts';
import { lastUse } from './last-use.ts';

const dayMs = 24 * 60 * 60 * 1000;

export interface ApiKeysPorts {
  apiKeys: ApiKeyStore;
  /** Milliseconds since 1970. */
  now(): number;
  record: RecordAccess;
  /** A fault that nobody waits for. */
  onFault(error: unknown): void;
}

/** Who makes or revokes a key; null for somebody at the hub's own command line. */
export type KeyAuthor = { id: string; name: string } | null;

/** What the command line signs as. */
const commandLine = 'steward-hub';

export interface ApiKeys {
  list(): Promise<ApiKey[]>;
  create(key: NewApiKey, author: KeyAuthor): Promise<CreatedApiKey>;
  /**
   * In force with the next request, in every hub on the store. A key that is revoked already stays as it is.
   * @throws ProblemError `api_key_not_found`
   */
  revoke(id: string, author: KeyAuthor): Promise<ApiKey>;
  /**
   * @param text what stands behind `Bearer`
   * @throws ProblemError `key_unknown`, `key_revoked`, `key_expired`; the last two only to who holds the secret
   */
  authenticate(text: string): Promise<KeyPrincipal>;
}

/** The API keys of machines. Their secrets are kept nowhere, and no answer of the store is remembered. */
export function apiKeysOver({ apiKeys, now, record, onFault }: ApiKeysPorts): ApiKeys {
  const at = (ms = now()): string => new Date(ms).toISOString();
  const used = lastUse({ apiKeys, now, onFault });

  return {
    list: () => apiKeys.list(),

    async create({ name, scopes, expiresInDays }, author) {
      const parts = newApiKeyParts();
      const createdAt = now();
      const apiKey: ApiKey = {
        id: parts.id,
        name: name.trim(),
        scopes: [...new Set(scopes)],
        createdAt: at(createdAt),
        createdBy: author?.name ?? commandLine,
        expiresAt: expiresInDays === null ? null : at(createdAt + expiresInDays * dayMs),
        revokedAt: null,
        lastUsedAt: null,
      };
      // Recorded first: there is never a key that the ledger knows nothing of.
      await record({
        key: `api-key-created:${apiKey.id}`,
        kind: 'api-key-created',
        at: apiKey.createdAt,
        actor: author,
        details: { apiKey: apiKey.id, name: apiKey.name, scopes: apiKey.scopes, expiresAt: apiKey.expiresAt },
      });
      await apiKeys.add({ ...apiKey, secretHash: hashOfSecret(parts.secret) });
      return { apiKey, text: writeApiKey(parts) };
    },

    async revoke(id, author) {
      await apiKeys.revoke(id, at());
      const stored = await apiKeys.get(id);
      if (stored?.revokedAt == null) throw new ProblemError('api_key_not_found');
      // Recorded afterwards: a key that leaked must not wait for the ledger. Whoever asks again after a failure between the
      // two records what is missing; what is recorded already stays as it is.
      await record({
        key: `api-key-revoked:${id}`,
        kind: 'api-key-revoked',
        at: stored.revokedAt,
        actor: author,
        details: { apiKey: id, name: stored.name },
      });
      return withoutHash(stored);
    },

    async authenticate(text) {
      const parts = readApiKey(text);
      const stored = parts && (await apiKeys.get(parts.id));
      // A wrong secret is told what a wrong id is told, and nothing of the key's state.
      if (!stored || !sameHash(hashOfSecret(parts.secret), stored.secretHash)) throw new ProblemError('key_unknown');
      if (stored.revokedAt !== null) throw new ProblemError('key_revoked');
      if (stored.expiresAt !== null && Date.parse(stored.expiresAt) <= now()) throw new ProblemError('key_expired');
      used(stored);
      return { kind: 'key', id: stored.id, name: stored.name, permissions: stored.scopes, expiresAt: stored.expiresAt };
    },
  };
}

function withoutHash({ secretHash: _, ...apiKey }: StoredApiKey): ApiKey {
  return apiKey;
}

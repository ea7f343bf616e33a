import { keyScopes, type ApiKey, type KeyScope } from '../../../engine/index.ts';
import { UsageError, type Command } from '../cli/command.ts';
import type { CliStreams } from '../cli/streams.ts';
import { ProblemError } from '../http/problem.ts';
import { apiKeysOver, type ApiKeys } from '../people/keys/api-keys.ts';
import { databaseOption } from './store-option.ts';
import { withLedger } from './with-ledger.ts';

const keyWords = (key: ApiKey): string =>
  key.revokedAt !== null
    ? `revoked ${key.revokedAt}`
    : key.expiresAt === null
      ? 'does not expire'
      : `holds until ${key.expiresAt}`;

export const apiKeyCreateCommand: Command = {
  words: ['api-key', 'create'],
  operands: [],
  summary: 'make an API key for nodes and other machines',
  help: [
    'Writes the key to standard output, this once: nobody can read it again. It is put into the credential Steward Hub API of n8n.',
    `Scopes: ${keyScopes.join(', ')}. That the key was made is recorded in the audit stream.`,
  ],
  options: {
    name: { type: 'string', help: 'what it is for, for people' },
    scopes: { type: 'string', help: 'what it may do, separated by commas (default: ledger:append)' },
    days: { type: 'string', help: 'how many days it holds (default: 365); "never" for a key without an end' },
    database: databaseOption,
    json: { type: 'boolean', help: 'write {"apiKey": {…}, "text": "stw_…"}' },
  },
  examples: [
    'steward-hub api-key create --name "n8n workers"',
    'steward-hub api-key create --name monitoring --scopes metrics:read --days never',
  ],
  async run({ options, streams }) {
    const name = String(options['name'] ?? '').trim();
    if (name === '' || name.length > 100) throw new UsageError('api-key create needs --name, up to 100 characters.');
    const scopes = scopesOf(String(options['scopes'] ?? 'ledger:append'));
    const expiresInDays = daysOf(String(options['days'] ?? '365'));
    const created = await withApiKeys(options, streams, (keys) => keys.create({ name, scopes, expiresInDays }, null));
    if (options['json'] === true) await streams.write(`${JSON.stringify(created, null, 2)}\n`);
    else {
      await streams.write(`${created.text}\n`);
      streams.note(
        `The key ${created.apiKey.id} may ${scopes.join(', ')} and ${keyWords(created.apiKey)}. It is shown this once.\n`,
      );
    }
    return 0;
  },
};

export const apiKeyRevokeCommand: Command = {
  words: ['api-key', 'revoke'],
  operands: ['ID'],
  summary: 'revoke an API key, at once and for good',
  help: [
    'ID stands in the key, after stw_; api-key list shows all of them. Every hub on the store refuses the key from its next request on. It is recorded in the audit stream.',
  ],
  options: { database: databaseOption },
  examples: ['steward-hub api-key revoke k3v9q2m8x1ab'],
  async run({ operands, options, streams }) {
    const id = operands[0] ?? '';
    const key = await withApiKeys(options, streams, async (keys) => {
      try {
        return await keys.revoke(/^stw_([a-z0-9]+)/.exec(id)?.[1] ?? id, null);
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'api_key_not_found')
          throw new UsageError(`there is no API key ${id}. steward-hub api-key list shows all of them.`);
        throw error;
      }
    });
    streams.note(`The key ${key.id} (${key.name}) is ${keyWords(key)}.\n`);
    return 0;
  },
};

export const apiKeyListCommand: Command = {
  words: ['api-key', 'list'],
  operands: [],
  summary: 'list all API keys',
  help: [
    'Last made first, with what each may do, until when, and when it was last used. The keys themselves are kept nowhere.',
  ],
  options: { database: databaseOption, json: { type: 'boolean', help: 'write {"apiKeys": […]}' } },
  examples: ['steward-hub api-key list'],
  async run({ options, streams }) {
    const list = await withApiKeys(options, streams, (keys) => keys.list());
    if (options['json'] === true) await streams.write(`${JSON.stringify({ apiKeys: list }, null, 2)}\n`);
    else for (const key of list) await streams.write(`${lineOf(key)}\n`);
    if (list.length === 0) streams.note('There are no API keys.\n');
    return 0;
  },
};

function lineOf(key: ApiKey): string {
  const used = key.lastUsedAt === null ? 'never used' : `used ${key.lastUsedAt}`;
  return `${key.id}  ${key.name}  ${key.scopes.join(',')}  ${keyWords(key)}  ${used}`;
}

async function withApiKeys<T>(
  options: Record<string, string | boolean | undefined>,
  streams: CliStreams,
  work: (keys: ApiKeys) => Promise<T>,
): Promise<T> {
  return withLedger(options, streams, ({ store, ledger }) =>
    work(
      apiKeysOver({
        apiKeys: store.storage.apiKeys,
        now: () => Date.now(),
        record: async (event) => void (await ledger.recordEvent(event)),
        onFault: (error) => streams.note(`${String(error)}\n`),
      }),
    ),
  );
}

function scopesOf(text: string): KeyScope[] {
  return text.split(',').map((part) => {
    const scope = keyScopes.find((known) => known === part.trim());
    if (scope === undefined)
      throw new UsageError(`there is no scope "${part.trim()}". Scopes: ${keyScopes.join(', ')}.`);
    return scope;
  });
}

function daysOf(text: string): number | null {
  if (text === 'never') return null;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 1_826)
    throw new UsageError(`--days ${text}: expected a whole number from 1 to 1826, or "never".`);
  return days;
}

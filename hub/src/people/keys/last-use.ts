import type { ApiKeyStore, StoredApiKey } from '../people.stores.ts';

/** chosen: a minute, so that a busy node costs one write a minute, and a key that is still in use shows. */
const exactToMs = 60_000;

export interface LastUsePorts {
  apiKeys: Pick<ApiKeyStore, 'touch'>;
  now(): number;
  onFault(error: unknown): void;
}

/** Notes that a key was used, at most once a minute and without anybody waiting for it. */
export function lastUse({ apiKeys, now, onFault }: LastUsePorts) {
  const noted = new Map<string, number>();

  return ({ id, lastUsedAt }: Pick<StoredApiKey, 'id' | 'lastUsedAt'>): void => {
    const time = now();
    const last = Math.max(noted.get(id) ?? 0, lastUsedAt === null ? 0 : Date.parse(lastUsedAt));
    if (time - last < exactToMs) return;
    noted.set(id, time);
    apiKeys.touch(id, new Date(time).toISOString()).catch(onFault);
  };
}

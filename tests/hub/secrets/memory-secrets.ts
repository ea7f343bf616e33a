import type { SecretStore, WrappedSecret } from '../../../hub/src/secrets/secret.store.ts';

/** Secrets kept in memory, as several hubs share them. */
export class MemorySecrets implements SecretStore {
  readonly rows = new Map<string, WrappedSecret>();

  async all() {
    return structuredClone([...this.rows.values()]);
  }

  async putIfAbsent(secret: WrappedSecret) {
    const kept = this.rows.get(secret.name) ?? structuredClone(secret);
    this.rows.set(secret.name, kept);
    return kept;
  }

  async rewrap(secrets: readonly Pick<WrappedSecret, 'name' | 'wrapped' | 'masterKeyId'>[]) {
    for (const { name, wrapped, masterKeyId } of secrets) {
      const row = this.rows.get(name);
      if (row) Object.assign(row, { wrapped, masterKeyId });
    }
  }

  async retire(name: string, at: string) {
    const row = this.rows.get(name);
    if (row) row.retiredAt = at;
  }
}

import type { LedgerEvent } from '../ledger/ledger.events.ts';
import type { LedgerStore } from '../ledger/ledger.store.ts';
import { rewrap, type KeyRing } from './key-ring.ts';
import type { SecretStore } from './secret.store.ts';
import { placeOfSecret } from './secrets.service.ts';

export interface RotateMasterKeyPorts {
  secrets: Pick<SecretStore, 'all' | 'rewrap'>;
  ledger: Pick<LedgerStore, 'subjectsNotWrappedBy' | 'rewrapSubjects'>;
  /** The new key, and the one before. */
  ring: KeyRing;
  /** Records it in the audit stream. */
  record(event: LedgerEvent): Promise<unknown>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Who does it; null at the hub's command line. */
  actor: LedgerEvent['actor'];
  /** Keys of subjects that are wrapped in one transaction. @default 500 */
  batchSize?: number;
  onProgress?(subjects: number): void;
}

export interface MasterKeyRotation {
  from: string;
  to: string;
  /** How many were wrapped anew. */
  secrets: number;
  subjects: number;
}

/**
 * Wraps every key of a store under a new master key. A run that is broken off goes on where it stopped when it is run
 * again; until it has come to its end hubs need both keys.
 * @throws UnwrapError when something lies under neither key; Error without a key before
 */
export async function rotateMasterKey(ports: RotateMasterKeyPorts): Promise<MasterKeyRotation> {
  const { ring, record, now, actor } = ports;
  if (ring.previous === null || ring.previous.id === ring.current.id) {
    throw new Error('The new master key is the old one: give another.');
  }
  const [from, to] = [ring.previous.id, ring.current.id];
  // Secrets first: a hub that knows the old key alone then refuses to start, in place of failing on some people later.
  const secrets = await rewrapSecrets(ports);
  const subjects = await rewrapSubjects(ports);
  const at = new Date(now()).toISOString();
  const details = { from, to, secrets, subjects };
  await record({ key: `master-key-rotated:${from}:${to}:${at}`, kind: 'master-key-rotated', at, actor, details });
  return details;
}

async function rewrapSecrets({ secrets, ring }: RotateMasterKeyPorts): Promise<number> {
  const old = (await secrets.all()).filter(({ masterKeyId }) => masterKeyId !== ring.current.id);
  const wrapped = old.map((secret) => ({ name: secret.name, ...rewrap(ring, secret, placeOfSecret(secret)) }));
  if (wrapped.length > 0) await secrets.rewrap(wrapped);
  return wrapped.length;
}

async function rewrapSubjects({ ledger, ring, batchSize = 500, onProgress }: RotateMasterKeyPorts): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await ledger.subjectsNotWrappedBy(ring.current.id, batchSize);
    const wrapped = rows.flatMap(({ ref, wrappedKey, masterKeyId }) =>
      wrappedKey === null || masterKeyId === null
        ? []
        : [{ ref, ...rewrap(ring, { wrapped: wrappedKey, masterKeyId }, ref) }],
    );
    if (wrapped.length === 0) return count;
    await ledger.rewrapSubjects(
      wrapped.map((row) => ({ ref: row.ref, wrappedKey: row.wrapped, masterKeyId: row.masterKeyId })),
    );
    count += wrapped.length;
    onProgress?.(count);
  }
}

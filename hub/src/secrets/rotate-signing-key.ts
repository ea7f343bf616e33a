import { signingKeyId } from '../../../engine/index.ts';
import type { LedgerEvent } from '../ledger/ledger.events.ts';
import type { SecretStore } from './secret.store.ts';
import { newSigningKey, signingNumber, type SecretsPorts } from './secrets.service.ts';

export interface RotateSigningKeyPorts extends SecretsPorts {
  store: SecretStore;
  /** Records it in the audit stream. */
  record(event: LedgerEvent): Promise<unknown>;
  actor: LedgerEvent['actor'];
  /**
   * How long hubs that run have to take over the new key: until then what the old one signs still counts.
   * @default 600000: they look every minute
   */
  graceMs?: number;
}

export interface SigningKeyRotation {
  keyId: string;
  retired: string[];
  /** ISO 8601, UTC. */
  retiredAt: string;
}

/**
 * Makes a new signing key and retires those before. They stay, for what they signed is verified by them for ever. A run
 * that was broken off before the old key was retired is finished, with the key that it made.
 */
export async function rotateSigningKey(ports: RotateSigningKeyPorts): Promise<SigningKeyRotation> {
  const { store, now, record, actor, graceMs = 600_000 } = ports;
  const at = new Date(now()).toISOString();
  const retiredAt = new Date(now() + graceMs).toISOString();
  if ((await keysInUse(store)).length < 2) {
    const numbers = (await store.all()).map(signingNumber);
    await store.putIfAbsent(newSigningKey(ports, Math.max(0, ...numbers) + 1));
  }
  const inUse = await keysInUse(store);
  const newest = inUse.at(-1);
  if (newest === undefined) throw new Error('the store kept no signing key');
  const before = inUse.slice(0, -1);
  for (const { name } of before) await store.retire(name, retiredAt);
  const keyId = signingKeyId(newest.publicPart) ?? '';
  const retired = before.map(({ publicPart }) => signingKeyId(publicPart) ?? '');
  await record({
    key: `signing-key-created:${keyId}`,
    kind: 'signing-key-created',
    at,
    actor,
    details: { keyId, publicKey: newest.publicPart, retired, retiredAt },
  });
  return { keyId, retired, retiredAt };
}

/** Not retired, the oldest first. */
async function keysInUse(store: SecretStore) {
  return (await store.all())
    .filter((secret) => signingNumber(secret) > 0 && secret.retiredAt === null)
    .sort((a, b) => signingNumber(a) - signingNumber(b));
}

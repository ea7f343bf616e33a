import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { masterKeyOf, type MasterKey } from '../../../hub/src/secrets/master-key.ts';
import { openSecrets } from '../../../hub/src/secrets/secrets.service.ts';
import { nodeCrypto } from '../../../hub/src/ledger/node-crypto.ts';
import { MemorySecrets } from './memory-secrets.ts';

const first = masterKeyOf(new Uint8Array(32).fill(1));
const second = masterKeyOf(new Uint8Array(32).fill(2));

function opened(store: MemorySecrets, current: MasterKey, previous: MasterKey | null = null) {
  return openSecrets({ store, ring: { current, previous }, now: () => 0, random: (bytes) => randomBytes(bytes) });
}

describe('openSecrets', () => {
  it('makes each secret once: every hub on the store has the same', async () => {
    const store = new MemorySecrets();
    const hubs = await Promise.all([opened(store, first), opened(store, first), opened(store, first)]);
    expect(new Set(hubs.map((hub) => hub.secret('lookup').export().toString('hex'))).size).toBe(1);
    expect(new Set(hubs.map((hub) => hub.signer().keyId)).size).toBe(1);
    expect(hubs[0]?.signingKeys()).toEqual(hubs[1]?.signingKeys());
    expect([...store.rows.keys()].sort()).toEqual(['lookup', 'session', 'signing:1']);
  });

  it('keeps no secret in the clear', async () => {
    const store = new MemorySecrets();
    const secrets = await opened(store, first);
    const kept = JSON.stringify([...store.rows.values()].map((row) => Buffer.from(row.wrapped).toString('hex')));
    expect(kept).not.toContain(secrets.secret('session').export().toString('hex'));
  });

  it('signs so that its public key verifies it, and nothing else', async () => {
    const secrets = await opened(new MemorySecrets(), first);
    const [key] = secrets.signingKeys();
    const { keyId, sign } = secrets.signer();
    const signature = sign('a text');
    expect(key?.id).toBe(keyId);
    expect(key && nodeCrypto.verify('a text', signature, key.publicKey)).toBe(true);
    expect(key && nodeCrypto.verify('a texT', signature, key.publicKey)).toBe(false);
  });

  it('says so when the store lies under another master key, and names both without giving them away', async () => {
    const store = new MemorySecrets();
    await opened(store, first);
    const refusal = opened(store, second);
    await expect(refusal).rejects.toThrow(first.id);
    await expect(refusal).rejects.toThrow(/given .*STEWARD_MASTER_KEY.*STEWARD_PREVIOUS_MASTER_KEY/);
    await expect(refusal).rejects.not.toThrow(second.key.export().toString('base64'));
  });

  it('opens what the previous master key wrapped', async () => {
    const store = new MemorySecrets();
    const before = (await opened(store, first)).secret('lookup').export();
    expect((await opened(store, second, first)).secret('lookup').export()).toEqual(before);
  });

  it.each(['lookup', 'signing:1'])(
    'refuses a store in which %s was replaced by another of its secrets',
    async (name) => {
      const store = new MemorySecrets();
      await opened(store, first);
      const [target, other] = [store.rows.get(name), store.rows.get('session')];
      if (target && other) target.wrapped = other.wrapped;
      await expect(opened(store, first)).rejects.toThrow(`the secret ${name} was not made with the master key`);
    },
  );

  it('refuses a signing key that was given another public key', async () => {
    const store = new MemorySecrets();
    await opened(store, first);
    const stranger = await opened(new MemorySecrets(), first);
    const row = store.rows.get('signing:1');
    if (row) row.publicPart = stranger.signingKeys()[0]?.publicKey ?? '';
    await expect(opened(store, first)).rejects.toThrow('signing:1');
  });
});

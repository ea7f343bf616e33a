import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../hub/src/hub.ports.ts';
import type { Ledger } from '../../../hub/src/ledger/ledger.service.ts';
import { masterKeyOf } from '../../../hub/src/secrets/master-key.ts';
import { rotateMasterKey } from '../../../hub/src/secrets/rotate-master-key.ts';
import { rotateSigningKey } from '../../../hub/src/secrets/rotate-signing-key.ts';
import { record, request } from '../ledger/records.ts';
import { ledgerOver, testLedger, testMasterKey } from '../ledger/test-ledger.ts';

const newKey = masterKeyOf(new Uint8Array(32).fill(8));
const both = { current: newKey, previous: testMasterKey };
const staff = { id: 'u1', name: 'Olive Owner', recordedBy: 'person:u1' };
const numbered = (count: number) => Array.from({ length: count }, (_, index) => record(`k${index + 1}`));

function rotation(storage: Storage, ledger: Ledger) {
  const record = (event: Parameters<Ledger['recordEvent']>[0]) => ledger.recordEvent(event);
  return { secrets: storage.secrets, ledger: storage.ledger, ring: both, record, now: () => 0, actor: null };
}

describe('rotating the master key', () => {
  it('wraps everything anew: the new key opens it, the old one nothing more', async () => {
    const { ledger, storage } = await testLedger();
    await ledger.append(request(numbered(7)), 'key:k1');
    await ledger.erase({ subject: 'customer-k2', reason: 'asked by letter' }, staff);
    const during = await ledgerOver(storage, { ring: both });
    const done = await rotateMasterKey({ ...rotation(storage, during.ledger), batchSize: 2 });
    expect(done).toEqual({ from: testMasterKey.id, to: newKey.id, secrets: 3, subjects: 6 });

    const after = await ledgerOver(storage, { ring: { current: newKey, previous: null } });
    expect((await after.ledger.openInputs('decisions', 1, staff, 'a test')).subject).toBe('customer-k1');
    expect((await after.ledger.search({ subject: 'customer-k3' })).lines).toHaveLength(1);
    await after.ledger.append(request([record('k8', { subject: 'customer-k1' })]), 'key:k1');
    expect((await after.ledger.search({ subject: 'customer-k1' })).lines).toHaveLength(2);
    expect((await after.ledger.search({ stream: 'audit', kind: 'master-key-rotated' })).lines).toHaveLength(1);
    await expect(ledgerOver(storage)).rejects.toThrow(newKey.id);
  });

  it('a hub that knows the old key alone soon seals nothing more under it', async () => {
    const { ledger: stale, storage } = await testLedger();
    await stale.append(request(numbered(2)), 'key:k1');
    const during = await ledgerOver(storage, { ring: both });
    await rotateMasterKey(rotation(storage, during.ledger));
    await expect(stale.checkpoint()).rejects.toThrow(newKey.id);
    await expect(stale.append(request([record('k9')]), 'key:k1')).rejects.toMatchObject({
      code: 'not_ready',
      problem: { status: 503 },
    });
    await expect(stale.checkHealth()).rejects.toThrow(newKey.id);
    await expect(during.ledger.append(request([record('k9')]), 'key:k1')).resolves.toBeDefined();
    expect(await storage.ledger.subjectsNotWrappedBy(newKey.id, 10)).toEqual([]);
  });

  it('goes on where it was broken off', async () => {
    const { ledger, storage } = await testLedger();
    await ledger.append(request(numbered(5)), 'key:k1');
    const ports = rotation(storage, ledger);
    let batches = 0;
    const dying = {
      ...storage.ledger,
      rewrapSubjects: (rows: Parameters<typeof storage.ledger.rewrapSubjects>[0]) =>
        ++batches === 2 ? Promise.reject(new Error('killed')) : storage.ledger.rewrapSubjects(rows),
    };
    await expect(rotateMasterKey({ ...ports, ledger: dying, batchSize: 2 })).rejects.toThrow('killed');
    // Until it is finished hubs run with both keys.
    const meanwhile = await ledgerOver(storage, { ring: both });
    for (const sequence of [1, 2, 3, 4, 5]) {
      await expect(meanwhile.ledger.openInputs('decisions', sequence, staff, 'a test')).resolves.toBeDefined();
    }
    expect(await rotateMasterKey({ ...rotation(storage, meanwhile.ledger), batchSize: 2 })).toMatchObject({
      secrets: 0,
      subjects: 3,
    });
  });

  it('refuses the same key', async () => {
    const { ledger, storage } = await testLedger();
    const ring = { current: testMasterKey, previous: testMasterKey };
    await expect(rotateMasterKey({ ...rotation(storage, ledger), ring })).rejects.toThrow('give another');
  });
});

describe('rotating the signing key', () => {
  const start = Date.UTC(2026, 10, 22, 9, 0, 0);

  function signingRotation(storage: Storage, ledger: Ledger) {
    return {
      store: storage.secrets,
      ring: { current: testMasterKey, previous: null },
      now: () => start,
      random: (bytes: number) => randomBytes(bytes),
      record: (event: Parameters<Ledger['recordEvent']>[0]) => ledger.recordEvent(event),
      actor: null,
    };
  }

  it('signs by a new key, while what the old one signed still verifies', async () => {
    const { ledger, storage } = await testLedger();
    await ledger.append(request(numbered(2)), 'key:k1');
    const before = await ledger.newestCheckpoint('decisions');
    const { keyId, retired, retiredAt } = await rotateSigningKey(signingRotation(storage, ledger));
    expect(retired).toEqual([before.keyId]);
    expect(retiredAt).toBe('2026-11-22T09:10:00.000Z');
    await ledger.checkpoint();
    await ledger.append(request([record('k3')]), 'key:k1');
    expect((await ledger.newestCheckpoint('decisions', 3)).keyId).toBe(keyId);
    expect((await ledger.receipt('decisions', 1)).signingKey).toMatchObject({ id: before.keyId, retiredAt });
    expect((await ledger.signingKeys()).map(({ id }) => id)).toEqual([before.keyId, keyId]);
    expect((await ledger.search({ stream: 'audit', kind: 'signing-key-created' })).lines).toHaveLength(1);
  });

  it('reaches a hub that runs when it meets what the new key signed', async () => {
    const { ledger, storage } = await testLedger();
    const other = await ledgerOver(storage);
    await ledger.append(request(numbered(1)), 'key:k1');
    await rotateSigningKey(signingRotation(storage, ledger));
    await ledger.checkpoint();
    await ledger.append(request([record('k2')]), 'key:k1');
    const answer = await other.ledger.append(request([record('k3')]), 'key:k1');
    expect(answer.sequences).toEqual([3]);
  });

  it('is finished, not begun anew, when it was broken off', async () => {
    const { ledger, storage } = await testLedger();
    const ports = signingRotation(storage, ledger);
    const dying = { ...storage.secrets, retire: () => Promise.reject(new Error('killed')) };
    await expect(rotateSigningKey({ ...ports, store: dying })).rejects.toThrow('killed');
    await rotateSigningKey(ports);
    const keys = await ledger.signingKeys();
    expect(keys.map(({ retiredAt }) => retiredAt === null)).toEqual([false, true]);
  });
});

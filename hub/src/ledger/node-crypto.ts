import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import type { AuditCrypto } from '../../../engine/index.ts';

const publicKeys = new Map<string, KeyObject | null>();

/** The cryptography of the ledger by the platform: some twenty times as fast as the engine's own, with the same answers. */
export const nodeCrypto: AuditCrypto = {
  hashText: (text) => hash('sha256', text, 'hex'),
  hashBytes: (bytes) => hash('sha256', bytes, 'hex'),
  verify(text, signature, publicKey) {
    const key = publicKeyOf(publicKey);
    return key !== null && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  },
};

/** A hub has few keys; whatever else a file under verification names is not kept. */
function publicKeyOf(publicKey: string): KeyObject | null {
  const known = publicKeys.get(publicKey);
  if (known !== undefined) return known;
  let key: KeyObject | null = null;
  try {
    key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  } catch {
    // No key at all: nothing is signed by it.
  }
  if (publicKeys.size < 100) publicKeys.set(publicKey, key);
  return key;
}

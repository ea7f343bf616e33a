import { createHash, createPublicKey, verify } from 'node:crypto';
import type { AuditCrypto } from '../../../engine/index.ts';

/** Node's own cryptography, which every test of the ledger may hold against the engine's. */
export const nodeCrypto: AuditCrypto = {
  hashText: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hashBytes: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  verify(text, signature, publicKey) {
    try {
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
      return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
    } catch {
      return false;
    }
  },
};

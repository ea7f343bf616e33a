import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

/** A key that signs: 32 secret bytes and their public key. @source RFC 8032, 5.1.5 */
export interface SigningPair {
  seed: Uint8Array;
  publicKey: string;
}

/** DER before the 32 bytes of an Ed25519 private key. @source RFC 8410, 7 */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signingPair(seed: Uint8Array): SigningPair {
  const { x } = createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' });
  if (x === undefined) throw new Error('node:crypto gave no Ed25519 public key');
  return { seed, publicKey: x };
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
}

/** Signs the UTF-8 of a text; base64url. */
export function signer(seed: Uint8Array): (text: string) => string {
  const key = privateKeyOf(seed);
  return (text) => sign(null, Buffer.from(text), key).toString('base64url');
}

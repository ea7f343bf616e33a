import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { canonicalJson, type Checkpoint, type JsonValue, type SigningKey } from '../../../engine/index.ts';
import { rootOf } from './merkle-tree.ts';

/** PKCS #8 around the 32 bytes of an Ed25519 key. @source RFC 8410, 7 */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A hub's signing key that is the same in every run, made from a word. */
export function testSigner(word: string, createdAt: string) {
  const seed = createHash('sha256').update(word).digest();
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const key: SigningKey = {
    id: createHash('sha256').update(raw).digest('hex').slice(0, 16),
    publicKey: raw.toString('base64url'),
    createdAt,
    retiredAt: null,
  };
  return {
    key,
    /** The signed state of a stream after these entries. */
    checkpoint(stream: string, leaves: readonly string[], at: string): Checkpoint {
      const state = { stream, size: leaves.length, root: rootOf(leaves), at, keyId: key.id };
      return { ...state, signature: sign(null, Buffer.from(textOf(state)), privateKey).toString('base64url') };
    },
  };
}

export type TestSigner = ReturnType<typeof testSigner>;

/** Canonical JSON of what is JSON for sure. */
export function textOf(value: object): string {
  const text = canonicalJson(value as JsonValue);
  if (!text.ok) throw new Error(`not canonical: ${JSON.stringify(text.issues)}`);
  return text.value;
}

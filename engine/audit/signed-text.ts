import { sha256HexOfBytes } from '../digest/sha256-port.ts';
import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';
import { bytesOfBase64url } from '../base64url.ts';
import type { Checkpoint, SigningKey, StreamHead } from './checkpoint.ts';

/**
 * What is signed of a checkpoint: the canonical JSON of all its members but the signature.
 * @example checkpointText(checkpoint) // '{"at":"2026-…","keyId":"…","root":"…","size":1000,"stream":"decisions"}'
 */
export function checkpointText({ at, keyId, root, size, stream }: Omit<Checkpoint, 'signature'>): string {
  // Written in the order of RFC 8785. JSON.stringify writes texts and whole numbers as it asks, and never throws for them.
  return JSON.stringify({ at, keyId, root, size, stream });
}

/**
 * What is signed of a stream's head: the canonical JSON of its members but `keyId` and the signature.
 * @example headText(head) // '{"lastHash":"…","recordedAt":"2026-…","size":1000,"stream":"decisions"}'
 */
export function headText({ lastHash, recordedAt, size, stream }: Omit<StreamHead, 'keyId' | 'signature'>): string {
  return JSON.stringify({ lastHash, recordedAt, size, stream });
}

/**
 * The id of a signing key.
 * @param publicKey 32 bytes, base64url
 * @returns the first 16 hexadecimal digits of its SHA-256; null for what is no key
 * @example signingKeyId('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo') // '21fe31dfa154a261'
 */
export function signingKeyId(publicKey: string): string | null {
  const bytes = bytesOfBase64url(publicKey);
  return bytes?.length === 32 ? sha256HexOfBytes(bytes).slice(0, 16) : null;
}

/**
 * True when a checkpoint was signed by a key: its signature holds, and the key is the one that it names.
 * @param crypto Node's own where there is one
 * @example verifyCheckpoint(checkpoint, key)
 */
export function verifyCheckpoint(checkpoint: Checkpoint, key: SigningKey, crypto: AuditCrypto = plainCrypto): boolean {
  return (
    checkpoint.keyId === key.id &&
    signingKeyId(key.publicKey) === key.id &&
    crypto.verify(checkpointText(checkpoint), checkpoint.signature, key.publicKey)
  );
}

/** True when a stream's head was signed by a key. @example verifyHead(head, key) */
export function verifyHead(head: StreamHead, key: SigningKey, crypto: AuditCrypto = plainCrypto): boolean {
  return (
    head.keyId === key.id &&
    signingKeyId(key.publicKey) === key.id &&
    crypto.verify(headText(head), head.signature, key.publicKey)
  );
}

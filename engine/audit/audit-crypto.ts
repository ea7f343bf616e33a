import { sha256Hex, sha256HexOfBytes } from '../digest/sha256-port.ts';
import { bytesOfBase64url } from '../base64url.ts';
import { verifyEd25519 } from './ed25519-port.ts';

/** The cryptography that the ledger stands on. Node's own is some twenty times as fast; both give the same answers. */
export interface AuditCrypto {
  /** SHA-256 of a text's UTF-8 bytes: 64 hexadecimal digits, lower case. */
  hashText(text: string): string;
  /** SHA-256 of bytes, likewise. The bytes are the caller's to use again afterwards. */
  hashBytes(bytes: Uint8Array): string;
  /** Ed25519: `signature` (64 bytes) and `publicKey` (32 bytes) as base64url, `text` as UTF-8. False for what is neither. */
  verify(text: string, signature: string, publicKey: string): boolean;
}

const utf8 = new TextEncoder();

/** Runs anywhere: in browsers, in n8n, in the hub. */
export const plainCrypto: AuditCrypto = {
  hashText: sha256Hex,
  hashBytes: sha256HexOfBytes,
  verify(text, signature, publicKey) {
    const [signatureBytes, keyBytes] = [bytesOfBase64url(signature), bytesOfBase64url(publicKey)];
    if (signatureBytes?.length !== 64 || keyBytes?.length !== 32) return false;
    return verifyEd25519(signatureBytes, utf8.encode(text), keyBytes);
  },
};

import { ed25519 } from '@noble/curves/ed25519.js';

/**
 * Verifies an Ed25519 signature, by the strict rules of RFC 8032: one signature has one encoding.
 * @param signature 64 bytes
 * @param message what was signed
 * @param publicKey 32 bytes
 * @returns false also for bytes that are no signature or no key; it never throws
 * @example verifyEd25519(signature, message, publicKey)
 * @source RFC 8032, 5.1.7 (Ed25519, verify)
 */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    // The library throws for wrong lengths and for points that are not on the curve.
    return false;
  }
}

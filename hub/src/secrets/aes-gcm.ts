import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

// Keys are key objects: what stands for one in bytes is looked at anew for every use, which takes ten times as long.

/** Bytes of an AES-256 key. */
export const keyBytes = 32;
/** Bytes of a nonce. @source NIST SP 800-38D, 5.2.1.1 (96 bits) */
export const ivBytes = 12;
const tagBytes = 16;
const cipher = 'aes-256-gcm';

/**
 * Encrypts under a key and binds the result to its place.
 * @param iv 12 bytes, never used twice under one key
 * @param place what the ciphertext belongs to; opening it elsewhere fails
 * @returns iv, ciphertext and tag, one after the other
 */
export function sealBytes(key: KeyObject, iv: Uint8Array, plain: Uint8Array | string, place: string): Buffer {
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(place));
  const body = typeof plain === 'string' ? sealing.update(plain, 'utf8') : sealing.update(plain);
  // GCM is a stream: `final` adds nothing, but closes the tag.
  sealing.final();
  return Buffer.concat([iv, body, sealing.getAuthTag()]);
}

/** The plain bytes; null when key, place or bytes are not those of the sealing. */
export function openBytes(key: KeyObject, sealed: Uint8Array, place: string): Buffer | null {
  if (sealed.length < ivBytes + tagBytes) return null;
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([opening.update(sealed.subarray(ivBytes, sealed.length - tagBytes)), opening.final()]);
  } catch {
    return null;
  }
}

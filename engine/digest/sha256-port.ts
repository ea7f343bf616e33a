import { sha256 } from '@noble/hashes/sha2.js';

/**
 * SHA-256 of a text's UTF-8 bytes, the one hash of Steward.
 * @param text well-formed: a lone surrogate would be hashed as U+FFFD, so `canonicalJson` refuses it beforehand
 * @returns 64 hexadecimal digits, lower case
 * @example sha256Hex('abc') // 'ba7816bf…15ad'
 * @source FIPS 180-4, 6.2 (SHA-256)
 */
export function sha256Hex(text: string): string {
  return sha256HexOfBytes(utf8.encode(text));
}

const utf8 = new TextEncoder();
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * SHA-256 of bytes.
 * @returns 64 hexadecimal digits, lower case
 * @example sha256HexOfBytes(new Uint8Array()) // 'e3b0c442…b855'
 * @source FIPS 180-4, 6.2 (SHA-256)
 */
export function sha256HexOfBytes(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of sha256(bytes)) hex += hexOfByte[byte] as string;
  return hex;
}

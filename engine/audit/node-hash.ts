import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';

const hash64 = /^[0-9a-f]{64}$/;

/** True for a SHA-256 as the ledger writes it: 64 hexadecimal digits, lower case. @example isHash('abc') // false */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && hash64.test(value);
}

/** A 1, and two hashes; used again for every node, since a verification makes a million of them. */
const preimage = new Uint8Array(65);
preimage[0] = 1;

/** The value of a hexadecimal digit by its character code. */
const digitValues = new Uint8Array(128);
for (const [value, digit] of [...'0123456789abcdef'].entries()) digitValues[digit.charCodeAt(0)] = value;

/**
 * The hash of a node of the Merkle tree.
 * @param left 64 hexadecimal digits
 * @param right 64 hexadecimal digits
 * @returns SHA-256 of 0x01 and the 64 bytes of both
 * @example nodeHash(leafHash('a'), leafHash('b'))
 * @source RFC 6962, 2.1 (Merkle hash trees)
 */
export function nodeHash(left: string, right: string, crypto: AuditCrypto = plainCrypto): string {
  write(left, 1);
  write(right, 33);
  return crypto.hashBytes(preimage);
}

function write(hash: string, from: number): void {
  for (let at = 0; at < 32; at++) {
    const high = digitValues[hash.charCodeAt(2 * at)] as number;
    preimage[from + at] = (high << 4) | (digitValues[hash.charCodeAt(2 * at + 1)] as number);
  }
}

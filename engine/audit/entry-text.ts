import { canonicalJson } from '../digest/canonical-json.ts';
import type { Result } from '../issue.ts';
import type { JsonValue } from '../json.ts';
import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';
import type { LedgerEntry } from './entry.ts';

/** What the first entry of a stream names as the hash of the entry before it. */
export const previousOfFirst = '0'.repeat(64);

/**
 * The text of an entry: what is stored, hashed and signed.
 * @returns its canonical JSON; or the issues of `canonicalJson`
 * @example entryText(entry) // { ok: true, value: '{"previous":"0000…","record":{…},…,"v":1}' }
 * @source RFC 8785 (JSON Canonicalization Scheme)
 */
export function entryText(entry: LedgerEntry): Result<string> {
  // An entry is JSON; its interfaces only lack the index signature that JsonValue asks for.
  return canonicalJson(entry as unknown as JsonValue);
}

/**
 * The hash of an entry: link of the chain, and leaf of the Merkle tree.
 * @param text from `entryText`
 * @returns SHA-256 of a zero byte and the text's UTF-8 bytes, 64 hexadecimal digits
 * @example leafHash('') // '6e340b9c…4f66…'
 * @source RFC 6962, 2.1 (a leaf is hashed after 0x00, so that no node passes for one)
 */
export function leafHash(text: string, crypto: AuditCrypto = plainCrypto): string {
  return crypto.hashText(`\u0000${text}`);
}

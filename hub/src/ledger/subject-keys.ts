import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { ivBytes, keyBytes } from '../secrets/aes-gcm.ts';
import { unwrap, wrap, type KeyRing } from '../secrets/key-ring.ts';
import type { SubjectRow } from './ledger.store.ts';

/** 128 bits: no two subjects ever get the same name. */
const refBytes = 16;

/** A subject with its key open. */
export interface OpenSubject {
  ref: string;
  key: KeyObject;
}

/** By which a subject is found without being readable: only this hub's secret tells whose hash it is. */
export function lookupOf(lookupSecret: KeyObject, subject: string): string {
  return createHmac('sha256', lookupSecret).update(subject).digest('hex');
}

export interface NewSubject extends OpenSubject {
  row: SubjectRow;
}

/** @param lookup null for nobody that was named */
export function newSubject(
  ring: KeyRing,
  lookup: string | null,
  { at, random }: { at: string; random(bytes: number): Uint8Array },
): NewSubject {
  const bytes = Buffer.from(random(refBytes + keyBytes + ivBytes));
  const ref = `s_${bytes.toString('base64url', 0, refBytes)}`;
  const key = bytes.subarray(refBytes, refBytes + keyBytes);
  const { wrapped, masterKeyId } = wrap(ring, key, ref, bytes.subarray(refBytes + keyBytes));
  return {
    ref,
    key: createSecretKey(key),
    row: { ref, lookup, wrappedKey: wrapped, masterKeyId, createdAt: at, erasedAt: null },
  };
}

/**
 * Null when the subject is erased.
 * @throws UnwrapError
 */
export function openSubject(ring: KeyRing, { ref, wrappedKey, masterKeyId }: SubjectRow): OpenSubject | null {
  if (wrappedKey === null || masterKeyId === null) return null;
  return { ref, key: createSecretKey(unwrap(ring, { wrapped: wrappedKey, masterKeyId }, ref)) };
}

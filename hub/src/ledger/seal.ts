import type { KeyObject } from 'node:crypto';
import { openBytes, sealBytes } from '../secrets/aes-gcm.ts';

export interface SealPlace {
  stream: string;
  key: string;
  /** The subject's name in the ledger. */
  ref: string;
}

/** Sealed content opens in its own record alone. */
function placeText({ stream, key, ref }: SealPlace): string {
  return `${stream}\n${key}\n${ref}`;
}

/** @param iv 12 random bytes */
export function seal(subjectKey: KeyObject, iv: Uint8Array, plain: string, place: SealPlace): string {
  return sealBytes(subjectKey, iv, plain, placeText(place)).toString('base64url');
}

/** Null when it is not what was sealed there under this key. */
export function unseal(subjectKey: KeyObject, sealed: string, place: SealPlace): string | null {
  return openBytes(subjectKey, Buffer.from(sealed, 'base64url'), placeText(place))?.toString('utf8') ?? null;
}

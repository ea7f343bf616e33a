import { randomBytes, type KeyObject } from 'node:crypto';
import type { JsonObject } from '../../../../engine/index.ts';
import { ivBytes, openBytes, sealBytes } from '../../secrets/aes-gcm.ts';

/** Lets a browser keep what only the hub may read or change; any hub that shares the secret opens it. */
export interface Seal {
  /** @param place what it is for; it opens nowhere else */
  seal(content: JsonObject, place: string): string;
  /** Null: not sealed by us, or for another place. */
  open(text: string, place: string): unknown;
}

/** @param key of 32 bytes, asked for each time */
export function sealUnder(key: () => KeyObject): Seal {
  return {
    seal: (content, place) =>
      sealBytes(key(), randomBytes(ivBytes), JSON.stringify(content), place).toString('base64url'),
    open(text, place) {
      const plain = openBytes(key(), Buffer.from(text, 'base64url'), place);
      return plain && (JSON.parse(plain.toString('utf8')) as unknown);
    },
  };
}

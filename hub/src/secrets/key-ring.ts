import { randomBytes } from 'node:crypto';
import { ivBytes, openBytes, sealBytes } from './aes-gcm.ts';
import type { MasterKey } from './master-key.ts';

/** The master keys that a hub knows: what is new lies under `current`; `previous` still opens, while keys are rotated. */
export interface KeyRing {
  current: MasterKey;
  previous: MasterKey | null;
}

export interface Wrapped {
  wrapped: Uint8Array;
  masterKeyId: string;
}

/** What a master key does not open: it lies under another one, or was changed in the store. */
export class UnwrapError extends Error {
  readonly why: 'other-master-key' | 'changed';

  constructor(why: UnwrapError['why'], masterKeyId: string) {
    super(
      why === 'changed'
        ? `a key under the master key ${masterKeyId} was changed in the store`
        : `a key lies under the master key ${masterKeyId}, which this hub was not given`,
    );
    this.why = why;
  }
}

/** @param place what is wrapped; it opens as nothing else */
export function wrap({ current }: KeyRing, plain: Uint8Array, place: string, iv = randomBytes(ivBytes)): Wrapped {
  return { wrapped: sealBytes(current.key, iv, plain, place), masterKeyId: current.id };
}

/** @throws UnwrapError */
export function unwrap(ring: KeyRing, { wrapped, masterKeyId }: Wrapped, place: string): Buffer {
  const master = [ring.current, ring.previous].find((known) => known?.id === masterKeyId);
  if (master == null) throw new UnwrapError('other-master-key', masterKeyId);
  const plain = openBytes(master.key, wrapped, place);
  if (plain === null) throw new UnwrapError('changed', masterKeyId);
  return plain;
}

/** Wraps anew under the current master key. */
export function rewrap(ring: KeyRing, row: Wrapped, place: string): Wrapped {
  return wrap(ring, unwrap(ring, row, place), place);
}

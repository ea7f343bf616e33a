import { isJsonObject } from '../../../../engine/index.ts';
import type { Seal } from './seal.ts';

/** A sign-in that has begun and waits for the provider to send the person back. */
export interface PendingSignIn {
  state: string;
  nonce: string;
  /** PKCE. */
  verifier: string;
  /** Where to go afterwards. */
  redirect: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** chosen: ten minutes, for a password that was forgotten and a second factor that lies in the next room. */
export const pendingForMs = 10 * 60 * 1000;

const place = 'sign-in';

export function sealPending({ seal }: Seal, pending: PendingSignIn): string {
  return seal({ ...pending }, place);
}

/** Null: none of ours, of another sign-in, or too old. */
export function openPending({ open }: Seal, text: string, state: string, now: number): PendingSignIn | null {
  const content = open(text, place);
  if (!isJsonObject(content)) return null;
  const pending = content as unknown as PendingSignIn;
  return pending.state === state && pending.until > now ? pending : null;
}

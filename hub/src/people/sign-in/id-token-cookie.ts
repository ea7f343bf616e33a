import type { IncomingHttpHeaders } from 'node:http';
import { isJsonObject } from '../../../../engine/index.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { Seal } from './seal.ts';

export interface IdTokenCookiePorts {
  seal: Seal;
  /** Where browsers find the hub's pages. */
  homeUrl: string;
}

const name = 'steward-id-token';
const place = 'sign-out';
/** Browsers keep 4,096 bytes of name, value and attributes. */
const maxLength = 3_900;

/**
 * The provider's token, for the provider alone and for one use: to tell it at sign-out whose session ends. Sealed in a cookie
 * that goes to the sign-out alone, so that the store keeps nothing of it; one that is too large is left out.
 */
export function keepIdToken({ seal, homeUrl }: IdTokenCookiePorts, idToken: string, maxAgeSeconds: number): string {
  const sealed = seal.seal({ idToken }, place);
  return write(homeUrl, ...(sealed.length <= maxLength ? ([sealed, maxAgeSeconds] as const) : (['', 0] as const)));
}

export function readIdToken({ seal }: IdTokenCookiePorts, headers: IncomingHttpHeaders): string | null {
  const content = seal.open(readCookie(headers, name) ?? '', place);
  return isJsonObject(content) && typeof content['idToken'] === 'string' ? content['idToken'] : null;
}

export function forgetIdToken({ homeUrl }: IdTokenCookiePorts): string {
  return write(homeUrl, '', 0);
}

function write(homeUrl: string, value: string, maxAgeSeconds: number): string {
  const { pathname, protocol } = new URL(homeUrl);
  return writeCookie(name, value, { secure: protocol === 'https:', maxAgeSeconds, path: `${pathname}/sign-out` });
}

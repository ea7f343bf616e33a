import type { IncomingHttpHeaders } from 'node:http';

export interface CookieOptions {
  /** Over TLS alone. */
  secure: boolean;
  /** 0 removes the cookie. */
  maxAgeSeconds: number;
  /** @default '/' */
  path?: string;
}

/** The value of a cookie; the first one when a browser sends several of a name. */
export function readCookie({ cookie = '' }: IncomingHttpHeaders, name: string): string | null {
  return readCookies({ cookie }).find((entry) => entry.name === name)?.value ?? null;
}

export function readCookies({ cookie = '' }: IncomingHttpHeaders): { name: string; value: string }[] {
  return cookie.split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [{ name: part.slice(0, at).trim(), value: part.slice(at + 1).trim() }];
  });
}

/** For the server alone, and never with requests that another site makes in the background. */
export function writeCookie(name: string, value: string, { secure, maxAgeSeconds, path = '/' }: CookieOptions): string {
  const secured = secure ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secured}`;
}

/**
 * The name of a cookie that stands for all paths. Over TLS it begins with `__Host-`, by which browsers see to it that no
 * other host has set it.
 */
export function hostCookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

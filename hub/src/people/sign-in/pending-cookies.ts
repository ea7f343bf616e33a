import type { IncomingHttpHeaders } from 'node:http';
import { hostCookieName, readCookies, writeCookie } from './cookies.ts';
import { openPending, pendingForMs, sealPending, type PendingSignIn } from './pending-sign-in.ts';
import type { Seal } from './seal.ts';

export interface PendingCookiesPorts {
  seal: Seal;
  /** Milliseconds since 1970. */
  now(): number;
  /** Over TLS alone. */
  secure: boolean;
}

/** chosen: several tabs may sign in at once, when a browser opens them all again; more are left-overs. */
const maxPending = 5;

/** Sign-ins that have begun, each in a cookie of its own, so that no store and no other hub has to know of them. */
export function pendingCookies({ seal, now, secure }: PendingCookiesPorts) {
  const prefix = hostCookieName('steward-sign-in-', secure);
  const nameOf = (state: string): string => prefix + state.slice(0, 12);
  const forget = (name: string): string => writeCookie(name, '', { secure, maxAgeSeconds: 0 });

  return {
    /** The cookies to set. */
    keep(pending: Omit<PendingSignIn, 'until'>, headers: IncomingHttpHeaders): string[] {
      const before = readCookies(headers).filter(({ name }) => name.startsWith(prefix));
      const sealed = sealPending(seal, { ...pending, until: now() + pendingForMs });
      return [
        ...(before.length < maxPending ? [] : before.map(({ name }) => forget(name))),
        writeCookie(nameOf(pending.state), sealed, { secure, maxAgeSeconds: pendingForMs / 1000 }),
      ];
    },

    /** The sign-in that an answer belongs to, if it began in this browser; each is taken once. */
    take(state: unknown, headers: IncomingHttpHeaders): { pending: PendingSignIn | null; cookies: string[] } {
      if (typeof state !== 'string') return { pending: null, cookies: [] };
      const name = nameOf(state);
      const cookie = readCookies(headers).find((entry) => entry.name === name);
      if (!cookie) return { pending: null, cookies: [] };
      return { pending: openPending(seal, cookie.value, state, now()), cookies: [forget(name)] };
    },
  };
}

export type PendingCookies = ReturnType<typeof pendingCookies>;

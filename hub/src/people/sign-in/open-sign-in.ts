import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { AccessPorts } from '../access.ts';
import type { People } from '../people.ts';
import type { SessionStore } from '../people.stores.ts';
import { hostCookieName } from './cookies.ts';
import { openIdClient, type OpenIdOptions } from './openid.client.ts';
import { pendingCookies } from './pending-cookies.ts';
import { sealUnder } from './seal.ts';
import { sessionPeople } from './session-people.ts';
import { sessionsOver } from './sessions.ts';
import { signInRoutes, type SignInPorts } from './sign-in.routes.ts';
import { signOutRoutes } from './sign-out.routes.ts';

export interface SignInOptions {
  openId: OpenIdOptions;
  /** Where browsers find the hub's pages, such as `https://hub.example.com/steward`: https, or this machine. */
  homeUrl: string;
  /** Name or path of the claim that gives roles; null: none does. */
  rolesClaim: string | null;
  /** Verified addresses of people who are administrators whatever else is granted. */
  administrators: readonly string[];
  /** How long a sign-in holds. */
  sessionMs: number;
  /** For AES-256; all hubs on one store share it. */
  sessionSecret(): KeyObject;
}

export interface SignInDoor {
  identify: AccessPorts['identify'];
  pages(app: FastifyInstance): void;
}

/** @throws Error for the administrator, when the session's cookie would go where others can listen */
export function openSignIn(
  options: SignInOptions & { sessions: SessionStore; people: People; now(): number },
): SignInDoor {
  const { openId, homeUrl, rolesClaim, sessionMs, sessionSecret, people, now } = options;
  const secure = isSecure(homeUrl);
  const seal = sealUnder(sessionSecret);
  const cookieName = hostCookieName('steward-session', secure);
  const sessions = sessionsOver({ sessions: options.sessions, now, sessionMs });
  const ports: SignInPorts = {
    openId: openIdClient(openId),
    sessions,
    people,
    pending: pendingCookies({ seal, now, secure }),
    seal,
    cookieName,
    homeUrl,
    rolesClaim,
  };
  return {
    identify: sessionPeople({ sessions, people, cookieName }),
    pages(app) {
      signInRoutes(app, ports);
      signOutRoutes(app, ports);
    },
  };
}

function isSecure(homeUrl: string): boolean {
  const { protocol, hostname } = new URL(homeUrl);
  if (protocol === 'https:') return true;
  if (/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) return false;
  throw new Error(`People sign in at ${homeUrl}, where others can listen; expected https.`);
}

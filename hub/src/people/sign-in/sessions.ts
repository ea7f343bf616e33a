import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../../../engine/index.ts';
import type { SessionRow, SessionStore } from '../people.stores.ts';

export interface SessionsPorts {
  sessions: SessionStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** How long a sign-in holds. */
  sessionMs: number;
}

export interface Sessions {
  /** A new session with a token that nobody had before; the one that the browser had ends. */
  begin(
    personId: string,
    claimedRoles: Role[],
    replaced: string | null,
  ): Promise<{ token: string; maxAgeSeconds: number }>;
  /** Null: unknown, ended, or over. */
  find(token: string): Promise<SessionRow | null>;
  end(token: string): Promise<void>;
}

/** Sessions of the people who signed in at a standalone hub. The token is in the browser alone; the store has its hash. */
export function sessionsOver({ sessions, now, sessionMs }: SessionsPorts): Sessions {
  const at = (ms: number): string => new Date(ms).toISOString();
  return {
    async begin(personId, claimedRoles, replaced) {
      const token = randomBytes(32).toString('base64url');
      const time = now();
      await sessions.removeExpired(at(time));
      if (replaced !== null) await sessions.remove(hashOf(replaced));
      const [createdAt, expiresAt] = [at(time), at(time + sessionMs)];
      await sessions.add({ idHash: hashOf(token), personId, claimedRoles, createdAt, expiresAt });
      return { token, maxAgeSeconds: Math.floor(sessionMs / 1000) };
    },

    async find(token) {
      if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
      const session = await sessions.get(hashOf(token));
      return session && Date.parse(session.expiresAt) > now() ? session : null;
    },

    end: (token) => sessions.remove(hashOf(token)),
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

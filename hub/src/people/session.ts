import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { N8nClient, N8nSession, SignedIn } from '../n8n/n8n.client.ts';

/** n8n's session cookie (`AUTH_COOKIE_NAME`). */
const cookieName = 'n8n-auth';

/**
 * The session that a request carries, or null. Without the `browser-id` header there is none: a page of another origin
 * cannot send it, so it is the defence against forged requests as well.
 */
export function readSession(headers: IncomingHttpHeaders): N8nSession | null {
  const browserId = headers['browser-id'];
  if (typeof browserId !== 'string' || browserId === '' || browserId.length > 200) return null;
  const cookie = (headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${cookieName}=`));
  return cookie === undefined ? null : { cookie, browserId };
}

export interface SessionCacheOptions {
  n8n: Pick<N8nClient, 'signedIn'>;
  /** Milliseconds since 1970. */
  now(): number;
  /** How long an answer of n8n holds; a person who signs out is out after this time at the latest. 0 asks each time. */
  maxAgeMs: number;
}

/** Asks n8n who is calling, and remembers the answer briefly under a hash, so that no secret is kept. */
export function sessionCache({ n8n, now, maxAgeMs }: SessionCacheOptions) {
  const known = new Map<string, { until: number; answer: Promise<SignedIn | null> }>();

  const forgetOld = (): void => {
    for (const [key, { until }] of known) if (until <= now()) known.delete(key);
  };

  return async (session: N8nSession): Promise<SignedIn | null> => {
    const key = createHash('sha256').update(`${session.cookie}\n${session.browserId}`).digest('base64');
    const entry = known.get(key);
    if (entry && entry.until > now()) {
      const answer = await entry.answer;
      return answer && { person: answer.person, setCookies: [] };
    }
    forgetOld();
    const answer = n8n.signedIn(session);
    known.set(key, { until: now() + maxAgeMs, answer });
    try {
      const signedIn = await answer;
      if (signedIn === null) known.delete(key);
      return signedIn;
    } catch (error) {
      known.delete(key);
      throw error;
    }
  };
}

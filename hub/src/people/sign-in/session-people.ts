import { permissionsOf } from '../../../../engine/index.ts';
import { ProblemError } from '../../http/problem.ts';
import type { AccessPorts } from '../access.ts';
import type { People } from '../people.ts';
import { readCookie } from './cookies.ts';
import type { Sessions } from './sessions.ts';

export interface SessionPeoplePorts {
  sessions: Sessions;
  people: People;
  /** Of the session. */
  cookieName: string;
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Knows people by the session that they began at the hub's own sign-in. */
export function sessionPeople({ sessions, people, cookieName }: SessionPeoplePorts): AccessPorts['identify'] {
  return async ({ headers, method }) => {
    const token = readCookie(headers, cookieName);
    const session = token === null ? null : await sessions.find(token);
    const known = session && (await people.get(session.personId));
    if (!session || !known) return null;
    if (!reading.has(method)) refuseForged(headers);
    await people.arrive(known, known);
    const roles = people.rolesInForce({ ...known, givenRoles: session.claimedRoles });
    const { id, email, name } = known;
    return {
      kind: 'person',
      n8nSession: null,
      person: { id, email, name, role: '', roles, permissions: permissionsOf(roles), signedInBy: 'openid' },
    };
  };
}

/**
 * A page of another origin cannot send a header of its own without asking first, and the hub says yes to nobody.
 * @throws ProblemError `forged_request`
 */
export function refuseForged(headers: Readonly<Record<string, unknown>>): void {
  if (headers['steward-request'] !== '1') throw new ProblemError('forged_request');
}

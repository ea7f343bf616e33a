import { permissionsOf, type Role } from '../../../engine/index.ts';
import type { N8nPerson, N8nSession, SignedIn } from '../n8n/n8n.client.ts';
import type { AccessPorts } from './access.ts';
import type { PersonPrincipal } from './principal.ts';
import { readSession } from './session.ts';

/** Owners and administrators of n8n, who could do all of it in n8n itself. */
const administrators: ReadonlySet<string> = new Set(['global:owner', 'global:admin']);

/** The roles of a person of n8n to whom nobody has granted any in Steward. */
export function rolesInN8n({ role }: Pick<N8nPerson, 'role'>): Role[] {
  return administrators.has(role)
    ? ['designer', 'publisher', 'data-steward', 'administrator', 'auditor']
    : ['designer', 'publisher'];
}

/** Knows people by the session that they have in n8n. */
export function n8nPeople(
  whoIs: (session: N8nSession) => Promise<SignedIn | null>,
  rolesOf: (person: N8nPerson) => Role[] | Promise<Role[]> = rolesInN8n,
): AccessPorts['identify'] {
  return async (request, setHeader) => {
    const session = readSession(request.headers);
    const signedIn = session && (await whoIs(session));
    if (!session || !signedIn) return null;
    if (signedIn.setCookies.length > 0) setHeader('set-cookie', signedIn.setCookies);
    return asPrincipal(signedIn.person, session, await rolesOf(signedIn.person));
  };
}

function asPrincipal(person: N8nPerson, n8nSession: N8nSession, roles: Role[]): PersonPrincipal {
  return {
    kind: 'person',
    person: { ...person, roles, permissions: permissionsOf(roles), signedInBy: 'n8n' },
    n8nSession,
  };
}

import type { Me, Permission } from '../../../engine/index.ts';
import type { N8nSession } from '../n8n/n8n.client.ts';

/** Who sends a request: a person who signed in, or a machine with an API key. */
export type Principal = PersonPrincipal | KeyPrincipal;

export interface PersonPrincipal {
  kind: 'person';
  person: Me;
  /** By which the hub acts in n8n as this person; null where n8n did not sign them in. */
  n8nSession: N8nSession | null;
}

export interface KeyPrincipal {
  kind: 'key';
  id: string;
  name: string;
  permissions: readonly Permission[];
  /** ISO 8601, UTC; null: never. */
  expiresAt: string | null;
}

/** How the principal stands in the ledger: `person:<id>` or `key:<id>`. */
export function principalName(principal: Principal): string {
  return principal.kind === 'person' ? `person:${principal.person.id}` : `key:${principal.id}`;
}

export function mayDo(principal: Principal, permission: Permission): boolean {
  const held = principal.kind === 'person' ? principal.person.permissions : principal.permissions;
  return held.includes(permission);
}

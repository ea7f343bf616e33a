/** What somebody may do in the hub. Every route of the hub names the one that it needs. */
export const permissions = [
  'journeys:read',
  'journeys:edit',
  'journeys:publish',
  'ledger:append',
  'ledger:read',
  'ledger:inputs',
  'ledger:export',
  'ledger:erase',
  'identity:match',
  'identity:read',
  'identity:steward',
  'identity:policy',
  'identity:erase',
  'keys:manage',
  'people:manage',
  'metrics:read',
] as const;
export type Permission = (typeof permissions)[number];

/** The parts that people play. A person may have several. */
export const roles = [
  'designer',
  'reviewer',
  'publisher',
  'regional-editor',
  'data-steward',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/**
 * What each role may do. Reading the personal inputs of a decision is the auditor's alone, and needs a reason; erasing
 * a person is the administrator's, so that nobody can both look at decisions and make them unreadable by one role. Who a
 * customer is, is the data steward's: profiles hold personal data, which no other role sees.
 */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  designer: ['journeys:read', 'journeys:edit', 'ledger:read'],
  reviewer: ['journeys:read', 'ledger:read'],
  publisher: ['journeys:read', 'journeys:publish', 'ledger:read'],
  'regional-editor': ['journeys:read', 'journeys:edit', 'ledger:read'],
  'data-steward': ['journeys:read', 'ledger:read', 'identity:read', 'identity:steward', 'identity:policy'],
  administrator: [
    'journeys:read',
    'ledger:read',
    'ledger:erase',
    'identity:erase',
    'keys:manage',
    'people:manage',
    'metrics:read',
  ],
  auditor: ['journeys:read', 'ledger:read', 'ledger:inputs', 'ledger:export'],
};

/** What an API key may be given: what machines do. Nobody manages people or keys through a key, or reads personal inputs. */
export const keyScopes = [
  'ledger:append',
  'ledger:read',
  'ledger:export',
  'identity:match',
  'journeys:read',
  'metrics:read',
] as const satisfies readonly Permission[];
export type KeyScope = (typeof keyScopes)[number];

/** All that a person with these roles may do, in the order of `permissions`. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return permissions.filter((permission) => held.some((role) => rolePermissions[role].includes(permission)));
}

/** The signed-in person: the answer to `GET /me`. */
export interface Me {
  /** n8n's id of the person, or `<issuer>#<subject>` of the OpenID provider. */
  id: string;
  email: string;
  name: string;
  /** n8n's role, such as `global:owner`; empty for a person of an OpenID provider. */
  role: string;
  roles: Role[];
  permissions: Permission[];
  signedInBy: 'n8n' | 'openid';
}

/** An API key as administrators see it; its secret is shown once, when it is made. */
export interface ApiKey {
  /** Stands in the key's text, `stw_<id>_<secret>`, and in what the key records. */
  id: string;
  name: string;
  scopes: KeyScope[];
  /** ISO 8601, UTC. */
  createdAt: string;
  createdBy: string;
  /** Null: never. */
  expiresAt: string | null;
  revokedAt: string | null;
  /** Exact to a minute. */
  lastUsedAt: string | null;
}

/** `POST /api-keys`; `expiresInDays` null: never. */
export interface NewApiKey {
  name: string;
  scopes: KeyScope[];
  expiresInDays: number | null;
}

/** The only answer that carries the key's text. */
export interface CreatedApiKey {
  apiKey: ApiKey;
  /** `stw_<id>_<secret>`, sent as `Authorization: Bearer …`. */
  text: string;
}

/** A person whom the hub has seen. */
export interface Person {
  id: string;
  name: string;
  email: string;
  signedInBy: 'n8n' | 'openid';
  /** Null: those that the person's role in n8n, or the provider's claim, gives. */
  grantedRoles: Role[] | null;
  /** Those in force. */
  roles: Role[];
  /** ISO 8601, UTC. */
  lastSeenAt: string;
}

import type { ApiKey, Person, Role } from '../../../engine/index.ts';

/** An API key with the hash of its secret; the secret itself is nowhere. */
export interface StoredApiKey extends ApiKey {
  /** SHA-256 of the secret, hexadecimal; the secret is 256 random bits, so that no slower hash is needed. */
  secretHash: string;
}

export interface ApiKeyStore {
  /** Last made first. */
  list(): Promise<ApiKey[]>;
  get(id: string): Promise<StoredApiKey | null>;
  add(key: StoredApiKey): Promise<void>;
  /** False when there is no such key, or it is revoked already. */
  revoke(id: string, at: string): Promise<boolean>;
  touch(id: string, at: string): Promise<void>;
}

export type SeenPerson = Pick<Person, 'id' | 'name' | 'email' | 'signedInBy' | 'lastSeenAt'>;

export interface PeopleStore {
  /** By name. */
  list(): Promise<(SeenPerson & { grantedRoles: Role[] | null })[]>;
  get(id: string): Promise<(SeenPerson & { grantedRoles: Role[] | null }) | null>;
  /** Writes name, address and time; leaves granted roles as they are. */
  seen(person: SeenPerson): Promise<void>;
  /** Null takes the grant back. False when the hub has never seen the person. */
  grant(id: string, roles: Role[] | null): Promise<boolean>;
}

/** A person's session in a standalone hub. */
export interface SessionRow {
  /** SHA-256 of the token in the cookie, hexadecimal. */
  idHash: string;
  personId: string;
  /** Roles that the provider's claim gave at sign-in. */
  claimedRoles: Role[];
  createdAt: string;
  expiresAt: string;
}

export interface SessionStore {
  add(session: SessionRow): Promise<void>;
  get(idHash: string): Promise<SessionRow | null>;
  remove(idHash: string): Promise<void>;
  removeExpired(now: string): Promise<void>;
}

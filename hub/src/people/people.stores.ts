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

export interface SeenPerson extends Pick<Person, 'id' | 'name' | 'email' | 'signedInBy' | 'lastSeenAt'> {
  /** Those that their role in n8n, or the provider's claim, gave when they were last seen; in force where nobody granted any. */
  givenRoles: Role[];
}

/** A person as the hub keeps them. */
export interface KnownPerson extends SeenPerson {
  /** Null: nobody granted any. */
  grantedRoles: Role[] | null;
}

export interface PeopleStore {
  /** By name. */
  list(): Promise<KnownPerson[]>;
  get(id: string): Promise<KnownPerson | null>;
  /** Writes name, address, given roles and time; leaves granted roles as they are. */
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

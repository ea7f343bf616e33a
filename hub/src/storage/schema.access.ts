export interface AccessTables {
  secrets: SecretsTable;
  people: PeopleTable;
  sessions: SessionsTable;
  api_keys: ApiKeysTable;
}

export interface SecretsTable {
  name: string;
  wrapped: Uint8Array;
  master_key_id: string;
  public_part: string;
  created_at: string;
  retired_at: string | null;
}

/** Roles, claims and scopes are JSON lists. */
export interface PeopleTable {
  id: string;
  name: string;
  email: string;
  signed_in_by: string;
  given_roles: string;
  granted_roles: string | null;
  last_seen_at: string;
}

export interface SessionsTable {
  id_hash: string;
  person_id: string;
  claimed_roles: string;
  created_at: string;
  expires_at: string;
}

export interface ApiKeysTable {
  id: string;
  name: string;
  scopes: string;
  secret_hash: string;
  created_at: string;
  created_by: string;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
}

import { roles, type Role } from '../../../../engine/index.ts';

/** What a provider says of a person, in its token and at its userinfo endpoint. */
export type Claims = Readonly<Record<string, unknown>>;

export interface ClaimedPerson {
  /** `<issuer>#<subject>`: a subject is unique within its issuer alone. */
  id: string;
  name: string;
  /** Empty when the provider does not say that it verified it: whoever may write any address there could be anybody. */
  email: string;
  roles: Role[];
}

/** @param rolesClaim name of the claim, or its path with dots; null: the provider gives no roles */
export function readClaims(issuer: string, subject: string, claims: Claims, rolesClaim: string | null): ClaimedPerson {
  const email = isVerified(claims['email_verified']) ? text(claims['email']) : '';
  const fullName = `${text(claims['given_name'])} ${text(claims['family_name'])}`.trim();
  const name = text(claims['name']) || fullName || text(claims['preferred_username']) || email || subject;
  return {
    id: `${issuer}#${subject}`,
    name: name.slice(0, 200),
    email: email.slice(0, 320),
    roles: rolesClaim === null ? [] : readRoles(claimAt(claims, rolesClaim)),
  };
}

/** What userinfo says stands before what the token says; that an address is verified was said of that address alone. */
export function mergeClaims(token: Claims, userinfo: Claims): Claims {
  const { email_verified: verified, ...others } = token;
  const sameEmail = userinfo['email'] === undefined || userinfo['email'] === token['email'];
  return { ...others, ...(sameEmail && verified !== undefined && { email_verified: verified }), ...userinfo };
}

/** Amazon Cognito writes it as text. */
function isVerified(value: unknown): boolean {
  return value === true || value === 'true';
}

/** A name may hold dots itself, as `https://example.com/roles` does; `realm_access.roles` of Keycloak is a path. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), claims);
}

/** Steward's roles among the values, each by its name or as `steward-<name>`; a list, or one text with several. */
function readRoles(value: unknown): Role[] {
  const values: unknown[] = Array.isArray(value) ? value : text(value).split(/[\s,]+/);
  const named = new Set(values.map((entry) => text(entry).replace(/^steward-/, '')));
  return roles.filter((role) => named.has(role));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

import { readPath } from '../../decision/facts/read-path.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { HandoffCustomer } from '../model/handoff-input.ts';

/** Fields of a customer that stand in one place of a record. */
export type MappableCustomerField =
  | 'name'
  | 'id'
  | 'email'
  | 'phone'
  | 'since'
  | 'tier'
  | 'lifetimeValue'
  | 'currency'
  | 'language'
  | 'preferredChannel'
  | 'vulnerable'
  | 'consents';

export interface CustomerMapping {
  /** Path in the record, by field; a field that is not named here is looked for under its usual names. */
  fields?: Partial<Record<MappableCustomerField, string>>;
  /** Further fields that the person should see, with the label that they are shown under. */
  further?: readonly { label: string; field: string }[];
}

/** Names that systems give a field, in the order of preference; capitals, hyphens and underscores make no difference. */
const usualNames: Record<MappableCustomerField, readonly string[]> = {
  name: ['name', 'fullName', 'displayName', 'customerName'],
  id: ['id', 'customerId', 'customerNumber', 'customerNo', 'number'],
  email: ['email', 'emailAddress', 'mail'],
  phone: ['phone', 'phoneNumber', 'mobile', 'mobilePhone', 'telephone', 'tel'],
  since: ['since', 'customerSince', 'memberSince', 'createdAt'],
  tier: ['tier', 'loyaltyTier', 'segment', 'plan', 'level'],
  lifetimeValue: ['lifetimeValue', 'customerLifetimeValue', 'clv', 'ltv', 'value'],
  currency: ['currency'],
  language: ['language', 'preferredLanguage', 'locale', 'lang'],
  preferredChannel: ['preferredChannel', 'contactChannel', 'channel'],
  vulnerable: ['vulnerable', 'isVulnerable'],
  consents: ['consents', 'consent', 'permissions'],
};
const givenNames = ['firstName', 'givenName'];
const familyNames = ['lastName', 'familyName', 'surname'];

/**
 * Reads a record of a customer as CRMs keep it. What is missing, empty or of another type is not known, and nothing is put in its place.
 * @param record own members only; a name made of given and family name counts where there is no whole one
 * @param mapping where fields stand elsewhere
 * @example readCustomer({ first_name: 'Ada', last_name: 'Lind', clv: 1200, consent: { email: true } })
 * // { name: 'Ada Lind', lifetimeValue: 1200, consents: [{ to: 'email', state: 'granted' }] }
 */
export function readCustomer(record: JsonObject, mapping: CustomerMapping = {}): HandoffCustomer {
  const byName = new Map(
    Object.entries(record)
      .reverse()
      .map(([name, value]) => [comparable(name), value] as const),
  );
  const named = (names: readonly string[]) =>
    names.map((name) => byName.get(comparable(name))).find((value) => (value ?? null) !== null && value !== '');
  const at = (field: MappableCustomerField): JsonValue | undefined => {
    const path = mapping.fields?.[field];
    return path === undefined || path === '' ? named(usualNames[field]) : readPath(record, path);
  };
  const whole = [named(givenNames), named(familyNames)].map(textOf).filter((part) => part !== null);
  const texts = {
    name: textOf(at('name')) ?? (whole.length > 0 ? whole.join(' ') : null),
    id: textOf(at('id')),
    email: textOf(at('email')),
    phone: textOf(at('phone')),
    since: textOf(at('since')),
    tier: textOf(at('tier')),
    currency: textOf(at('currency'))?.toUpperCase() ?? null,
    language: textOf(at('language')),
    preferredChannel: textOf(at('preferredChannel')),
  };
  const value = numberOf(at('lifetimeValue'));
  const vulnerable = at('vulnerable');
  const consents = consentsOf(at('consents'));
  const further = (mapping.further ?? []).flatMap(({ label, field }) => {
    const text = textOf(readPath(record, field));
    return text === null ? [] : [{ label, value: text }];
  });
  return {
    ...(Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null)) as Partial<HandoffCustomer>),
    ...(value !== null && { lifetimeValue: value }),
    ...(typeof vulnerable === 'boolean' && { vulnerable }),
    ...(consents.length > 0 && { consents }),
    ...(further.length > 0 && { further }),
  };
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function textOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function numberOf(value: JsonValue | undefined): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

type Consent = NonNullable<HandoffCustomer['consents']>[number];

/** `{ email: true }`, `{ email: 'refused' }`, or a list of `{ purpose, channel, state }`. */
function consentsOf(value: JsonValue | undefined): Consent[] {
  if (Array.isArray(value)) {
    return value.filter(isJsonObject).flatMap((one) => {
      const to = [one['to'], one['purpose'], one['channel']].map(textOf).filter(Boolean).join(', ');
      return to === '' ? [] : [{ to, state: stateOf(one['state'] ?? one['status'] ?? one['granted']) }];
    });
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([to, state]) => ({
    to,
    state: stateOf(isJsonObject(state) ? state['state'] : state),
  }));
}

const granted = ['true', 'yes', 'granted', 'given', 'opted-in', 'opt-in', 'optin', 'active'];
const refused = ['false', 'no', 'refused', 'denied', 'withdrawn', 'revoked', 'opted-out', 'opt-out', 'optout'];

function stateOf(value: JsonValue | undefined): Consent['state'] {
  const text = typeof value === 'boolean' || typeof value === 'string' ? String(value).trim().toLowerCase() : '';
  return granted.includes(text) ? 'granted' : refused.includes(text) ? 'refused' : 'unknown';
}

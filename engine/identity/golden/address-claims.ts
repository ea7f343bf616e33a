import { identityFields, type IdentityField } from '../model/identity-record.ts';
import type { SourceRecord } from '../model/golden-record.ts';
import type { Claim } from './claims.ts';

/** Fields that say together where somebody lives. */
export const addressFields = [
  'address',
  'house_number',
  'street',
  'address_extra',
  'city',
  'region',
  'postcode',
  'country',
] as const satisfies readonly IdentityField[];

export type AddressField = (typeof addressFields)[number];

/** Any of these makes an address that a letter could reach; a city or a country alone does not. */
const reaching: readonly AddressField[] = ['address', 'street', 'postcode'];

/**
 * Leaves of each address field only what belongs to one address: a street of one record with the town of another is a place where
 * nobody lives.
 * @param claims by field
 * @param best the record whose address survives
 * @returns claims of that record, and of others where they agree with it on every field that both have
 */
export function claimsOfOneAddress(
  claims: ReadonlyMap<string, readonly Claim[]>,
  best: SourceRecord,
): Map<AddressField, Claim[]> {
  const keys = addressKeys(claims);
  const own = keys.get(best) ?? new Map<string, string>();
  const agrees = (record: SourceRecord): boolean =>
    [...(keys.get(record) ?? [])].every(([field, key]) => (own.get(field) ?? key) === key);
  const kept = new Map<AddressField, Claim[]>();
  for (const field of addressFields) {
    const all = claims.get(field) ?? [];
    const ofBest = all.filter(({ record }) => record === best);
    kept.set(field, ofBest.length > 0 ? ofBest : all.filter(({ record }) => agrees(record)));
  }
  return kept;
}

/** One claim per record that has an address, all of it as one value; those that a letter could reach, if there are any. */
export function wholeAddresses(claims: ReadonlyMap<string, readonly Claim[]>): Claim[] {
  const whole: { claim: Claim; reaches: boolean }[] = [];
  for (const [record, keys] of addressKeys(claims)) {
    const texts = identityFields.flatMap((field) => keys.get(field) ?? []);
    const claim = { record, value: texts.join(', '), key: texts.join('\n') };
    whole.push({ claim, reaches: reaching.some((field) => keys.has(field)) });
  }
  const reached = whole.filter(({ reaches }) => reaches);
  return (reached.length > 0 ? reached : whole).map(({ claim }) => claim);
}

/** What each record says of its address, by field. */
function addressKeys(claims: ReadonlyMap<string, readonly Claim[]>): Map<SourceRecord, Map<string, string>> {
  const keys = new Map<SourceRecord, Map<string, string>>();
  for (const field of addressFields) {
    for (const { record, key } of claims.get(field) ?? []) {
      const own = keys.get(record) ?? new Map<string, string>();
      keys.set(record, own.set(field, key));
    }
  }
  return keys;
}

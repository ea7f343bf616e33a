import type { IdentityFeature } from '../../../../engine/index.ts';

/** Fields that are taken apart before they are compared, with what they become. */
const partsOf: Readonly<Record<string, readonly IdentityFeature[]>> = {
  full_name: ['given_name', 'middle_name', 'family_name'],
  address: ['house_number', 'street', 'postcode', 'city'],
};

/** What a field of a record is compared as: itself, or what it is taken apart into. */
export function featuresOf(field: string): readonly string[] {
  return (Object.hasOwn(partsOf, field) ? partsOf[field] : undefined) ?? [field];
}

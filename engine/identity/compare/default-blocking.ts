import type { BlockingKey, BlockingRule } from '../model/identity-model.ts';

/** `family_name:sound`, `given_name:start:3`, `email`: a key as one writes it down. */
function rule(...keys: readonly string[]): BlockingRule {
  const read = keys.map((key) => {
    const [feature, take = 'whole', length] = key.split(':');
    return { feature, take, ...(length !== undefined && { length: Number(length) }) } as BlockingKey;
  });
  return { id: keys.map((key) => key.replaceAll(/[:_]/g, '-')).join('+'), keys: read };
}

/**
 * Rules for people: redundant on purpose, so that a pair is found though any two of its values are wrong or missing.
 * @source chosen: combinations of two keys that each stay equal under other errors (sound under spelling, start under endings, day and month under wrong years)
 */
export const personBlocking: readonly BlockingRule[] = [
  rule('national_id'),
  rule('customer_number'),
  rule('email'),
  rule('email:local'),
  rule('phone'),
  rule('phone:end:7'),
  // The date alone: whatever became of the name.
  rule('birth_date'),
  rule('birth_date:day-month', 'family_name:sound'),
  rule('birth_date:day-month', 'given_name:sound'),
  rule('birth_date:day-month', 'postcode'),
  rule('birth_date:day-month', 'city:sound'),
  rule('birth_date:day-month', 'family_name:start:2', 'given_name:start:1'),
  rule('birth_date:year', 'family_name:sound'),
  rule('birth_date:year', 'postcode'),
  rule('birth_date:year', 'given_name:sound', 'postcode:start:2'),
  rule('birth_date:year', 'given_name:sound', 'city:sound'),
  rule('birth_date:year', 'given_name:end:3', 'family_name:end:3'),
  rule('given_name:sound', 'family_name:sound'),
  rule('given_name:start:3', 'family_name:start:4'),
  rule('given_name:start:3', 'postcode'),
  rule('given_name:sound', 'city', 'family_name:start:1'),
  rule('family_name:sound', 'postcode:start:3'),
  rule('family_name:sound', 'postcode:start:1', 'given_name:start:1'),
  rule('family_name:start:3', 'postcode'),
  rule('family_name:end:3', 'postcode'),
  rule('family_name:sound', 'city:sound'),
  rule('house_number', 'street:start:4'),
  rule('house_number', 'postcode'),
  rule('street:sound', 'postcode:start:3'),
  rule('street:start:5', 'postcode'),
  rule('street:start:6', 'family_name:sound'),
  rule('street:start:6', 'given_name:sound'),
  rule('street:start:5', 'city:sound', 'house_number:start:1'),
  rule('address_extra:start:5', 'house_number'),
  rule('address_extra:start:4', 'postcode'),
  rule('address_extra:start:4', 'city:sound'),
];

/** Further rules for people, where the data are few enough for them. @source chosen: one key, or two that many records lack or have wrong */
export const widePersonBlocking: readonly BlockingRule[] = [
  rule('family_name:sound'),
  rule('family_name:start:4'),
  rule('family_name:end:4'),
  rule('given_name:sound'),
  rule('given_name:end:4'),
  rule('given_name:start:3', 'city:start:2'),
  rule('family_name:start:3', 'city:start:2'),
  rule('city:start:4', 'birth_date:end:2'),
  rule('given_name:start:3', 'birth_date:year'),
  rule('birth_date:year', 'city:start:2'),
  rule('birth_date:day-month'),
  rule('email:start:4'),
  rule('email:domain'),
  rule('house_number', 'city:start:4'),
  rule('postcode'),
  rule('street:sound'),
  rule('address_extra:start:4'),
];

/** Rules for companies. @source chosen: as for people */
export const companyBlocking: readonly BlockingRule[] = [
  rule('national_id'),
  rule('customer_number'),
  rule('email'),
  rule('phone'),
  rule('phone:end:7'),
  rule('company'),
  rule('company:start:5', 'postcode:start:2'),
  rule('company:start:5', 'city:sound'),
  rule('company:sound', 'city:sound'),
  rule('company:sound', 'postcode:start:2'),
  rule('company:start:8'),
  rule('company:end:6', 'postcode:start:2'),
  rule('email:domain', 'postcode:start:2'),
  rule('email:domain', 'company:start:3'),
  rule('email:domain', 'city:sound'),
  rule('house_number', 'street:start:4', 'postcode:start:2'),
  rule('street', 'postcode'),
  rule('house_number', 'street', 'city:sound'),
];

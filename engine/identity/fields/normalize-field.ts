import type { IdentityField, NormalizeOptions } from '../model/identity-record.ts';
import { readAddress, readAddressExtra } from './address.ts';
import { readBirthDate } from './birth-date.ts';
import { readCompany } from './company.ts';
import { readEmail } from './email.ts';
import { readFullName } from './full-name.ts';
import { readCustomerNumber, readNationalId } from './identity-number.ts';
import type { FieldRules, NormalizedField } from './normalized-field.ts';
import { readFamilyName, readGivenName, readMiddleName } from './person-name.ts';
import { readPhone } from './phone.ts';
import { readCity, readCountry, readRegion } from './place.ts';
import { readPostcode } from './postcode.ts';
import { cutText, maxCellLength, readableText } from './readable-text.ts';
import { settled } from './settle.ts';
import { readHouseNumber, readStreet } from './street.ts';

/** A normalized value is no longer than this. chosen: the longest e-mail address has 254 characters (RFC 5321). */
const maxValueLength = 254;

const rules: Readonly<Record<IdentityField, FieldRules>> = {
  given_name: readGivenName,
  middle_name: readMiddleName,
  family_name: readFamilyName,
  full_name: readFullName,
  company: readCompany,
  birth_date: readBirthDate,
  email: readEmail,
  phone: readPhone,
  address: readAddress,
  house_number: readHouseNumber,
  street: readStreet,
  address_extra: readAddressExtra,
  city: readCity,
  region: readRegion,
  postcode: readPostcode,
  country: readCountry,
  national_id: readNationalId,
  customer_number: readCustomerNumber,
};

/**
 * A value of a field in its one form, ready to be compared. Normalizing a result again, as the feature that it belongs to,
 * changes nothing. Never throws, whatever the value; values of more than 1,000 characters are cut.
 * @param raw as it came; '' and spaces give no value and set nothing aside
 * @returns the values (a full name and an address give several), why a value cannot be compared, and what was done, in words
 * @example normalizeField('email', 'Max.Muster+shop@GMail.com')
 * // { values: { email: 'maxmuster@gmail.com' }, steps: ['lower case', 'tag after + left out', …] }
 * @example normalizeField('birth_date', '01.01.1900').setAside?.reason // 'placeholder'
 */
export function normalizeField(field: IdentityField, raw: string, options?: NormalizeOptions): NormalizedField {
  const steps: string[] = [];
  // The lines of an address are its parts.
  const lines = field === 'address' ? raw.slice(0, 2 * maxCellLength).replace(/[\r\n\u2028]+/g, ', ') : raw;
  const text = readableText(lines, steps);
  if (text === '') return { values: {}, steps };
  const reading = rules[field](text, steps, options?.region);
  // Nothing changed: the text was in its one form already.
  if (isItself(reading.values, field, text)) return { values: reading.values, steps };
  const { values, problem } =
    reading.problem === undefined ? settled(reading, rules, options?.region, finished) : reading;
  if (problem === undefined) return { values, steps };
  return { values: {}, setAside: { field, reason: problem, value: cutText(raw, maxCellLength) }, steps };
}

function isItself(values: NormalizedField['values'], field: IdentityField, text: string): boolean {
  const entries = Object.entries(values);
  return text.length <= maxValueLength && entries.length === 1 && entries[0]?.[0] === field && entries[0][1] === text;
}

/** As the value will be read the next time. */
function finished(value: string): string {
  const text = readableText(value, []);
  return text.length > maxValueLength ? cutText(text, maxValueLength).trim() : text;
}

import {
  identityFields,
  type IdentityFeature,
  type IdentityField,
  type IdentityRecord,
  type NormalizedRecord,
  type NormalizeOptions,
  type SetAside,
} from '../model/identity-record.ts';
import { normalizeField } from './normalize-field.ts';
import { isSamplePerson } from './placeholders.ts';

/** The fields, those first whose values count when another field would give the same feature. */
const order: readonly IdentityField[] = [
  'country',
  ...identityFields.filter((field) => !['country', 'street', 'address', 'full_name', 'given_name'].includes(field)),
  'given_name',
  'street',
  'full_name',
  'address',
];

/**
 * A record with each value in its one form. A field of its own counts more than what a full name, an address or a street
 * gives besides; phone numbers are read by the record's own country when it has one.
 * @param normalize how a value is normalized; give one that remembers when many records share values
 * @returns the values by feature, and those set aside with the reason
 * @example normalizeRecord({ id: '1', values: { full_name: 'Dr. Ada Lovelace', phone: '020 7946 0018', country: 'UK' } })
 * // { id: '1', values: { given_name: 'ada', family_name: 'lovelace', country: 'gb', phone: '+442079460018' }, setAside: [] }
 */
export function normalizeRecord(
  record: IdentityRecord,
  options?: NormalizeOptions,
  normalize: typeof normalizeField = normalizeField,
): NormalizedRecord {
  const values: Partial<Record<IdentityFeature, string>> = {};
  const setAside: SetAside[] = [];
  let abroad: NormalizeOptions | undefined;
  for (const field of order) {
    const raw = record.values[field];
    if (raw === undefined || raw === '') continue;
    const read = normalize(field, raw, abroad !== undefined && readByCountry.has(field) ? abroad : options);
    if (read.setAside !== undefined) setAside.push(read.setAside);
    for (const feature in read.values)
      values[feature as IdentityFeature] ??= read.values[feature as IdentityFeature] as string;
    if (field === 'country' && values.country?.length === 2) abroad = { region: values.country.toUpperCase() };
  }
  withoutSamplePerson(record, values, setAside);
  return { id: record.id, values, setAside };
}

/** Dates are not among them: a system writes those of all its customers alike. */
const readByCountry: ReadonlySet<IdentityField> = new Set(['phone', 'region', 'postcode', 'national_id', 'address']);

/** John Doe in two fields, each of which alone is a name. */
function withoutSamplePerson(
  record: IdentityRecord,
  values: Partial<Record<IdentityFeature, string>>,
  setAside: SetAside[],
): void {
  const { given_name: given, family_name: family } = values;
  if (given === undefined || family === undefined || !isSamplePerson(given, family)) return;
  delete values.given_name;
  delete values.family_name;
  for (const field of ['given_name', 'family_name'] as const) {
    setAside.push({ field, reason: 'placeholder', value: record.values[field] ?? record.values.full_name ?? '' });
  }
}

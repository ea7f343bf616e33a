import { normalizeField } from '../fields/normalize-field.ts';
import { goldenRecord } from '../golden/golden-record.ts';
import type { GoldenRecord, SourceRecord, Survivorship } from '../model/golden-record.ts';
import { identityFields, type IdentityField, type NormalizeOptions } from '../model/identity-record.ts';

/**
 * The golden record of a customer: values that normalize alike are one value, and what normalizing sets aside survives nowhere.
 * @param records of one customer, with texts as they came
 * @param survivorship @default what suits most: the latest, and what forbids
 * @param options how national phone numbers and ambiguous dates are read
 * @example customerRecord(records).conflicts // [] where 12.04.1986 stands against 1986-04-12
 */
export function customerRecord(
  records: readonly SourceRecord[],
  survivorship?: Survivorship,
  options: NormalizeOptions = {},
): GoldenRecord {
  const read = (field: string, value: string) =>
    isField(field) ? normalizeField(field, value, options) : { values: {}, setAside: undefined };
  return goldenRecord(records, survivorship, {
    counts: (field, value) => read(field, value).setAside === undefined,
    keyOf: (field, value) => {
      const normal = Object.values(read(field, value).values).join('\n');
      return normal === '' ? value.trim().toLowerCase() : normal;
    },
  });
}

function isField(field: string): field is IdentityField {
  return (identityFields as readonly string[]).includes(field);
}

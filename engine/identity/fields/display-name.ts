import type { IdentityField } from '../model/identity-record.ts';

/**
 * What a record is called on a page: the full name, or given, middle and family name, or the company, or an address or number.
 * @param values as they came
 * @returns '' when there is nothing to call it by
 * @example displayName({ given_name: 'Ada', family_name: 'Lovelace' }) // 'Ada Lovelace'
 */
export function displayName(values: Readonly<Partial<Record<IdentityField, string>>>): string {
  const trimmed = (field: IdentityField): string =>
    (values[field] ?? '')
      .slice(0, 200)
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim();
  const parts = ['given_name', 'middle_name', 'family_name'] as const;
  const name = parts
    .map(trimmed)
    .filter((part) => part !== '')
    .join(' ');
  return (
    [
      trimmed('full_name'),
      name,
      trimmed('company'),
      trimmed('email'),
      trimmed('phone'),
      trimmed('customer_number'),
    ].find((text) => text !== '') ?? ''
  );
}

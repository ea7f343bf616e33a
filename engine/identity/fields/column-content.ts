import type { IdentityField } from '../model/identity-record.ts';

/** What the values of a column look like. */
export interface ColumnContent {
  /** The field that most values look like; null: none that can be told by its looks. */
  looksLike: IdentityField | null;
  /** Whether the looks alone are enough to say so: an e-mail address is, a number of eight digits is not. */
  isTelling: boolean;
  /** Whether the values cannot be this field. */
  contradicts(field: IdentityField): boolean;
}

const looks: readonly { field: IdentityField; isTelling: boolean; form: RegExp }[] = [
  { field: 'email', isTelling: true, form: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ },
  {
    field: 'birth_date',
    isTelling: false,
    form: /^(?:(?:19|20)\d\d[-/.]?[01]\d[-/.]?[0-3]\d|[0-3]?\d[-/.][0-3]?\d[-/.](?:19|20)\d\d)(?:[T ].*)?$/,
  },
  {
    field: 'phone',
    isTelling: true,
    form: /^(?:\+|00)[\d ()/.-]{7,22}$|^\(?0\d{1,4}\)?[ /-]\d[\d -]{4,}$|^\(\d{3}\) ?\d{3}-\d{4}$|^\d{3}-\d{3}-\d{4}$/,
  },
  {
    field: 'postcode',
    isTelling: false,
    form: /^(?:\d{4,5}|[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}|\d{5}-\d{4}|\d{4} ?[A-Za-z]{2}|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d)$/,
  },
];

/** A form that most values of a field have; a column with hardly any is something else. */
const needed: Partial<Record<IdentityField, RegExp>> = {
  given_name: /\p{L}/u,
  family_name: /\p{L}/u,
  full_name: /\p{L}/u,
  company: /\p{L}/u,
  city: /\p{L}/u,
  street: /\p{L}/u,
  address: /\p{L}/u,
  country: /\p{L}/u,
  email: /@/,
  birth_date: /\d/,
  phone: /\d{3}/,
  house_number: /\d/,
  postcode: /\d/,
};

/** Numbers that look like whatever their keepers want. */
const anyForm: ReadonlySet<IdentityField> = new Set(['customer_number', 'national_id', 'address_extra']);

/**
 * Looks at values of a column.
 * @param values as they came; empty ones are left out
 * @example contentOf(['a@example.com', '']).looksLike // 'email'
 */
export function contentOf(values: readonly string[]): ColumnContent {
  const filled = values.map((value) => value.slice(0, 200).trim()).filter((value) => value !== '');
  const share = (form: RegExp): number =>
    filled.filter((value) => form.test(value)).length / Math.max(filled.length, 1);
  // chosen: four of five, so that typing errors and placeholders do not hide what a column is.
  const found = looks.find(({ form }) => share(form) >= 0.8);
  return {
    looksLike: found?.field ?? null,
    isTelling: found?.isTelling ?? false,
    contradicts: (field) => {
      if (filled.length === 0) return false;
      if (found?.isTelling && found.field !== field && !anyForm.has(field)) return true;
      const form = needed[field];
      return form !== undefined && share(form) < 0.2;
    },
  };
}

/** What a column of customer data means. `full_name` and `address` are taken apart into features. */
export const identityFields = [
  'given_name',
  'middle_name',
  'family_name',
  'full_name',
  'company',
  'birth_date',
  'email',
  'phone',
  'address',
  'house_number',
  'street',
  'address_extra',
  'city',
  'region',
  'postcode',
  'country',
  'national_id',
  'customer_number',
] as const;
export type IdentityField = (typeof identityFields)[number];

/** What two records are compared by, after normalization. */
export const identityFeatures = [
  'given_name',
  'middle_name',
  'family_name',
  'company',
  'birth_date',
  'email',
  'phone',
  'house_number',
  'street',
  'address_extra',
  'city',
  'region',
  'postcode',
  'country',
  'national_id',
  'customer_number',
] as const;
export type IdentityFeature = (typeof identityFeatures)[number];

/** A record of one customer in one system, as it came. */
export interface IdentityRecord {
  /** Unique within what is resolved together. */
  id: string;
  /** Texts as they came; a field that is absent or empty is unknown. */
  values: Readonly<Partial<Record<IdentityField, string>>>;
  /** The system that it comes from, such as `crm`. */
  source?: string;
  /** ISO 8601. */
  updatedAt?: string;
}

/** Which column holds which field. */
export type FieldMapping = Readonly<Partial<Record<IdentityField, string>>>;

/** Why a value takes no part in comparing. */
export interface SetAside {
  field: IdentityField;
  /** `placeholder`: stands for "unknown", such as test@test.com; `unreadable`: cannot be read as this kind of value; `checksum`: its check digits are wrong. */
  reason: 'placeholder' | 'unreadable' | 'checksum';
  /** The value as it came. */
  value: string;
}

/** A record as it is compared. */
export interface NormalizedRecord {
  id: string;
  /** Values in their one form; normalizing them again changes nothing. */
  values: Readonly<Partial<Record<IdentityFeature, string>>>;
  setAside: readonly SetAside[];
}

export interface NormalizeOptions {
  /** Two capital letters (ISO 3166-1): how national phone numbers and ambiguous dates are read. */
  region?: string;
}

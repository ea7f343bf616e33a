/** What people call the fields of a record, as heads of rows. */
const fieldTitles: Readonly<Record<string, string>> = {
  given_name: 'Given name',
  middle_name: 'Middle name',
  family_name: 'Family name',
  full_name: 'Name',
  company: 'Company',
  birth_date: 'Birth date',
  email: 'E-mail',
  phone: 'Phone',
  address: 'Address',
  house_number: 'House number',
  street: 'Street',
  address_extra: 'Address, more',
  city: 'City',
  region: 'Region',
  postcode: 'Postcode',
  country: 'Country',
  national_id: 'National id',
  customer_number: 'Customer number',
};

const order = Object.keys(fieldTitles);

/** The title of a field; of one that Steward does not know its own name, readable: `marketing_consent` is "Marketing consent". */
export function fieldTitle(field: string): string {
  const known = Object.hasOwn(fieldTitles, field) ? fieldTitles[field] : undefined;
  if (known !== undefined) return known;
  const words = field.replace(/[_-]+/g, ' ').trim();
  return words === '' ? field : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Several fields as one title: "Given name, family name". */
export function fieldsTitle(fields: readonly string[]): string {
  return fields
    .map(fieldTitle)
    .map((title, index) => (index === 0 ? title : lowerFirst(title)))
    .join(', ');
}

/** Fields in the order in which people read them: name, birth, contact, address, numbers, then all others by name. */
export function inReadingOrder(fields: Iterable<string>): string[] {
  const place = (field: string) => {
    const at = order.indexOf(field);
    return at < 0 ? order.length : at;
  };
  return [...fields].sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}

/** "Family name" inside a sentence; abbreviations keep their capitals. */
export function lowerFirst(words: string): string {
  return /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

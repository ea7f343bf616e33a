import { describe, expect, test } from 'vitest';
import { normalizeField, normalizeRecord, type IdentityField } from '../../../../engine/index.ts';

type Case = [raw: string, expected: Record<string, string>, region?: string];

function expectCase(field: IdentityField, [raw, expected, region]: Case): void {
  expect(normalizeField(field, raw, region === undefined ? {} : { region }).values).toEqual(expected);
}

const addresses: Case[] = [
  [
    'Flat 3, 12 King Street, London SW1A 1AA, UK',
    { house_number: '12', street: 'king st', address_extra: 'flat 3', city: 'london', postcode: 'SW1A1AA', country: 'gb' },
  ],
  ['Hauptstraße 5, 10115 Berlin', { house_number: '5', street: 'hauptstr', city: 'berlin', postcode: '10115' }, 'DE'],
  ['Hauptstr. 5a 10115 Berlin', { house_number: '5a', street: 'hauptstr', city: 'berlin', postcode: '10115' }, 'DE'],
  [
    '123 Main St Apt 4B, San Francisco, CA 94103',
    { house_number: '123', street: 'main st', address_extra: 'apt 4b', city: 'san francisco', region: 'ca', postcode: '94103' },
  ],
  ['12 High Street London SW1A 1AA', { house_number: '12', street: 'high st', city: 'london', postcode: 'SW1A1AA' }],
  [
    '2/98 King St, Sydney NSW 2000',
    { house_number: '98', street: 'king st', address_extra: 'unit 2', city: 'sydney', region: 'nsw', postcode: '2000' },
    'AU',
  ],
  ['10 rue de la Paix, 75002 Paris, France', { house_number: '10', street: 'r de la paix', city: 'paris', postcode: '75002', country: 'fr' }],
  ['Calle Mayor, 5, 28013 Madrid', { house_number: '5', street: 'c mayor', city: 'madrid', postcode: '28013' }],
  ['PO Box 123, Perth WA 6000', { address_extra: 'po box 123', city: 'perth', region: 'wa', postcode: '6000' }, 'AU'],
  ['Postfach 10 20 30, 50667 Köln', { address_extra: 'po box 102030', city: 'koeln', postcode: '50667' }, 'DE'],
  ['Via Roma 1\n00184 Roma\nItalia', { house_number: '1', street: 'v roma', city: 'roma', postcode: '00184', country: 'it' }],
  ['Keizersgracht 12, 1015 CX Amsterdam', { house_number: '12', street: 'keizersgracht', city: 'amsterdam', postcode: '1015CX' }],
  ['Rua Augusta 1500, São Paulo', { house_number: '1500', street: 'r augusta', city: 'sao paulo' }],
  ['n/a', {}],
]; // prettier-ignore

const streets: Case[] = [
  ['12 King Street', { street: 'king st', house_number: '12' }],
  ['King Str.', { street: 'kingstr' }],
  ['Berliner Str. 7', { street: 'berlinerstr', house_number: '7' }],
  ['Berlinerstraße 7', { street: 'berlinerstr', house_number: '7' }],
  ['St Georges Road', { street: 'saint georges rd' }],
  ['Unter den Linden 77', { street: 'unter den linden', house_number: '77' }],
  ['5th Avenue', { street: '5th ave' }],
  ["A'Beckett Street", { street: 'abeckett st' }],
  ['No. 7 Acacia Ave', { street: 'acacia ave', house_number: '7' }],
  ['12 A King St', { street: 'king st', house_number: '12a' }],
  ['12-14 King St', { street: 'king st', house_number: '12-14' }],
  ['unknown', {}],
];

const others: [IdentityField, ...Case][] = [
  ['house_number', 'No. 12 A', { house_number: '12a' }],
  ['house_number', '12 – 14', { house_number: '12-14' }],
  ['house_number', '007', { house_number: '7' }],
  ['house_number', 's/n', {}],
  ['address_extra', 'aptmnt 240', { address_extra: 'apt 240' }],
  ['address_extra', 'P.O. Box 12', { address_extra: 'po box 12' }],
  ['city', 'St. James', { city: 'saint james' }],
  ['city', 'Newcastle-upon-Tyne', { city: 'newcastle upon tyne' }],
  ['city', 'MÜNCHEN', { city: 'munchen' }],
  ['region', 'New South Wales', { region: 'nsw' }],
  ['region', 'Calif.', { region: 'ca' }],
  ['region', 'Western Australia', { region: 'wa' }],
  ['region', 'WA', { region: 'wa' }],
  ['region', 'Bavaria', { region: 'by' }],
  ['region', 'Lombardia', { region: 'lombardia' }],
  ['postcode', 'sw1a 1aa', { postcode: 'SW1A1AA' }],
  ['postcode', 'D-10115', { postcode: '10115' }],
  ['postcode', '94103-1234', { postcode: '94103' }],
  ['postcode', '0000', {}],
  ['postcode', '0800', { postcode: '0800' }],
  ['country', 'Deutschland', { country: 'de' }],
  ['country', 'U.S.A.', { country: 'us' }],
  ['country', 'GBR', { country: 'gb' }],
  ['country', 'España', { country: 'es' }],
  ['country', 'NA', { country: 'na' }],
  ['country', 'Ruritania', { country: 'ruritania' }],
];

describe('an address on one line', () => {
  test.each(addresses)('%j', (...row) => expectCase('address', row));
});
describe('a street', () => {
  test.each(streets)('%j', (...row) => expectCase('street', row));
});
describe('parts of an address', () => {
  test.each(others)('%s %j', (field, ...row) => expectCase(field, row));
});

describe('a record', () => {
  test('is read with the country of its own for the telephone, that of the system for the date', () => {
    const values = { phone: '020 7946 0018', country: 'UK', birth_date: '03/04/1980' };
    expect(normalizeRecord({ id: 'a', values }, { region: 'US' })).toEqual({
      id: 'a',
      values: { country: 'gb', phone: '+442079460018', birth_date: '1980-03-04' },
      setAside: [],
    });
  });

  test('believes a field of its own more than what a full name or a street gives besides', () => {
    const values = { full_name: 'A. King', given_name: 'Ada', street: '12 King Street', house_number: '14' };
    expect(normalizeRecord({ id: 'a', values }).values).toEqual({
      given_name: 'ada',
      family_name: 'king',
      street: 'king st',
      house_number: '14',
    });
  });

  test('sets sample people aside, with both fields', () => {
    const read = normalizeRecord({ id: 'a', values: { given_name: 'Max', family_name: 'Mustermann', city: 'Bonn' } });
    expect(read.values).toEqual({ city: 'bonn' });
    expect(read.setAside).toEqual([
      { field: 'given_name', reason: 'placeholder', value: 'Max' },
      { field: 'family_name', reason: 'placeholder', value: 'Mustermann' },
    ]);
  });
});

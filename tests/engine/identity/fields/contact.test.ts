import { describe, expect, test } from 'vitest';
import { normalizeField, type IdentityField } from '../../../../engine/index.ts';

type Problem = 'placeholder' | 'unreadable' | 'checksum';
type Case = [raw: string, expected: Record<string, string> | { problem: Problem }, region?: string];

function expectCase(field: IdentityField, [raw, expected, region]: Case): void {
  const read = normalizeField(field, raw, region === undefined ? {} : { region });
  if ('problem' in expected) {
    expect(read.values).toEqual({});
    expect(read.setAside?.reason).toBe(expected.problem);
  } else expect(read).toMatchObject({ values: expected });
}
const placeholder = { problem: 'placeholder' } as const;
const unreadable = { problem: 'unreadable' } as const;
const checksum = { problem: 'checksum' } as const;

const emails: Case[] = [
  ['Ada@Example.COM', { email: 'ada@example.com' }],
  ['ada+shop@example.com', { email: 'ada@example.com' }],
  ['A.da+shop@googlemail.com', { email: 'ada@gmail.com' }],
  ['a.da@example.com', { email: 'a.da@example.com' }],
  ['ada-shop@yahoo.com', { email: 'ada@yahoo.com' }],
  ['ada-l@example.com', { email: 'ada-l@example.com' }],
  ['ada+x@outlook.com', { email: 'ada@outlook.com' }],
  ['Ada L. <ada@example.com>', { email: 'ada@example.com' }],
  ['mailto:ada@example.com', { email: 'ada@example.com' }],
  ['ada (at) example.com', { email: 'ada@example.com' }],
  ['ada@example.com; al@example.org', { email: 'ada@example.com' }],
  ['"ada"@example.com', { email: 'ada@example.com' }],
  ['ada@example.com.', { email: 'ada@example.com' }],
  ['ada@gmial.com', { email: 'ada@gmail.com' }],
  ['ada@müller.example', { email: 'ada@xn--mller-kva.example' }],
  ['ada@bücher.example', { email: 'ada@xn--bcher-kva.example' }],
  ['ajones-@cortez6wilcox.com', { email: 'ajones-@cortez6wilcox.com' }],
  ['em@aosn@ware.com', { email: 'em@aosn@ware.com' }],
  ['jamesd75collins.biz', { email: 'jamesd75collins.biz' }],
  ['test@test.com', placeholder],
  ['none@none.com', placeholder],
  ['noreply@example.com', placeholder],
  ['no-reply@example.com', placeholder],
  ['n/a', placeholder],
  ['noemail@noemail.com', placeholder],
  ['a@a.com', placeholder],
  ['xxx@xxx.de', placeholder],
  ['hello', unreadable],
];

const phones: Case[] = [
  ['(0171) 234 56 78', { phone: '+491712345678' }, 'DE'],
  ['+49 (0)171 2345678', { phone: '+491712345678' }],
  ['0049 171 2345678', { phone: '+491712345678' }],
  ['tel:+49-171-2345678', { phone: '+491712345678' }],
  ['+49 171 2345678 ext. 12', { phone: '+491712345678' }],
  ['020 7946 0018', { phone: '+442079460018' }, 'GB'],
  ['(415) 555-2671', { phone: '+14155552671' }, 'US'],
  ['1-415-555-2671', { phone: '+14155552671' }, 'US'],
  ['02 9999 1234 / 0412 345 678', { phone: '+61299991234' }, 'AU'],
  ['06 12 34 56 78', { phone: '+33612345678' }, 'FR'],
  ['020 7946 0018', { phone: '02079460018' }],
  ['+39 06 6982 1234', { phone: '+390669821234' }],
  ['０１７１ ２３４５６７８', { phone: '+491712345678' }, 'DE'],
  ['00000000', placeholder],
  ['1234567', placeholder],
  ['999 999 9999', placeholder],
  ['0123456789', placeholder],
  ['none', unreadable],
  ['12', unreadable],
];

const dates: Case[] = [
  ['1971-06-24', { birth_date: '1971-06-24' }],
  ['1971-06-24T00:00:00Z', { birth_date: '1971-06-24' }],
  ['1971-06-24 00:00:00.000', { birth_date: '1971-06-24' }],
  ['19081209', { birth_date: '1908-12-09' }],
  ['19081309', { birth_date: '1908-13-09' }],
  ['24121985', { birth_date: '1985-12-24' }],
  ['24/06/1971', { birth_date: '1971-06-24' }],
  ['03/04/1980', { birth_date: '1980-04-03' }],
  ['03/04/1980', { birth_date: '1980-04-03' }, 'GB'],
  ['03/04/1980', { birth_date: '1980-03-04' }, 'US'],
  ['24/06/1971', { birth_date: '1971-06-24' }, 'US'],
  ['3.4.1980', { birth_date: '1980-04-03' }, 'US'],
  ['1980/4/3', { birth_date: '1980-04-03' }],
  ['24 June 1971', { birth_date: '1971-06-24' }],
  ['June 24th, 1971', { birth_date: '1971-06-24' }],
  ['24. März 1971', { birth_date: '1971-03-24' }],
  ['24. März 1971', { birth_date: '1971-03-24' }, 'DE'],
  ['1er août 1980', { birth_date: '1980-08-01' }],
  ['24 de junio de 1971', { birth_date: '1971-06-24' }],
  ['5 febbraio 1960', { birth_date: '1960-02-05' }],
  ['7 de março de 1999', { birth_date: '1999-03-07' }],
  ['24-Jun-71', { birth_date: '1971-06-24' }],
  ['24.06.71', { birth_date: '1971-06-24' }],
  ['24.06.05', { birth_date: '2005-06-24' }],
  ['26108', { birth_date: '1971-06-24' }],
  ['31/02/1980', { birth_date: '1980-02-31' }],
  ['1970-01-01', { birth_date: '1970-01-01' }],
  ['1901-01-01', { birth_date: '1901-01-01' }],
  ['2000-01-01', { birth_date: '2000-01-01' }],
  ['1900-01-01', placeholder],
  ['01.01.1900', placeholder],
  ['01/01/1900 00:00', placeholder],
  ['00000000', placeholder],
  ['0000-00-00', placeholder],
  ['9999-12-31', placeholder],
  ['yesterday', unreadable],
  ['1971', unreadable],
];

const numbers: Case[] = [
  ['RSSMRA85T10A562S', { national_id: 'RSSMRA85T10A562S' }],
  ['RSSMRA85T10A562T', checksum],
  ['X-1234567-L', { national_id: 'X1234567L' }],
  ['12345678Z', { national_id: '12345678Z' }, 'ES'],
  ['12345678A', checksum, 'ES'],
  ['12345678A', { national_id: '12345678A' }],
  ['86095742719', { national_id: '86095742719' }, 'DE'],
  ['86095742718', checksum, 'DE'],
  ['943 476 5919', { national_id: '9434765919' }, 'GB'],
  ['943 476 5918', checksum, 'GB'],
  ['AB 12 34 56 C', { national_id: 'AB123456C' }],
  ['2 55 08 14 168 025 38', { national_id: '255081416802538' }, 'FR'],
  ['2 55 08 14 168 025 39', checksum, 'FR'],
  ['529.982.247-25', { national_id: '52998224725' }, 'BR'],
  ['529.982.247-26', checksum, 'BR'],
  ['11.222.333/0001-81', { national_id: '11222333000181' }, 'BR'],
  ['11.222.333/0001-82', checksum, 'BR'],
  ['111222333', { national_id: '111222333' }, 'NL'],
  ['111222334', checksum, 'NL'],
  ['811228-9874', { national_id: '8112289874' }, 'SE'],
  ['811228-9875', checksum, 'SE'],
  ['131052-308T', { national_id: '131052308T' }, 'FI'],
  ['131052-308U', checksum, 'FI'],
  ['44051401359', { national_id: '44051401359' }, 'PL'],
  ['44051401358', checksum, 'PL'],
  ['756.9217.0769.85', { national_id: '7569217076985' }],
  ['756.9217.0769.84', checksum],
  ['DE136695976', { national_id: 'DE136695976' }],
  ['DE136695977', checksum],
  ['ATU13585627', { national_id: 'ATU13585627' }],
  ['IT00743110157', { national_id: 'IT00743110157' }],
  ['BE0403019261', { national_id: 'BE0403019261' }],
  ['FR40303265045', { national_id: 'FR40303265045' }],
  ['NL004495445B01', { national_id: 'NL004495445B01' }],
  ['5493001KJTIIGC8Y1R12', { national_id: '5493001KJTIIGC8Y1R12' }],
  ['5493001KJTIIGC8Y1R13', checksum],
  ['046 454 286', { national_id: '046454286' }, 'CA'],
  ['123 456 782', { national_id: '123456782' }, 'AU'],
  ['93.05.18-223.61', { national_id: '93051822361' }, 'BE'],
  ['501964843', { national_id: '501964843' }, 'PT'],
  ['536-90-4399', { national_id: '536904399' }, 'US'],
  ['666-05-1120', checksum, 'US'],
  ['6988048', { national_id: '6988048' }],
  ['0000000', placeholder],
  ['1234567', placeholder],
  ['n/a', placeholder],
];

describe('an e-mail address', () => {
  test.each(emails)('%j', (...row) => expectCase('email', row));
});
describe('a telephone number', () => {
  test.each(phones)('%j', (...row) => expectCase('phone', row));
});
describe('a birth date', () => {
  test.each(dates)('%j', (...row) => expectCase('birth_date', row));
});
describe('a number of a state', () => {
  test.each(numbers)('%j', (...row) => expectCase('national_id', row));
});
describe('a customer number', () => {
  test.each<Case>([
    ['000-4711', { customer_number: '4711' }],
    ['kd 4711 a', { customer_number: 'KD4711A' }],
    ['0000', placeholder],
    ['#', unreadable],
  ])('%j', (...row) => expectCase('customer_number', row));
});

import { describe, expect, test } from 'vitest';
import { recognizeColumns } from '../../../../engine/index.ts';

const byName: [columns: string, mapping: Record<string, string>, unknown: string[]][] = [
  [
    'rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id',
    {
      given_name: ' given_name',
      family_name: ' surname',
      house_number: ' street_number',
      street: ' address_1',
      address_extra: ' address_2',
      city: ' suburb',
      postcode: ' postcode',
      region: ' state',
      birth_date: ' date_of_birth',
      national_id: ' soc_sec_id',
    },
    ['rec_id'],
  ],
  [
    'unique_id,first_name,surname,dob,city,email,cluster',
    { given_name: 'first_name', family_name: 'surname', birth_date: 'dob', city: 'city', email: 'email' },
    ['unique_id', 'cluster'],
  ],
  [
    'unique_id,full_name,first_and_surname,dob,birth_place,postcode_fake,gender,occupation',
    { full_name: 'full_name', birth_date: 'dob', postcode: 'postcode_fake' },
    ['unique_id', 'first_and_surname', 'birth_place', 'gender', 'occupation'],
  ],
  [
    'Kundennr;Anrede;Vorname;Name;Geburtsdatum;Straße;Hausnr.;PLZ;Ort;Telefon;E-Mail'.replaceAll(';', ','),
    {
      customer_number: 'Kundennr',
      given_name: 'Vorname',
      family_name: 'Name',
      birth_date: 'Geburtsdatum',
      street: 'Straße',
      house_number: 'Hausnr.',
      postcode: 'PLZ',
      city: 'Ort',
      phone: 'Telefon',
      email: 'E-Mail',
    },
    ['Anrede'],
  ],
  [
    'Prénom,Nom,Date de naissance,Adresse,Code postal,Ville,Téléphone,Courriel',
    {
      given_name: 'Prénom',
      family_name: 'Nom',
      birth_date: 'Date de naissance',
      address: 'Adresse',
      postcode: 'Code postal',
      city: 'Ville',
      phone: 'Téléphone',
      email: 'Courriel',
    },
    [],
  ],
  [
    'nombre,apellidos,fecha_nacimiento,direccion,codigo_postal,ciudad,correo,movil,dni',
    {
      given_name: 'nombre',
      family_name: 'apellidos',
      birth_date: 'fecha_nacimiento',
      address: 'direccion',
      postcode: 'codigo_postal',
      city: 'ciudad',
      email: 'correo',
      phone: 'movil',
      national_id: 'dni',
    },
    [],
  ],
  [
    'nome,cognome,dataDiNascita,indirizzo,CAP,comune,cellulare,codiceFiscale',
    {
      given_name: 'nome',
      family_name: 'cognome',
      birth_date: 'dataDiNascita',
      address: 'indirizzo',
      postcode: 'CAP',
      city: 'comune',
      phone: 'cellulare',
      national_id: 'codiceFiscale',
    },
    [],
  ],
  [
    'FirstName,LastName,MailingStreet,MailingCity,MailingState,MailingPostalCode,MailingCountry,Email,MobilePhone,AccountId',
    {
      given_name: 'FirstName',
      family_name: 'LastName',
      street: 'MailingStreet',
      city: 'MailingCity',
      region: 'MailingState',
      postcode: 'MailingPostalCode',
      country: 'MailingCountry',
      email: 'Email',
      phone: 'MobilePhone',
      customer_number: 'AccountId',
    },
    [],
  ],
  ['nome,email', { full_name: 'nome', email: 'email' }, []],
  ['company_name,vat_id,city', { company: 'company_name', national_id: 'vat_id', city: 'city' }, []],
  ['customer_email_1,customer_email_2', { email: 'customer_email_1' }, ['customer_email_2']],
  ['__proto__,constructor', {}, ['__proto__', 'constructor']],
];

describe('by their names', () => {
  test.each(byName)('%s', (columns, mapping, unknown) => {
    expect(recognizeColumns(columns.split(','), [])).toEqual({ mapping, unknown, doubts: [] });
  });
});

describe('by what they hold', () => {
  const rows = (column: string, values: string[]) => values.map((value) => ({ [column]: value }));

  test('an e-mail address is one whatever the column is called', () => {
    expect(recognizeColumns(['c7'], rows('c7', ['a@example.com', 'b@example.com', ''])).mapping).toEqual({
      email: 'c7',
    });
  });

  test('a key of records stays unknown', () => {
    expect(recognizeColumns(['id'], rows('id', ['a@example.com', 'b@example.com'])).unknown).toEqual(['id']);
  });

  test('eight digits under an unknown name are not taken for a date', () => {
    expect(recognizeColumns(['c7'], rows('c7', ['19800101', '19900505'])).unknown).toEqual(['c7']);
  });

  test('a column that holds something else than it is called is asked about, and used as what it holds when that is certain', () => {
    expect(recognizeColumns(['phone'], rows('phone', ['a@example.com', 'b@example.com']))).toEqual({
      mapping: { email: 'phone' },
      unknown: [],
      doubts: [{ column: 'phone', byName: 'phone', byContent: 'email' }],
    });
    expect(recognizeColumns(['birth_date'], rows('birth_date', ['blue', 'green']))).toEqual({
      mapping: {},
      unknown: ['birth_date'],
      doubts: [{ column: 'birth_date', byName: 'birth_date', byContent: null }],
    });
  });

  test('a placeholder here and there changes nothing', () => {
    const values = ['0171 2345678', 'n/a', '0172 3456789', '0173 4567890', '0174 5678901'];
    expect(recognizeColumns(['phone'], rows('phone', values)).doubts).toEqual([]);
  });
});

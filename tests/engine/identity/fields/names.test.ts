import { describe, expect, test } from 'vitest';
import { normalizeField, type IdentityField } from '../../../../engine/index.ts';

type Case = [raw: string, expected: Record<string, string> | 'placeholder' | 'unreadable', region?: string];

function expectCase(field: IdentityField, [raw, expected, region]: Case): void {
  const read = normalizeField(field, raw, region === undefined ? {} : { region });
  if (typeof expected === 'string') {
    expect(read.values).toEqual({});
    expect(read.setAside).toEqual({ field, reason: expected, value: raw });
  } else expect(read).toMatchObject({ values: expected });
}

const given: Case[] = [
  ['Ada', { given_name: 'ada' }],
  ['  ADA  ', { given_name: 'ada' }],
  ['Dr. Ada', { given_name: 'ada' }],
  ['Herr Prof. Dr. Max', { given_name: 'max' }],
  ['Mme Claire', { given_name: 'claire' }],
  ['Don', { given_name: 'don' }],
  ['Jean-Pierre', { given_name: 'jean pierre' }],
  ["D'Arcy", { given_name: 'darcy' }],
  ['D’Arcy', { given_name: 'darcy' }],
  ['José', { given_name: 'jose' }],
  ['Jose\u0301', { given_name: 'jose' }],
  ['Łukasz', { given_name: 'lukasz' }],
  ['Søren', { given_name: 'soren' }],
  ['Þór', { given_name: 'thor' }],
  ['Đorđe', { given_name: 'dorde' }],
  ['Ægir', { given_name: 'aegir' }],
  ['İbrahim', { given_name: 'ibrahim' }],
  ['Jürgen', { given_name: 'jurgen' }],
  ['Jürgen', { given_name: 'juergen' }, 'DE'],
  ['JÃ¼rgen', { given_name: 'jurgen' }],
  ['RenÃ©', { given_name: 'rene' }],
  ['Юлия', { given_name: 'iuliia' }],
  ['Γιώργος', { given_name: 'giorgos' }],
  ['محمد', { given_name: 'محمد' }],
  ['مُحَمَّد', { given_name: 'محمد' }],
  ['太郎', { given_name: '太郎' }],
  ['Ａｄａ', { given_name: 'ada' }],
  ['A\u200bda', { given_name: 'ada' }],
  ['A\u00adda', { given_name: 'ada' }],
  ['Ada\u0000', { given_name: 'ada' }],
  ['John A.', { given_name: 'john', middle_name: 'a' }],
  ['John A', { given_name: 'john', middle_name: 'a' }],
  ['William "Bill"', { given_name: 'william' }],
  ['William (Bill)', { given_name: 'william' }],
  ['n/a', 'placeholder'],
  ['Unknown', 'placeholder'],
  ['XXX', 'placeholder'],
  ['-', 'placeholder'],
  ['test', 'placeholder'],
  ['12345', 'unreadable'],
  ['!?!', 'unreadable'],
];

const family: Case[] = [
  ['Lovelace', { family_name: 'lovelace' }],
  ["O'Brien", { family_name: 'obrien' }],
  ["van't Hof", { family_name: 'vant hof' }],
  ['von der Heide', { family_name: 'von der heide' }],
  ['King Jr.', { family_name: 'king' }],
  ['King, Jr', { family_name: 'king' }],
  ['King III', { family_name: 'king' }],
  ['King PhD', { family_name: 'king' }],
  ['Ma', { family_name: 'ma' }],
  ['Weiß', { family_name: 'weiss' }],
  ['Meddings-Blaskett', { family_name: 'meddings blaskett' }],
  ['Schmidt geb. Maier', { family_name: 'schmidt' }],
  ['Durand née Petit', { family_name: 'durand' }],
  ['Nee', { family_name: 'nee' }],
  ['Na', { family_name: 'na' }],
  ['Null', 'placeholder'],
  ['Nachname', 'placeholder'],
];

const full: Case[] = [
  ['Ada Lovelace', { given_name: 'ada', family_name: 'lovelace' }],
  ['Lovelace, Ada', { given_name: 'ada', family_name: 'lovelace' }],
  ['Smith, John A.', { given_name: 'john', middle_name: 'a', family_name: 'smith' }],
  ['Dr. John A. Smith Jr.', { given_name: 'john', middle_name: 'a', family_name: 'smith' }],
  ['John Smith, PhD', { given_name: 'john', family_name: 'smith' }],
  ['J.R. Smith', { given_name: 'j', middle_name: 'r', family_name: 'smith' }],
  ['DUPONT Jean', { given_name: 'jean', family_name: 'dupont' }],
  ['JEAN DUPONT', { given_name: 'jean', family_name: 'dupont' }],
  ['Jean-Pierre Dupont', { given_name: 'jean pierre', family_name: 'dupont' }],
  ['Ludwig van Beethoven', { given_name: 'ludwig', family_name: 'van beethoven' }],
  ['Beethoven, Ludwig van', { given_name: 'ludwig', family_name: 'van beethoven' }],
  ['Juan de la Cruz', { given_name: 'juan', family_name: 'de la cruz' }],
  ['María José García Pérez', { given_name: 'maria', middle_name: 'jose', family_name: 'garcia perez' }],
  ['Pablo Ruiz Picasso', { given_name: 'pablo', family_name: 'ruiz picasso' }, 'ES'],
  ['José Ortega y Gasset', { given_name: 'jose', family_name: 'ortega y gasset' }],
  ['Nagy János', { given_name: 'janos', family_name: 'nagy' }, 'HU'],
  ['山田 太郎', { given_name: '太郎', family_name: '山田' }],
  ['김철수', { given_name: '철수', family_name: '김' }],
  ['Madonna', { family_name: 'madonna' }],
  ['William "Bill" Gates', { given_name: 'william', family_name: 'gates' }],
  ['Sra. Carmen López', { given_name: 'carmen', family_name: 'lopez' }],
  ['Hr. Max Klein', { given_name: 'max', family_name: 'klein' }],
  ['John and Mary Smith', 'unreadable'],
  ['John & Mary Smith', 'unreadable'],
  ['John Doe', 'placeholder'],
  ['Max Mustermann', 'placeholder'],
  ['Mario Rossi', { given_name: 'mario', family_name: 'rossi' }],
  ['test test', 'placeholder'],
  ['Anonymous', 'placeholder'],
];

const company: Case[] = [
  ['Müller & Söhne GmbH & Co. KG', { company: 'mueller and soehne' }, 'DE'],
  ['Acme, Inc.', { company: 'acme' }],
  ['ACME INCORPORATED', { company: 'acme' }],
  ['The Coca-Cola Company', { company: 'coca cola' }],
  ['Eni S.p.A.', { company: 'eni' }],
  ['SARL Dupont et Fils', { company: 'dupont and fils' }],
  ['Schmidt und Partner OHG', { company: 'schmidt and partner' }],
  ['株式会社トヨタ', { company: 'トヨタ' }],
  ['Alfa Beta Sp. z o.o.', { company: 'alfa beta' }],
  ['Foo Bar Ltd', 'placeholder'],
  ['Novo Nordisk A/S', { company: 'novo nordisk' }],
  ['Grupo Bimbo S.A.B. de C.V.', { company: 'grupo bimbo' }],
  ['ООО Ромашка', { company: 'romashka' }],
  ['Philips N.V.', { company: 'philips' }],
  ['A.B.C. Ltd', { company: 'abc' }],
  ['BHP Pty. Ltd.', { company: 'bhp' }],
  ['GmbH', { company: 'gmbh' }],
  ['Keller Bau GmbH, Niederlassung Köln', { company: 'keller bau' }],
  ['Keller Bau GmbH, Köln', { company: 'keller bau' }],
  ['Harbor Tools – Branch Office Leeds', { company: 'harbor tools' }],
  ['Filiale', { company: 'filiale' }],
  ['Keller, Anna e.K.', { company: 'keller anna' }],
  ['n/a', 'placeholder'],
];

describe('a given name', () => {
  test.each(given)('%j', (...row) => expectCase('given_name', row));
});
describe('a family name', () => {
  test.each(family)('%j', (...row) => expectCase('family_name', row));
});
describe('a full name', () => {
  test.each(full)('%j', (...row) => expectCase('full_name', row));
});
describe('a company', () => {
  test.each(company)('%j', (...row) => expectCase('company', row));
});

test('the steps say in words what was done, without the value', () => {
  expect(normalizeField('given_name', ' Dr. José ').steps).toEqual([
    'spaces and line breaks made single spaces',
    'lower case',
    'accents and special letters written in base letters',
    'hyphens, apostrophes and dots removed',
    'title left out',
  ]);
  expect(normalizeField('given_name', 'ada').steps).toEqual([]);
});

import { seededRandom, type JsonObject } from '../../engine/index.ts';

const givenNames = [
  'Katharina',
  'Jonas',
  'Elena',
  'Michael',
  'Sophie',
  'Thomas',
  'Maria',
  'Alexander',
  'Johanna',
  'Peter',
];
const shortForms: Readonly<Record<string, string>> = {
  Katharina: 'Kathi',
  Michael: 'Mike',
  Alexander: 'Alex',
  Johanna: 'Hanna',
  Thomas: 'Tom',
};
const familyNames = ['Meyer', 'Schmidt', 'Weber', 'Lindqvist', 'Okafor', 'Hofmann', 'Petrovic', 'Baumgartner', 'Weiss'];
const streets = ['Hauptstraße', 'Gartenweg', 'Lindenallee', 'Am Markt', 'Bahnhofstraße', 'Kirchgasse'];
const cities = [
  ['Berlin', '10115'],
  ['Hamburg', '20095'],
  ['Kiel', '24103'],
  ['Leipzig', '04109'],
  ['Köln', '50667'],
] as const;
const handles = [
  'sunrise',
  'harbour',
  'linden',
  'atlas',
  'violin',
  'pepper',
  'quartz',
  'walnut',
  'meadow',
  'cobalt',
] as const;
const changes = ['address', 'address', 'address', 'email', 'phone', 'bank'] as const;

/** One person as they are. */
interface Person {
  given: string;
  family: string;
  birthDate: string;
  email: string;
  phone: string;
  street: string;
  postcode: string;
  city: string;
}

/**
 * Forms by which people change what a company knows of them, each with the customers that a search in CRM and ERP found for it. The
 * same count and seed give the same forms on every machine. Nobody in them exists: addresses of mail end in example.com.
 *
 * @param count how many
 * @param seed any whole number
 * @example changeForms(2, 1).map((entry) => entry.formId) // ['F-0001', 'F-0002']
 */
export function changeForms(count = 200, seed = 2026): JsonObject[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => changeForm(index + 1, random));
}

function changeForm(number: number, random: () => number): JsonObject {
  const chance = (probability: number) => random() < probability;
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const person = somebody(random, pick);
  const change = pick(changes);
  // What the form is about is written down in a hurry: a short form, a date the other way round, no phone.
  const form = {
    name: chance(0.3) ? `${person.family}, ${person.given}` : `${shortened(person.given, chance)} ${person.family}`,
    birthDate: chance(0.75) ? (chance(0.3) ? turned(person.birthDate) : person.birthDate) : '',
    email: chance(0.6) ? person.email : '',
    phone: chance(0.35) ? person.phone : '',
    address: chance(0.55) ? `${person.street}, ${person.postcode} ${person.city}` : '',
  };
  const candidates: JsonObject[] = [];
  const isCustomer = chance(0.82);
  if (isCustomer) candidates.push(record(number, 'crm', 1, { ...person, family: mistyped(person.family, chance) }));
  if (isCustomer && chance(0.5)) candidates.push(record(number, 'erp', 1, { ...person, email: '' }));
  // A search by name finds others, too: a namesake, and the sister at the same address.
  if (chance(0.5)) {
    const namesake = { ...somebody(random, pick), given: person.given, family: person.family };
    candidates.push(record(number, 'crm', 2, namesake));
  }
  if (chance(0.3)) {
    const sister = { ...somebody(random, pick), family: person.family, street: person.street };
    candidates.push(record(number, 'crm', 3, { ...sister, city: person.city, postcode: person.postcode }));
  }
  const formId = `F-${String(number).padStart(4, '0')}`;
  return { formId, change, form, candidates: candidates.sort(() => random() - 0.5) };
}

function somebody(random: () => number, pick: <Value>(values: readonly Value[]) => Value): Person {
  const two = (value: number) => String(value).padStart(2, '0');
  const [city, postcode] = pick(cities);
  const family = pick(familyNames);
  return {
    given: pick(givenNames),
    family,
    birthDate: `${1940 + Math.floor(random() * 65)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`,
    email: `${pick(handles)}${Math.floor(random() * 90_000) + 10_000}@example.com`,
    phone: `+4930${Math.floor(random() * 9_000_000) + 1_000_000}`,
    street: `${pick(streets)} ${1 + Math.floor(random() * 120)}`,
    postcode,
    city,
  };
}

function record(number: number, system: string, profile: number, person: Person): JsonObject {
  return {
    customerId: `C-${String(number).padStart(4, '0')}-${profile}`,
    id: `${system}-${number}-${profile}`,
    system,
    given_name: person.given,
    family_name: person.family,
    birth_date: person.birthDate,
    email: person.email,
    phone: person.phone,
    address: `${person.street}, ${person.postcode} ${person.city}`,
  };
}

function shortened(given: string, chance: (probability: number) => boolean): string {
  return chance(0.4) ? (shortForms[given] ?? given) : given;
}

function mistyped(family: string, chance: (probability: number) => boolean): string {
  return chance(0.15) ? family.replace(/[aeiou](?=[^aeiou]*$)/, '') : family;
}

/** 1984-03-12 as 12.03.1984. */
function turned(date: string): string {
  return date.split('-').reverse().join('.');
}

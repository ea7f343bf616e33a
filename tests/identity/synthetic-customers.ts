import type { IdentityField, IdentityRecord } from '../../engine/index.ts';
import { SeededRandom } from '../bench/seeded-random.ts';
import { mistakenDate, otherCase, twoDigits, withTypo, withWrongDigit } from './synthetic-errors.ts';
import { nameLists, shortFormOf, zipfRanks } from './synthetic-names.ts';

export interface SyntheticOptions {
  /** How many records, of fewer customers. */
  records: number;
  /** @default 20261122 */
  seed?: number;
}

export interface SyntheticRecord extends IdentityRecord {
  /** The truth: records of one customer have one number. */
  customer: number;
}

type Values = Partial<Record<IdentityField, string>>;

/** What is true of a customer at a moment. */
interface Customer {
  isWoman: boolean;
  given: string;
  middle: string;
  family: string;
  /** After a marriage; null: never changed. */
  laterFamily: string | null;
  birthDate: string;
  homes: readonly Home[];
  emails: readonly string[];
  phones: readonly string[];
}

interface Home {
  houseNumber: string;
  street: string;
  city: string;
  postcode: string;
}

// chosen: shares as reports about customer data name them, so that about one field in twelve of a second record differs
const rates = {
  typo: 0.05,
  shortForm: 0.3,
  swappedNames: 0.015,
  initialOnly: 0.02,
  mistakenDate: 0.03,
  moved: 0.18,
  married: 0.12,
  newEmail: 0.25,
  newPhone: 0.25,
  otherCase: 0.08,
  placeholder: 0.004,
  missing: {
    given_name: 0.01,
    middle_name: 0.7,
    family_name: 0.004,
    birth_date: 0.2,
    email: 0.25,
    phone: 0.3,
    address: 0.12,
  },
};

const lists = nameLists();
const familyRank = zipfRanks(lists.families.length, 1, 12);
const womenRank = zipfRanks(lists.women.length, 1.05, 6);
const menRank = zipfRanks(lists.men.length, 1.05, 5);
const streetRank = zipfRanks(lists.streets.length, 0.8, 5);
const cityRank = zipfRanks(lists.cities.length, 0.9, 3);
const mailHosts = [
  'mail.example',
  'post.example',
  'webmail.example',
  'inbox.example',
  'example.com',
  'example.org',
] as const;
const sources = ['crm', 'shop', 'support', 'erp'] as const;

/**
 * Records of customers who live together, share names, marry, move, and are written down in four systems by people who err:
 * typos, swapped names, short forms, mistaken dates, missing and placeholder values. Names follow Zipf: some are had by one
 * in a hundred, most by few. Records of one customer are spread over the whole. The same options give the same records.
 */
export function* syntheticCustomers(options: SyntheticOptions): Generator<SyntheticRecord> {
  const seed = options.seed ?? 20_261_122;
  const { customerOf, turnOf } = shuffledCustomers(options.records, new SeededRandom(seed));
  for (let index = 0; index < options.records; index++) {
    const customer = customerOf[index] ?? 0;
    const turn = turnOf[index] ?? 0;
    const random = new SeededRandom(mixed(seed, customer, turn + 1));
    yield recordOf(index, customer, customerAt(seed, customer), turn, random);
  }
}

/** Who has how many records, in an order that tells nothing: 1 has most, few have up to seven. */
function shuffledCustomers(records: number, random: SeededRandom) {
  const customerOf = new Int32Array(records);
  const turnOf = new Uint8Array(records);
  let filled = 0;
  for (let customer = 0; filled < records; customer++) {
    let turns = 1;
    while (turns < 7 && random.chance(turns === 1 ? 0.42 : 0.35)) turns++;
    for (let turn = 0; turn < turns && filled < records; turn++) {
      customerOf[filled] = customer;
      turnOf[filled++] = turn;
    }
  }
  for (let at = records - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [customerOf[at], customerOf[other]] = [customerOf[other] ?? 0, customerOf[at] ?? 0];
    [turnOf[at], turnOf[other]] = [turnOf[other] ?? 0, turnOf[at] ?? 0];
  }
  return { customerOf, turnOf };
}

/** Three customers after one another live together, or two of them, or none. */
function customerAt(seed: number, customer: number): Customer {
  const household = Math.floor(customer / 3);
  const place = customer % 3;
  const shared = new SeededRandom(mixed(seed, household, 1_000));
  const random = new SeededRandom(mixed(seed, customer, 0));
  const together = shared.next();
  const isWithOthers = together < 0.15 || (together < 0.4 && place < 2);
  const isChild = isWithOthers && place === 2;

  const isWoman = random.chance(0.5);
  const given = (isWoman ? lists.women[womenRank(random)] : lists.men[menRank(random)]) ?? '';
  const middle = (isWoman ? lists.women[womenRank(random)] : lists.men[menRank(random)]) ?? '';
  const ownFamily = lists.families[familyRank(random)] ?? '';
  const sharedFamily = lists.families[familyRank(shared)] ?? '';
  const family = isWithOthers && (isChild || random.chance(0.8)) ? sharedFamily : ownFamily;
  const born = isChild ? 1985 + random.below(23) : 1935 + Math.floor(random.next() ** 0.8 * 65);
  const sharedHome = homeOf(shared);
  const sharedPhone = phoneOf(shared);
  const firstHome = isWithOthers ? sharedHome : homeOf(random);
  const phones = [isWithOthers && random.chance(0.15) ? sharedPhone : phoneOf(random)];
  if (random.chance(rates.newPhone)) phones.push(phoneOf(random));
  const emails = [emailOf(given, family, born, random)];
  if (random.chance(rates.newEmail)) emails.push(emailOf(given, family, born, random));
  return {
    isWoman,
    given,
    middle,
    family,
    laterFamily: isWoman && random.chance(rates.married) ? (lists.families[familyRank(random)] ?? '') : null,
    birthDate: `${born}-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`,
    homes: random.chance(rates.moved) ? [firstHome, homeOf(random)] : [firstHome],
    emails,
    phones,
  };
}

function homeOf(random: SeededRandom): Home {
  const city = cityRank(random);
  return {
    houseNumber: String(1 + Math.floor(random.next() ** 2 * 2_400)),
    street: lists.streets[streetRank(random)] ?? '',
    city: lists.cities[city] ?? '',
    // A large city has many postcodes.
    postcode: String(10_000 + city * 150 + random.below(Math.max(2, Math.floor(150 / (1 + city / 8))))),
  };
}

/** Area code 555, which no place has. */
function phoneOf(random: SeededRandom): string {
  return `555${200 + random.below(800)}${String(random.below(10_000)).padStart(4, '0')}`;
}

function emailOf(given: string, family: string, born: number, random: SeededRandom): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase();
  const [first, last] = [plain(given), plain(family)];
  const names = [`${first}.${last}`, `${first}${last}`, `${first[0] ?? ''}${last}`, `${last}.${first}`, first] as const;
  // Addresses have one owner: who has a common name has to add digits until nobody has that address.
  const digits = [
    String(random.below(100_000)),
    `${born}.${random.below(1_000)}`,
    `${born % 100}${random.below(10_000)}`,
  ] as const;
  const isRare = lists.families.indexOf(family) > 2_000;
  return `${random.pick(names)}${isRare && random.chance(0.5) ? born : random.pick(digits)}@${random.pick(mailHosts)}`;
}

function recordOf(index: number, customer: number, who: Customer, turn: number, random: SeededRandom): SyntheticRecord {
  // Later records know of moves, marriages and new numbers; not all systems are told.
  const isLater = turn > 0 && random.chance(0.6);
  const latest = <Value>(values: readonly Value[]) => (isLater ? values.at(-1) : values[0]) as Value;
  const source = random.pick(sources);
  const values: Values = {};
  const put = (field: IdentityField, value: string, missing: number) => {
    if (value !== '' && !random.chance(missing)) values[field] = value;
  };
  putName(who, isLater, source, random, put);
  const date = random.chance(rates.mistakenDate) ? mistakenDate(who.birthDate, random) : who.birthDate;
  put(
    'birth_date',
    random.chance(rates.placeholder) ? '1900-01-01' : writtenDate(date, source),
    rates.missing.birth_date,
  );
  const email = typed(latest(who.emails), random);
  put('email', random.chance(rates.placeholder) ? 'test@test.com' : email, rates.missing.email);
  const phone = random.chance(rates.typo) ? withWrongDigit(latest(who.phones), random) : latest(who.phones);
  put('phone', random.chance(rates.placeholder) ? '0000000000' : writtenPhone(phone, source), rates.missing.phone);
  if (!random.chance(rates.missing.address)) putHome(latest(who.homes), source, random, put);
  return {
    id: `${source}-${index}`,
    source,
    updatedAt: `20${twoDigits(18 + Math.min(7, turn + random.below(2)))}-${twoDigits(1 + random.below(12))}-01`,
    values,
    customer,
  };
}

type Put = (field: IdentityField, value: string, missing: number) => void;

function putName(who: Customer, isLater: boolean, source: string, random: SeededRandom, put: Put): void {
  let given = random.chance(rates.shortForm) ? (shortFormOf(who.given, random) ?? who.given) : who.given;
  if (random.chance(rates.initialOnly)) given = `${given[0] ?? ''}.`;
  let family = isLater ? (who.laterFamily ?? who.family) : who.family;
  // Both names, as some keep them.
  if (isLater && who.laterFamily !== null && random.chance(0.2)) family = `${who.family}-${who.laterFamily}`;
  given = cased(typed(given, random), random);
  family = cased(typed(family, random), random);
  if (random.chance(rates.swappedNames)) [given, family] = [family, given];
  // The shop asks for one name.
  if (source === 'shop') {
    put('full_name', `${given} ${family}`, 0);
    return;
  }
  put('given_name', given, rates.missing.given_name);
  put('middle_name', random.chance(0.5) ? who.middle : (who.middle[0] ?? ''), rates.missing.middle_name);
  put('family_name', family, rates.missing.family_name);
}

const abbreviations: Readonly<Record<string, string>> = {
  Street: 'St',
  Avenue: 'Ave',
  Road: 'Rd',
  Drive: 'Dr',
  Lane: 'Ln',
  Court: 'Ct',
  Place: 'Pl',
  Boulevard: 'Blvd',
};

function putHome(home: Home, source: string, random: SeededRandom, put: Put): void {
  const [word = '', type = ''] = home.street.split(' ');
  const written = `${typed(word, random)} ${random.chance(0.3) ? (abbreviations[type] ?? type) : type}`;
  const number = random.chance(rates.typo / 2) ? withWrongDigit(home.houseNumber, random) : home.houseNumber;
  if (source === 'shop') put('address', `${number} ${written}`, 0);
  else {
    put('house_number', number, 0.02);
    put('street', written, 0);
  }
  put('city', cased(typed(home.city, random), random), 0.02);
  put('postcode', random.chance(rates.typo / 2) ? withWrongDigit(home.postcode, random) : home.postcode, 0.04);
  if (source !== 'support') put('country', 'US', 0.1);
}

const typed = (text: string, random: SeededRandom) => (random.chance(rates.typo) ? withTypo(text, random) : text);
const cased = (text: string, random: SeededRandom) => (random.chance(rates.otherCase) ? otherCase(text, random) : text);

function writtenDate(date: string, source: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return source === 'erp' ? `${year}${month}${day}` : date;
}

function writtenPhone(phone: string, source: string): string {
  const [area, exchange, line] = [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6)];
  if (source === 'crm') return `+1 ${area} ${exchange} ${line}`;
  return source === 'erp' ? phone : `(${area}) ${exchange}-${line}`;
}

/** A seed of its own for a part of the whole. */
function mixed(seed: number, part: number, turn: number): number {
  let hash = Math.imul(seed ^ (part + 0x9e3779b9), 0x85ebca6b) ^ turn;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

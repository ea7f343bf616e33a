import type { IdentityField } from '../../engine/index.ts';
import { SeededRandom } from '../bench/seeded-random.ts';
import {
  domainOf,
  nameInGroup,
  ownName,
  personOf,
  plain,
  traderName,
  writtenName,
  type CompanyName,
} from './synthetic-company-names.ts';
import type { SyntheticOptions, SyntheticRecord } from './synthetic-customers.ts';
import { otherCase, withTypo, withWrongDigit } from './synthetic-errors.ts';
import { nameLists, zipfRanks } from './synthetic-names.ts';

/** One place of a company. */
interface Site {
  houseNumber: string;
  street: string;
  city: string;
  postcode: string;
  phone: string;
}

/** What is true of a company. One legal person is one customer, wherever its offices are. */
interface Company {
  name: CompanyName;
  sites: readonly Site[];
  domain: string;
  /** Another one that it had later; the same: it kept its own. */
  laterDomain: string;
  /** Sole traders have a mailbox with a provider, and no domain. */
  mailbox: string;
}

// chosen: as for people; names of companies are shortened and their forms left out far more often than names of people are wrong
const rates = {
  typo: 0.05,
  otherCase: 0.1,
  shortName: 0.04,
  siteInName: 0.25,
  moved: 0.12,
  newDomain: 0.05,
  wrongDigit: 0.04,
  ownExtension: 0.25,
  personalMailbox: 0.45,
  placeholder: 0.004,
  missing: { email: 0.25, phone: 0.25, address: 0.1 },
};

const providers = ['gmail.com', 'gmx.de', 'web.de', 'outlook.com', 'yahoo.com', 't-online.de'] as const;
const sources = ['crm', 'shop', 'support', 'erp'] as const;
const lists = nameLists();
const streetRank = zipfRanks(lists.streets.length, 0.8, 5);
const cityRank = zipfRanks(lists.cities.length, 0.9, 3);

/**
 * Records of companies as four systems write them down: legal forms in every spelling or none, trades shortened or left out,
 * typos, offices that moved, branch offices, mailboxes of departments and persons, extensions of one switchboard. What makes
 * it hard: holdings and their subsidiaries, which share house, office, domain and switchboard and are different customers;
 * namesakes in other towns; office buildings of many companies; sole traders with mailboxes of providers. The same options give
 * the same records.
 */
export function syntheticCompanies({ records, seed = 20_261_122 }: SyntheticOptions): SyntheticRecord[] {
  const random = new SeededRandom(seed);
  const made: Omit<SyntheticRecord, 'id'>[] = [];
  // One building in which many companies sit.
  const buildings = Array.from({ length: Math.max(1, Math.round(records / 400)) }, () => siteOf(random));
  const taken = new Set<string>();
  let customer = 0;
  while (made.length < records)
    for (const company of companies(buildings, taken, random)) {
      let turns = 1;
      while (turns < 7 && random.chance(turns === 1 ? 0.5 : 0.4)) turns++;
      for (let turn = 0; turn < turns; turn++) made.push({ ...recordOf(company, turn, random), customer });
      customer++;
    }
  const kept = made.slice(0, records);
  for (let at = kept.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [kept[at], kept[other]] = [kept[other] as (typeof kept)[0], kept[at] as (typeof kept)[0]];
  }
  return kept.map((record, at) => ({ ...record, id: `${record.source ?? ''}-${at}` }));
}

/** A company, or a whole group of them. */
function companies(buildings: readonly Site[], taken: Set<string>, random: SeededRandom): Company[] {
  const kind = random.next();
  if (kind < 0.12) return [soleTrader(random)];
  const name = ownName(random);
  const head = random.chance(0.06) ? inBuilding(buildings, random) : siteOf(random);
  const domain = domainOf(name, taken, random);
  const laterDomain = random.chance(rates.newDomain) ? domainOf(name, taken, random) : domain;
  if (kind < 0.82) return [{ name, sites: withBranches(head, random), domain, laterDomain, mailbox: '' }];
  const sharesOffice = random.chance(0.7);
  const sharesDomain = random.chance(0.6);
  const sharesPhone = random.chance(0.4);
  const group: Company[] = [];
  for (let place = 0, members = 2 + random.below(3); place < members; place++) {
    const siblings = group.map((sibling) => sibling.name);
    const own = nameInGroup(name, place, siblings, random);
    const other = siteOf(random);
    const office = sharesOffice ? { ...head, phone: sharesPhone ? head.phone : other.phone } : other;
    const host = sharesDomain ? domain : domainOf(own, taken, random);
    group.push({ name: own, sites: [office], domain: host, laterDomain: host, mailbox: '' });
  }
  return group;
}

function soleTrader(random: SeededRandom): Company {
  const name = traderName(random);
  const mailbox = `${plain(name.owner)}.${plain(name.house)}${random.below(10_000)}@${random.pick(providers)}`;
  return { name, sites: [siteOf(random)], domain: '', laterDomain: '', mailbox };
}

function withBranches(head: Site, random: SeededRandom): Site[] {
  if (!random.chance(0.12)) return [head];
  return [head, ...Array.from({ length: 1 + random.below(2) }, () => siteOf(random))];
}

function inBuilding(buildings: readonly Site[], random: SeededRandom): Site {
  return { ...(buildings[random.below(buildings.length)] as Site), phone: phoneOf(random) };
}

function siteOf(random: SeededRandom): Site {
  const city = cityRank(random);
  return {
    houseNumber: String(1 + Math.floor(random.next() ** 2 * 400)),
    street: lists.streets[streetRank(random)] ?? '',
    city: lists.cities[city] ?? '',
    postcode: String(10_000 + city * 150 + random.below(Math.max(2, Math.floor(150 / (1 + city / 8))))),
    phone: phoneOf(random),
  };
}

/** Area code 555, which no place has; `00` at the end is the switchboard. */
function phoneOf(random: SeededRandom): string {
  return `555${200 + random.below(800)}${String(random.below(100)).padStart(2, '0')}00`;
}

function recordOf(company: Company, turn: number, random: SeededRandom): Omit<SyntheticRecord, 'id' | 'customer'> {
  const { name, sites } = company;
  const source = random.pick(sources);
  const isLater = turn > 0 && random.chance(0.6);
  const site = isLater && random.chance(rates.moved) ? siteOf(random) : (sites[random.below(sites.length)] as Site);
  const values: Partial<Record<IdentityField, string>> = {};
  const put = (field: IdentityField, value: string, missing = 0) => {
    if (value !== '' && !random.chance(missing)) values[field] = value;
  };
  const written = writtenName(name, random.chance(rates.shortName), random);
  const withSite =
    sites.length > 1 && random.chance(rates.siteInName)
      ? `${written}, ${random.pick(['', '', name.isGerman ? 'Niederlassung ' : 'Branch Office '])}${site.city}`
      : written;
  put('company', cased(typed(withSite, random), random));
  put('email', emailOf(company, isLater, random), rates.missing.email);
  put('phone', phoneAs(site.phone, source, random), rates.missing.phone);
  if (!random.chance(rates.missing.address)) {
    const number = random.chance(rates.wrongDigit) ? withWrongDigit(site.houseNumber, random) : site.houseNumber;
    if (source === 'shop') put('address', `${number} ${typed(site.street, random)}`);
    else {
      put('house_number', number, 0.02);
      put('street', typed(site.street, random));
    }
    put('city', cased(typed(site.city, random), random), 0.02);
    put('postcode', random.chance(rates.wrongDigit / 2) ? withWrongDigit(site.postcode, random) : site.postcode, 0.04);
  }
  return { source, updatedAt: `202${random.below(6)}-0${1 + random.below(9)}-01`, values };
}

function emailOf({ mailbox, domain, laterDomain }: Company, isLater: boolean, random: SeededRandom): string {
  if (random.chance(rates.placeholder)) return 'test@test.com';
  if (domain === '') return typed(mailbox, random);
  const host = isLater ? laterDomain : domain;
  const local = random.chance(rates.personalMailbox)
    ? personOf(random)
    : random.pick(['info', 'info', 'info', 'sales', 'office', 'einkauf', 'kontakt', 'buchhaltung']);
  return `${local}@${host}`;
}

function phoneAs(phone: string, source: string, random: SeededRandom): string {
  const extension = random.chance(rates.ownExtension) ? String(10 + random.below(90)) : phone.slice(-2);
  const dialled = `${phone.slice(0, -2)}${extension}`;
  const wrong = random.chance(rates.wrongDigit) ? withWrongDigit(dialled, random) : dialled;
  const [area, exchange, line] = [wrong.slice(0, 3), wrong.slice(3, 6), wrong.slice(6)];
  if (source === 'crm') return `+1 ${area} ${exchange} ${line}`;
  return source === 'erp' ? wrong : `(${area}) ${exchange}-${line}`;
}

const typed = (text: string, random: SeededRandom) => (random.chance(rates.typo) ? withTypo(text, random) : text);
const cased = (text: string, random: SeededRandom) => (random.chance(rates.otherCase) ? otherCase(text, random) : text);

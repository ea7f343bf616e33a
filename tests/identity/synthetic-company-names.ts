import type { SeededRandom } from '../bench/seeded-random.ts';
import { nameLists, zipfRanks } from './synthetic-names.ts';

/** A trade as companies write it, with the ways in which clerks shorten it. */
type Trade = readonly [written: string, ...shortened: string[]];

const germanTrades: readonly Trade[] = (
  'Elektrotechnik/Elektro/E-Technik Bau Logistik/Log. Metallbau/Metall Haustechnik/HT Immobilien/Immo Maschinenbau/Masch.bau Druckerei Gartenbau/GaLa Spedition/Sped. ' +
  'Holzbau Werkzeuge Sanitär Kunststofftechnik/Kunststoff Verpackungen/Verp. Lebensmittel Getränke Transporte/Transp. Heizungsbau/Heizung Dachdeckerei ' +
  'Softwarelösungen/Software Steuerberatung/StB Medizintechnik/Medtech Fahrzeugteile Textilien Gebäudereinigung Anlagenbau Großhandel/Großh. Beratung'
)
  .split(' ')
  .map((trade) => trade.split('/') as unknown as Trade);
const englishTrades: readonly Trade[] = (
  'Consulting Logistics Engineering/Engg Construction/Constr Plumbing Electrical/Elec Foods Packaging/Pkg Software Design Marine Printing Landscaping Freight ' +
  'Properties/Props Manufacturing/Mfg Textiles Roofing Security Staffing Instruments Automotive/Auto Distribution/Dist Technologies/Tech Interiors Laboratories/Labs Media'
)
  .split(' ')
  .map((trade) => trade.split('/') as unknown as Trade);

/** A legal form with the ways to write it. */
type Form = readonly string[];
const germanForms: readonly Form[] = [
  ['GmbH', 'Gesellschaft mit beschränkter Haftung', 'G.m.b.H.', 'gmbh'],
  ['GmbH', 'GmbH.', 'Gmbh', 'mbH'],
  ['GmbH & Co. KG', 'GmbH und Co KG', 'GmbH & Co.KG', 'GmbH + Co. KG'],
  ['AG', 'Aktiengesellschaft'],
  ['UG (haftungsbeschränkt)', 'UG'],
  ['OHG', 'oHG'],
];
const englishForms: readonly Form[] = [
  ['Ltd', 'Limited', 'Ltd.'],
  ['Inc.', 'Incorporated', 'Inc'],
  ['LLC', 'L.L.C.'],
  ['Corp.', 'Corporation'],
  ['LLP'],
];
const crafts = ['Malermeister', 'Schreinerei', 'Autohaus', 'Bäckerei', 'Praxis', 'Hausmeisterservice'] as const;

const lists = nameLists();
const familyRank = zipfRanks(lists.families.length, 1, 12);
const givenRank = zipfRanks(lists.men.length, 1.05, 5);

/** What is on a company's sign, part by part. */
export interface CompanyName {
  isGerman: boolean;
  /** A family, or a made-up word: what a group of companies shares. */
  house: string;
  /** A second family: `Keller & Sohn`; empty: none. */
  partner: string;
  trade: Trade | null;
  /** Of the holding: `Holding`, `Verwaltungs`; empty: none. */
  role: string;
  form: Form;
  /** A tradesman's given name: no legal form, no domain of its own; empty: a company. */
  owner: string;
  craft: string;
}

/** A company that stands alone. */
export function ownName(random: SeededRandom): CompanyName {
  const isGerman = random.chance(0.5);
  return {
    isGerman,
    house: random.chance(0.35) ? coined(random) : familyOf(random),
    partner: random.chance(0.1) ? (isGerman ? random.pick(['Sohn', 'Söhne', 'Partner']) : familyOf(random)) : '',
    trade: random.chance(0.85) ? tradeOf(isGerman, random) : null,
    role: '',
    form: random.pick((isGerman ? germanForms : englishForms) as [Form]),
    owner: '',
    craft: '',
  };
}

/** One of a group: the same house, another trade or role, and a form of its own. */
export function nameInGroup(
  house: CompanyName,
  place: number,
  siblings: readonly CompanyName[],
  random: SeededRandom,
): CompanyName {
  const form = random.pick((house.isGerman ? germanForms : englishForms) as [Form]);
  if (place === 0) {
    const role = house.isGerman ? random.pick(['Holding', 'Verwaltungs', 'Beteiligungs']) : 'Holdings';
    return { ...house, trade: null, role, form, partner: '' };
  }
  let trade = tradeOf(house.isGerman, random);
  while (siblings.some((sibling) => sibling.trade?.[0] === trade[0])) trade = tradeOf(house.isGerman, random);
  return { ...house, trade, role: '', form, partner: '' };
}

/** A sole trader, who goes by his own name. */
export function traderName(random: SeededRandom): CompanyName {
  const isGerman = random.chance(0.5);
  return {
    isGerman,
    house: familyOf(random),
    partner: '',
    trade: random.chance(0.3) ? tradeOf(isGerman, random) : null,
    role: '',
    form: isGerman ? ['e.K.', 'e. K.', 'eingetragener Kaufmann'] : [],
    owner: lists.men[givenRank(random)] ?? '',
    craft: isGerman && random.chance(0.5) ? random.pick(crafts) : '',
  };
}

/** How one clerk writes a name. `isShort`: without what tells the trade. */
export function writtenName(name: CompanyName, isShort: boolean, random: SeededRandom): string {
  const { isGerman, house, partner, trade, role, form, owner, craft } = name;
  const and = isGerman ? random.pick(['&', 'und', '+']) : random.pick(['&', 'and']);
  const tradeWord = trade === null ? '' : random.chance(0.15) ? random.pick(trade as [string]) : trade[0];
  const person = random.chance(0.1) ? `${house}, ${owner}` : `${owner} ${house}`;
  const sign = owner === '' ? house : person;
  const words = [craft, sign, partner === '' ? '' : `${and} ${partner}`, isShort ? '' : tradeWord, role];
  const legal =
    form.length === 0 || random.chance(0.22) ? '' : random.chance(0.7) ? form[0] : random.pick(form as [string]);
  return [...words, legal].filter((word) => word !== undefined && word !== '').join(' ');
}

/** The domain that a company has: its house, or house and trade; a number behind it where that is taken. */
export function domainOf({ house, trade, isGerman }: CompanyName, taken: Set<string>, random: SeededRandom): string {
  const words = [house, ...(trade !== null && random.chance(0.6) ? [trade[0]] : [])].map(plain);
  const name = words.join(random.chance(0.5) ? '-' : '');
  const end = isGerman ? 'de.example' : 'com.example';
  let domain = `${name}.${end}`;
  while (taken.has(domain)) domain = `${name}${random.below(1_000)}.${end}`;
  taken.add(domain);
  return domain;
}

export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '');
}

export function personOf(random: SeededRandom): string {
  return `${plain(lists.men[givenRank(random)] ?? '')}.${plain(familyOf(random))}`;
}

const familyOf = (random: SeededRandom) => lists.families[familyRank(random)] ?? '';
const tradeOf = (isGerman: boolean, random: SeededRandom) =>
  random.pick((isGerman ? germanTrades : englishTrades) as [Trade]);

const beginnings = [
  'Nor',
  'Vel',
  'Arc',
  'Sol',
  'Tec',
  'Lum',
  'Qua',
  'Ver',
  'Xen',
  'Pro',
  'Inno',
  'Hydro',
  'Medi',
  'Opti',
  'Dyna',
  'Cor',
] as const;
const middles = ['a', 'i', 'o', 'ta', 've', 'ri', 'lo', 'na', 'mo', ''] as const;
const ends = ['tec', 'nova', 'sys', 'vis', 'dyn', 'plan', 'flow', 'port', 'lux', 'gen', 'form', 'line'] as const;
const coined = (random: SeededRandom) => `${random.pick(beginnings)}${random.pick(middles)}${random.pick(ends)}`;

import type { IdentityFeature } from '../model/identity-record.ts';
import type { PairPart } from '../model/pair.ts';

/** What people call a feature. */
export const featureWords: Readonly<Record<IdentityFeature, string>> = {
  given_name: 'given name',
  middle_name: 'middle name',
  family_name: 'family name',
  company: 'company name',
  birth_date: 'birth date',
  email: 'e-mail address',
  phone: 'phone number',
  house_number: 'house number',
  street: 'street',
  address_extra: 'address line',
  city: 'city',
  region: 'region',
  postcode: 'postcode',
  country: 'country',
  national_id: 'national id',
  customer_number: 'customer number',
};

/** Features that are compared together, in one word. */
const togetherWords: Readonly<Record<string, string>> = {
  'given_name family_name': 'name',
  'house_number street': 'street address',
  'postcode city': 'town',
};

/** Levels whose words depend on what is compared, by what people call it. */
const ownWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  name: {
    swapped: 'given and family name exchanged',
    'near-given': 'same family name, given name almost the same',
    nickname: 'same family name, given name is a short form',
    initial: 'same family name, given name only an initial',
    'near-family': 'same given name, family name almost the same',
    'near-both': 'given and family name almost the same',
    'swapped-near': 'given and family name exchanged, and almost the same',
    'family-equal': 'same family name, but another given name',
    'given-equal': 'same given name, but another family name',
    'one-near': 'one name is similar, the other is not',
  },
  'given name': { nickname: 'given name is a short form', initial: 'given name only an initial' },
  'middle name': { initial: 'middle name only an initial' },
  'company name': {
    'same-words': 'same words in the company name, in another order',
    'shared-words': 'company names share words',
    abbreviated: 'company name abbreviated',
    'other-role': 'company names of one group, one of them a holding or the like',
  },
  'birth date': {
    swapped: 'birth date with day and month exchanged',
    near: 'birth dates a few days apart',
    'one-part': 'birth date differs in the year, the month or the day alone',
    decade: 'birth dates about ten years apart',
    'two-digits': 'birth date differs by two digits',
    'same-year': 'same year of birth, but another day',
  },
  'e-mail address': {
    'same-local': 'same e-mail name at another provider',
    'same-domain': 'another mailbox of the same e-mail domain',
    'near-local': 'similar e-mail name at another provider',
  },
  'phone number': {
    'same-end': 'same phone number but for the country or area code',
    extension: 'another extension of the same phone number',
  },
  'street address': {
    'near-street': 'same house number, street almost the same',
    'near-number': 'same street, house number almost the same',
    'both-near': 'street and house number almost the same',
    'street-equal': 'same street, but another house number',
    'street-near': 'similar street, but another house number',
  },
  town: {
    'near-city': 'same postcode, city almost the same',
    'near-postcode': 'same city, postcode differs by one sign',
    'postcode-equal': 'same postcode, but another city',
    'city-equal': 'same city, but another postcode',
    'both-near': 'postcode and city almost the same',
    'one-near': 'postcode or city is similar, the other is not',
  },
  postcode: { area: 'postcodes of the same area' },
};

/** Levels whose words are the same for all; `*` stands for what is compared. */
const commonWords: Readonly<Record<string, string>> = {
  equal: 'same *',
  near: '* almost the same',
  similar: 'similar *',
  part: 'one * is part of the other',
  'one-digit': '* differs by one digit',
  'one-sign': '* differs by one sign',
  differs: 'different *',
};

/** From so many bits on, it is said that a value is rare, or common. chosen: 2, four times as rare as the average */
const tellingBits = 2;

/**
 * Says in a few words how one comparison came out. No value of a record is in them.
 * @returns a capital first, no full stop; for what was not compared, that it was not
 * @example partInWords({ comparison: 'email', features: ['email'], level: 'equal', bits: 14, termFrequencyBits: 3, … })
 * // 'Same e-mail address, which is rare'
 */
export function partInWords({ features, level, termFrequencyBits }: PairPart): string {
  const what = togetherWords[features.join(' ')] ?? features.map((feature) => featureWords[feature]).join(' and ');
  if (level === null) return `${capitalized(what)} not compared`;
  const known = ownWords[what]?.[level] ?? commonWords[level] ?? `*: ${level.replaceAll('-', ' ')}`;
  const sentence = capitalized(known.replace('*', what));
  if (termFrequencyBits >= tellingBits) return `${sentence}, which is rare`;
  return termFrequencyBits <= -tellingBits ? `${sentence}, which is common` : sentence;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { addressOf, personOf, type PlantedPerson } from './planted-people.ts';
import { cardOf, ibanOf, nationalIdOf, phoneOf } from './planted-numbers.ts';
import type { Dice, Language } from './planting.ts';
import type { PersonalDataClass } from '../../engine/index.ts';

/** The slots of sentences, each with the class of what stands there. */
export const slotClasses = {
  name: 'name',
  given: 'name',
  family: 'name',
  email: 'email',
  phone: 'phone',
  address: 'address',
  card: 'card',
  iban: 'account',
  nationalId: 'national-id',
  order: 'customer-number',
  customer: 'customer-number',
  born: 'birth-date',
  password: 'credential',
  pin: 'credential',
  key: 'credential',
  ip: 'network',
  mac: 'network',
  url: 'url',
  plate: 'plate',
} as const satisfies Record<string, PersonalDataClass>;
export type Slot = keyof typeof slotClasses;

/** What stands in a slot; the name slots of one message are one person's or another's, as they come. */
export function valueOf(slot: Slot, language: Language, dice: Dice, person: PlantedPerson): string {
  const { digits, letters, pick, between } = dice;
  const hex = (count: number) => letters(count, '0123456789abcdef');
  switch (slot) {
    case 'name':
      return `${person.given} ${person.family}`;
    case 'given':
      return person.given;
    case 'family':
      return person.family;
    case 'email':
      return emailOf(language, dice);
    case 'phone':
      return phoneOf(language, dice);
    case 'address':
      return addressOf(language, dice);
    case 'card':
      return cardOf(dice);
    case 'iban':
      return ibanOf(language, dice);
    case 'nationalId':
      return nationalIdOf(language, dice);
    case 'order':
      return pick([digits(8), `${digits(3)}-${digits(7)}-${digits(7)}`, `${letters(2, 'ABKR')}-${digits(6)}`, `2026/${digits(5)}`, `${letters(3, 'XYZQ')}${digits(4)}`]);
    case 'customer':
      return pick([digits(6), digits(10), `K${digits(7)}`, `C-${digits(5)}`, `${digits(3)}.${digits(3)}.${digits(2)}`]);
    case 'born':
      return birthDateOf(language, dice);
    case 'password':
      return pick([`${letters(6)}${digits(2)}!`, `Sommer${digits(4)}`, `${letters(4)}_${letters(3).toUpperCase()}${digits(3)}`, `P@ss${letters(4)}${digits(1)}`, `x${letters(3)}-${digits(4)}-${letters(4)}`]);
    case 'pin':
      return digits(pick([4, 5, 6]), '');
    case 'key':
      return pick([
        `sk_live_${letters(24, 'abcdefXYZ0123456789')}`,
        `ghp_${letters(36, 'abcdefXYZ0123456789')}`,
        `AKIA${letters(16, 'ABCDEFGHIJKLMNOP234567')}`,
        `eyJ${letters(30, 'abcXYZ012')}.eyJ${letters(40, 'abcXYZ012')}.${letters(43, 'abcXYZ012-_')}`,
        `Bearer ${letters(40, 'abcdefXYZ0123456789')}`,
      ]);
    case 'ip':
      return pick([`${between(11, 223)}.${between(0, 255)}.${between(0, 255)}.${between(1, 254)}`, `2001:db8:${hex(4)}:${hex(4)}::${hex(3)}`, `fe80::${hex(4)}:${hex(4)}:${hex(4)}:${hex(4)}`]);
    case 'mac':
      return Array.from({ length: 6 }, () => hex(2)).join(pick([':', '-']));
    case 'url':
      return pick([
        `https://shop.example.com/reset?token=${hex(32)}`,
        `https://example.com/account/verify/${letters(22, 'abcXYZ0123456789')}?lang=${language}`,
        `http://${letters(6)}:${letters(8)}@files.example.org/inbox`,
        `https://example.org/track?email=${letters(5)}%40example.com&id=${digits(6)}`,
      ]);
    case 'plate':
      return plateOf(language, dice);
  }
} // prettier-ignore

function emailOf(language: Language, dice: Dice): string {
  const { given, family } = personOf(language, dice);
  const plain = (text: string) => text.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase();
  const local = dice.pick([`${plain(given)}.${plain(family)}`, `${plain(given)}${dice.digits(2)}`, `${plain(family)}_${plain(given)}`, `${plain(given).slice(0, 1)}.${plain(family)}+shop`, `INFO-${plain(family)}`]);
  return `${local}@${dice.pick(['example.com', 'example.org', 'mail.example.co.uk', 'beispiel-firma.example', 'gmail.com', 'web.de', 'orange.fr', 'libero.it'])}`;
} // prettier-ignore

const months: Readonly<Record<Language, string>> = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
};

function birthDateOf(language: Language, dice: Dice): string {
  const [year, month, day] = [dice.between(1932, 2006), dice.between(1, 12), dice.between(1, 28)];
  const two = (value: number) => String(value).padStart(2, '0');
  const word = months[language].split(' ')[month - 1] as string;
  const worded = { en: dice.pick([`${day} ${word} ${year}`, `${word} ${day}, ${year}`, `${day}th of ${word} ${year}`]), de: `${day}. ${word} ${year}`, fr: `${day} ${word} ${year}`, es: `${day} de ${word} de ${year}`, it: `${day} ${word} ${year}`, pt: `${day} de ${word} de ${year}` }[language];
  return dice.pick([`${two(day)}.${two(month)}.${year}`, `${two(day)}/${two(month)}/${year}`, `${year}-${two(month)}-${two(day)}`, `${day}.${month}.${year}`, `${two(day)}-${two(month)}-${String(year).slice(2)}`, worded, worded]);
} // prettier-ignore

function plateOf(language: Language, dice: Dice): string {
  const L = (count: number) => dice.letters(count, 'ABCDEFGHJKLMNPRSTVWXYZ');
  switch (language) {
    case 'en':
      return `${L(2)}${dice.digits(2)} ${L(3)}`;
    case 'de':
      return `${dice.pick(['B', 'M', 'HH', 'KA', 'LÖ'])}-${L(2)} ${dice.digits(dice.between(2, 4))}`;
    case 'fr':
      return `${L(2)}-${dice.digits(3)}-${L(2)}`;
    case 'es':
      return `${dice.digits(4)} ${L(3)}`;
    case 'it':
      return `${L(2)} ${dice.digits(3)} ${L(2)}`;
    case 'pt':
      return dice.chance(0.5)
        ? `${L(2)}-${dice.digits(2)}-${L(2)}`
        : `${L(3)}${dice.digits(1)}${L(1)}${dice.digits(2)}`;
  }
}

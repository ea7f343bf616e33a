import { latinLetters } from './latin-letters.ts';
import { noted, type FieldReading } from './normalized-field.ts';
import { placeLetters } from './place.ts';
import { isPlaceholder } from './placeholders.ts';
import { shortStreetWord } from './street-words.ts';

/** A house number: `12`, `12a`, `12-14`, `12/3`; letters small, no spaces. */
const houseNumber = String.raw`\d{1,5}(?: ?[a-z](?![a-z]))?(?: ?[-/–] ?\d{1,5}(?: ?[a-z](?![a-z]))?)?`;
const numberFirst = new RegExp(`^(?:(?:nr|no|number|num|n|n°|nº|#)\\.? ?)?(${houseNumber})[ ,]+(?=.*\\p{L})`, 'u');
const numberLast = new RegExp(`^(.*\\p{L}.*?)[ ,]+(?:(?:nr|no|num|n|n°|nº|s/n|#)\\.? ?)?(${houseNumber})$`, 'u');

/**
 * A house number in one form.
 * @example readHouseNumber('No. 12 A', []) // { values: { house_number: '12a' } }
 */
export function readHouseNumber(text: string, steps: string[]): FieldReading {
  const small = latinLetters(text);
  if (isPlaceholder(small) || /^(?:s\/n|sn|0+)$/.test(small)) return { values: {}, problem: 'placeholder' };
  const clean = small
    .replace(/^(?:nr|no|number|num|hausnr|hausnummer|n°|nº|#)[.:]? ?(?=\d)/, '')
    .replace(/[–—]/g, '-')
    .replace(/ ?([-/]) ?/g, '$1')
    .replace(/(\d) (?=[a-z]$)/, '$1')
    .replace(/[^\p{L}\p{M}\p{N}/ -]/gu, '')
    .replace(/ +/g, ' ')
    .replace(/^[-/ ]+|[-/ ]+$/g, '')
    .replace(/^0+(?=\d)/, '');
  if (clean === '') return { values: {}, problem: 'unreadable' };
  return { values: { house_number: noted(text, clean, 'house number in one form', steps) } };
}

/**
 * A street without its house number, the kind of street in its short form.
 * @example readStreet('Hauptstraße 5a', [], 'DE') // { values: { street: 'hauptstr', house_number: '5a' } }
 * @example readStreet('12 King Street', []) // { values: { street: 'king st', house_number: '12' } }
 */
export function readStreet(text: string, steps: string[], region?: string): FieldReading {
  const small = text.toLowerCase();
  if (isPlaceholder(small)) return { values: {}, problem: 'placeholder' };
  const { street, house } = withoutNumber(small, steps);
  const words = streetWords(street, steps, region);
  if (words === '') return { values: {}, problem: 'unreadable' };
  return { values: house === null ? { street: words } : { street: words, house_number: house } };
}

/** Words of a street, kinds in their short form. */
export function streetWords(text: string, steps: string[], region?: string): string {
  const letters = placeLetters(text, steps, region);
  if (letters === '') return '';
  // `Berliner Str.` and `Berlinerstraße` differ by taste.
  const words = letters.replace(/ (?:strasse|strase|str)$/, 'str').split(' ');
  const short = words.map((word, index) => shortStreetWord(word, index, words.length)).join(' ');
  return noted(letters, short, 'kind of street in its short form', steps);
}

/** Takes the number off one end; what looks like a second number stays in the street. */
export function withoutNumber(small: string, steps: string[]): { street: string; house: string | null } {
  const first = numberFirst.exec(small);
  const last = first === null ? numberLast.exec(small) : null;
  const found = first?.[1] ?? last?.[2];
  if (found === undefined) return { street: small, house: null };
  const street = first === null ? (last?.[1] as string) : small.slice(first[0].length);
  // A second number would be taken off next time.
  if (numberFirst.test(street) || numberLast.test(street)) return { street: small, house: null };
  steps.push('house number taken from the street');
  return {
    street,
    house: found
      .replace(/ /g, '')
      .replace('–', '-')
      .replace(/^0+(?=\d)/, ''),
  };
}

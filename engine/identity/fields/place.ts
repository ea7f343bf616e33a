import { countryCode } from './countries.ts';
import { latinLetters } from './latin-letters.ts';
import { noted, type FieldReading } from './normalized-field.ts';
import { isPlaceholder } from './placeholders.ts';
import { regionCode } from './regions.ts';

const short: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' };

/** Lower-case words of a place: letters and digits, single spaces. */
export function placeLetters(text: string, steps: string[], region?: string): string {
  const small = noted(text, text.toLowerCase(), 'lower case', steps);
  const letters = noted(
    small,
    latinLetters(small, region),
    'accents and special letters written in base letters',
    steps,
  );
  const clean = letters
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return noted(letters, clean, 'hyphens, apostrophes and dots removed', steps);
}

/**
 * A city or suburb in words.
 * @example readCity('St. James', []) // { values: { city: 'saint james' } }
 */
export function readCity(text: string, steps: string[], region?: string): FieldReading {
  if (isPlaceholder(text.toLowerCase())) return { values: {}, problem: 'placeholder' };
  const letters = placeLetters(text, steps, region);
  if (!/\p{L}/u.test(letters)) return { values: {}, problem: 'unreadable' };
  const words = letters.split(' ');
  if (words.length > 1) words[0] = short[words[0] as string] ?? (words[0] as string);
  return {
    values: { city: noted(letters, words.join(' '), 'abbreviation in the name of the place spelled out', steps) },
  };
}

/**
 * A country as its ISO code, or in words when it is not known.
 * @example readCountry('Deutschland', []) // { values: { country: 'de' } }
 * @source ISO 3166-1
 */
export function readCountry(text: string, steps: string[]): FieldReading {
  if (isPlaceholder(text.toLowerCase()) && text.toLowerCase() !== 'na') return { values: {}, problem: 'placeholder' };
  const letters = placeLetters(text, [], undefined);
  if (letters === '') return { values: {}, problem: 'unreadable' };
  return {
    values: { country: noted(text, countryCode(letters) ?? letters, 'country written as its code (ISO 3166)', steps) },
  };
}

/**
 * A state or province as the code its country uses, or in words when it is not known.
 * @param region the country of the record; a code of that country is preferred
 * @example readRegion('New South Wales', []) // { values: { region: 'nsw' } }
 */
export function readRegion(text: string, steps: string[], region?: string): FieldReading {
  if (isPlaceholder(text.toLowerCase())) return { values: {}, problem: 'placeholder' };
  const letters = placeLetters(text, [], undefined);
  if (letters === '') return { values: {}, problem: 'unreadable' };
  return {
    values: { region: noted(text, regionCode(letters, region) ?? letters, 'state written as its code', steps) },
  };
}

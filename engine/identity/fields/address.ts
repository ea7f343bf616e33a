import type { IdentityFeature } from '../model/identity-record.ts';
import { countryCode } from './countries.ts';
import { noted, type FieldReading } from './normalized-field.ts';
import { placeLetters } from './place.ts';
import { isPlaceholder } from './placeholders.ts';
import { regionCode } from './regions.ts';
import { readStreet } from './street.ts';
import { splitTown } from './town-line.ts';
import { postBox, shortUnitWord, unitAlone, unitFirst, unitLast } from './unit-words.ts';

/**
 * What stands beside street and number: flat, floor, building, care of, post box; kinds in their short form.
 * @example readAddressExtra('Apartment 3', []) // { values: { address_extra: 'apt 3' } }
 */
export function readAddressExtra(text: string, steps: string[], region?: string): FieldReading {
  const small = text.toLowerCase();
  if (isPlaceholder(small)) return { values: {}, problem: 'placeholder' };
  const box = postBox.exec(small)?.[1];
  const written = box === undefined ? small : small.replace(postBox, ` po box ${box.replace(/ /g, '')}`);
  const letters = noted(text, placeLetters(written, [], region), 'words in base letters', steps);
  if (letters === '') return { values: {}, problem: 'unreadable' };
  const short = letters.split(' ').map(shortUnitWord).join(' ');
  return { values: { address_extra: noted(letters, short, 'part of a building in its short form', steps) } };
}

type Parts = Partial<Record<IdentityFeature, string>>;

/**
 * A postal address on one line taken apart: house number, street, what stands beside them, postcode, city, state, country.
 * Parts that are not found are unknown; what cannot be placed is kept with what stands beside the street.
 * @example readAddress('Flat 3, 12 King Street, London SW1A 1AA, UK', [])
 * // { values: { country: 'UK', postcode: 'sw1a 1aa', city: 'london', address_extra: 'flat 3', street: 'king st', house_number: '12' } }
 * @source Universal Postal Union S42 (address elements); chosen: rules by form, since a gazetteer would not fit a node
 */
export function readAddress(text: string, steps: string[], region?: string): FieldReading {
  if (isPlaceholder(text.toLowerCase())) return { values: {}, problem: 'placeholder' };
  const segments = text
    .toLowerCase()
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const values: Parts = {};
  const extra: string[] = [];
  takeCountry(segments, values);
  const land = values.country?.toUpperCase() ?? region;
  takeTown(segments, values, land);
  const streetAt = takeExtras(segments, extra);
  const street = segments[streetAt];
  if (street !== undefined) takeStreet(street, values, extra, region);
  for (const [index, segment] of segments.entries()) {
    if (index === streetAt || segment === '') continue;
    const state = regionCode(placeLetters(segment, []), land);
    if (state !== null && values.region === undefined && index > streetAt) values.region = state;
    else if (values.city === undefined && index > streetAt && !/\d/.test(segment)) values.city = segment;
    else extra.push(segment);
  }
  if (extra.length > 0) values.address_extra = extra.join(' ');
  if (Object.keys(values).length === 0) return { values: {}, problem: 'unreadable' };
  steps.push('address taken apart');
  return { values };
}

function takeCountry(segments: string[], values: Parts): void {
  const last = placeLetters(segments.at(-1) ?? '', []);
  // Codes of two letters are states as often as countries.
  const code = last.length > 2 || last === 'uk' ? countryCode(last) : null;
  if (segments.length < 2 || code === null) return;
  values.country = code;
  segments.pop();
}

/** Postcode and city, in the last part that has a postcode. */
function takeTown(segments: string[], values: Parts, land: string | undefined): void {
  for (let index = segments.length - 1; index >= 0; index--) {
    const town = splitTown(segments[index] as string, land, index === 0);
    if (town === null) continue;
    Object.assign(values, town.values);
    if (town.before === '') segments.splice(index, 1);
    else segments[index] = town.before;
    return;
  }
}

/** Moves flats, boxes and care-of lines to `extra`. @returns the index of the part with the street */
function takeExtras(segments: string[], extra: string[]): number {
  for (const [index, segment] of segments.entries()) {
    if (!unitAlone.test(segment) && !/^c\/[o-]|^z\. ?h[dn]?\.|^attn/.test(segment) && !isBox(segment)) continue;
    extra.push(segment);
    segments[index] = '';
  }
  const numbered = segments.findIndex((segment) => /\d/.test(segment) && /\p{L}/u.test(segment));
  if (numbered >= 0) return numbered;
  // `Calle Mayor, 5`: the number is a part of its own.
  const alone = segments.findIndex((segment, index) => index > 0 && /^(?:n[.º°]? ?)?\d{1,5} ?[a-z]?$/u.test(segment));
  if (alone > 0) segments.splice(alone - 1, 2, `${segments[alone - 1]} ${segments[alone]}`);
  return alone > 0 ? alone - 1 : segments.findIndex((segment) => segment !== '');
}

function isBox(segment: string): boolean {
  const box = postBox.exec(segment);
  return box !== null && box[0].length >= segment.length - 1;
}

function takeStreet(segment: string, values: Parts, extra: string[], region: string | undefined): void {
  let rest = segment;
  for (const form of [unitFirst, unitLast]) {
    const unit = form.exec(rest)?.[0];
    if (unit === undefined || unit.length === rest.length) continue;
    extra.push(unit.replace(/,/g, ' ').trim());
    rest = rest.replace(form, '').trim();
  }
  // `2/98 King St` in Australia: unit 2 of number 98.
  const unitNumber = region === 'AU' || region === 'NZ' ? /^(\d{1,4})\/(?=\d)/.exec(rest) : null;
  if (unitNumber !== null) {
    extra.push(`unit ${unitNumber[1]}`);
    rest = rest.slice(unitNumber[0].length);
  }
  Object.assign(values, readStreet(rest, [], region).values);
}

import { noted, type FieldReading } from './normalized-field.ts';
import { placeLetters } from './place.ts';
import { isPlaceholder } from './placeholders.ts';
import { readStreet } from './street.ts';

/**
 * What stands beside street and number: flat, floor, building, care of.
 * @example readAddressExtra('Flat 3', []) // { values: { address_extra: 'flat 3' } }
 */
export function readAddressExtra(text: string, steps: string[], region?: string): FieldReading {
  if (isPlaceholder(text.toLowerCase())) return { values: {}, problem: 'placeholder' };
  const words = placeLetters(text, steps, region);
  return words === ''
    ? { values: {}, problem: 'unreadable' }
    : { values: { address_extra: noted(text, words, 'in one form', []) } };
}

/** A postal address on one line: house number, street, what else there is. */
export function readAddress(text: string, steps: string[], region?: string): FieldReading {
  const [first = '', ...rest] = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const street = readStreet(first, steps, region);
  const extra = rest.length === 0 ? null : placeLetters(rest.join(' '), steps, region);
  return extra === null || extra === '' ? street : { ...street, values: { ...street.values, address_extra: extra } };
}

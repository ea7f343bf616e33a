import { noted, type FieldReading } from './normalized-field.ts';
import { placeLetters } from './place.ts';
import { isPlaceholder } from './placeholders.ts';

/** A company's name in words. */
export function readCompany(text: string, steps: string[], region?: string): FieldReading {
  if (isPlaceholder(text.toLowerCase())) return { values: {}, problem: 'placeholder' };
  const words = placeLetters(text.replace(/&|\+/g, ' and '), steps, region);
  return words === '' ? { values: {}, problem: 'unreadable' } : { values: { company: noted(words, words, '', []) } };
}

import { noted, type FieldReading } from './normalized-field.ts';
import { numberKind } from './number-kinds.ts';
import { isFillerNumber, isPlaceholder } from './placeholders.ts';

/**
 * A number that a state or register gives to a person or company: capitals and digits. Check digits are tried where the form,
 * or the form and the country, make certain what kind it is; other numbers are only cleaned.
 * @param region the country whose numbers they are, when it is known
 * @example readNationalId('12345678Z', [], 'ES') // { values: { national_id: '12345678Z' } }
 * @example readNationalId('12345678A', [], 'ES') // { values: {}, problem: 'checksum' }
 * @source engine/identity/fields/number-kinds.ts
 */
export function readNationalId(text: string, steps: string[], region?: string): FieldReading {
  const { number, problem } = cleanNumber(text, steps);
  if (problem !== undefined) return { values: {}, problem };
  const kind = numberKind(number, region);
  if (kind === undefined) return { values: { national_id: number } };
  if (number !== text) steps.push(`read as ${kind.name}`);
  if (kind.passes === undefined || kind.passes(number)) return { values: { national_id: number } };
  steps.push(`not a valid ${kind.name}`);
  return { values: {}, problem: 'checksum' };
}

/**
 * A number that a business gives to its customer: capitals and digits; zeros that only fill it up are left out.
 * @example readCustomerNumber('000-4711', []) // { values: { customer_number: '4711' } }
 */
export function readCustomerNumber(text: string, steps: string[]): FieldReading {
  const { number, problem } = cleanNumber(text, steps);
  if (problem !== undefined) return { values: {}, problem };
  const short = noted(number, number.replace(/^0+(?=[^0])/, ''), 'zeros at the beginning left out', steps);
  return { values: { customer_number: short } };
}

function cleanNumber(text: string, steps: string[]): { number: string; problem?: 'placeholder' | 'unreadable' } {
  if (isPlaceholder(text.toLowerCase())) return { number: '', problem: 'placeholder' };
  const capital = text.toUpperCase().replace(/[^\p{Lu}\p{Lo}\p{N}]/gu, '');
  const number = noted(text, capital, 'capitals and digits without spaces and signs', steps);
  if (number === '') return { number, problem: 'unreadable' };
  return isFillerNumber(number) ? { number, problem: 'placeholder' } : { number };
}

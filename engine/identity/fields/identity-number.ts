import { noted, type FieldReading } from './normalized-field.ts';
import { isFillerNumber, isPlaceholder } from './placeholders.ts';

/**
 * A number that a state gives to a person or company.
 * @example readNationalId('AB 12 34 56 C', []) // { values: { national_id: 'AB123456C' } }
 */
export function readNationalId(text: string, steps: string[]): FieldReading {
  return readNumber('national_id', text, steps);
}

/**
 * A number that a business gives to its customer: capitals and digits; zeros that only fill it up are left out.
 * @example readCustomerNumber('000-4711', []) // { values: { customer_number: '4711' } }
 */
export function readCustomerNumber(text: string, steps: string[]): FieldReading {
  return readNumber('customer_number', text, steps);
}

function readNumber(feature: 'national_id' | 'customer_number', text: string, steps: string[]): FieldReading {
  if (isPlaceholder(text.toLowerCase())) return { values: {}, problem: 'placeholder' };
  const capital = text.toUpperCase().replace(/[^\p{Lu}\p{Lo}\p{N}]/gu, '');
  const clean = noted(text, capital, 'capitals and digits without spaces and signs', steps);
  if (clean === '') return { values: {}, problem: 'unreadable' };
  if (isFillerNumber(clean)) return { values: {}, problem: 'placeholder' };
  if (feature === 'national_id' || !/^0+\d/.test(clean)) return { values: { [feature]: clean } };
  return {
    values: { [feature]: noted(clean, clean.replace(/^0+(?=\d)/, ''), 'zeros at the beginning left out', steps) },
  };
}

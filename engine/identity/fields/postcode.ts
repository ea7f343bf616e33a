import { noted, type FieldReading } from './normalized-field.ts';
import { isPlaceholder } from './placeholders.ts';

/**
 * A postcode: capitals and digits without spaces; the prefix of the country and the last four digits of US codes left out.
 * @example readPostcode('sw1a 1aa', []) // { values: { postcode: 'SW1A1AA' } }
 * @example readPostcode('94103-1234', []) // { values: { postcode: '94103' } }
 * @source Universal Postal Union, addressing systems
 */
export function readPostcode(text: string, steps: string[]): FieldReading {
  if (isPlaceholder(text.toLowerCase())) return { values: {}, problem: 'placeholder' };
  const capital = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  let code = noted(text, capital, 'capitals and digits without spaces', steps);
  code = noted(
    code,
    code.replace(
      /^(?:DE|AT|CH|FR|IT|ES|BE|NL|LU|DK|SE|NO|FI|PL|CZ|D|A|F|I|E|B|L|S|N|CZ|PL)(?=\d{4,5}(?:[A-Z]{2})?$)/,
      '',
    ),
    'prefix of the country left out',
    steps,
  );
  if (/^\d{5}-\d{4}$/.test(text.replace(/ /g, '')))
    code = noted(code, code.slice(0, 5), 'last four digits of the US form left out', steps);
  if (code.length < 2 || !/\d/.test(code)) return { values: {}, problem: 'unreadable' };
  // 9999 and 99999 are places in some countries; only zeros are none.
  if (/^0+$/.test(code)) return { values: {}, problem: 'placeholder' };
  return { values: { postcode: code } };
}

import type { FieldReading } from './normalized-field.ts';
import { parsePhone } from './phone-port.ts';
import { isFillerNumber } from './placeholders.ts';

const extension = /(?:;ext=|[,;# ]*\b(?:extension|ext|durchwahl|dw|poste|int|x)[.: ]*|#)\s*\d{1,6}$/i;
const severalNumbers = /\s*(?:;|\||,|\bor\b|\boder\b|\bou\b| \/ )\s*/i;

/**
 * A telephone number in E.164 where it can be read as one, otherwise its digits, which can still be compared.
 * @param region the country of numbers without `+`
 * @example readPhone('(0171) 234 56 78', [], 'DE') // { values: { phone: '+491712345678' } }
 * @source ITU-T E.164; libphonenumber
 */
export function readPhone(text: string, steps: string[], region?: string): FieldReading {
  const number = firstNumber(text.replace(extension, '').trim(), steps);
  const international = /^\s*(?:tel:)?\s*[(]?\s*(?:\+|00(?=[1-9]))/i.test(number);
  const digits = asciiDigits(number);
  if (digits.length < 5)
    return { values: {}, problem: isFillerNumber(digits) && digits !== '' ? 'placeholder' : 'unreadable' };
  if (isFiller(digits)) return { values: {}, problem: 'placeholder' };
  const parsed = parsePhone(international ? `+${withoutTrunkZero(number)}` : digits, region);
  if (parsed === null || !parsed.isPossible)
    return keptDigits(international ? `+${digits.replace(/^00/, '')}` : digits, text, steps);
  if (parsed.number !== text) steps.push('written in the international form (E.164)');
  return isFiller(parsed.number.slice(1))
    ? { values: {}, problem: 'placeholder' }
    : { values: { phone: parsed.number } };
}

function keptDigits(digits: string, text: string, steps: string[]): FieldReading {
  if (digits !== text) steps.push('not a complete number of a known country: only its digits are kept');
  return digits.length > 25 ? { values: {}, problem: 'unreadable' } : { values: { phone: digits } };
}

function firstNumber(text: string, steps: string[]): string {
  const [first = text, ...others] = text.split(severalNumbers).filter((part) => /\d{4}|\d.*\d.*\d.*\d/.test(part));
  if (others.length > 0) steps.push('several numbers: the first is read');
  return first;
}

/** `+49 (0)171 …`: the digits after the plus without the zero that is dialled only at home. */
function withoutTrunkZero(number: string): string {
  return asciiDigits(number.replace(/\(0\)/, '')).replace(/^00/, '');
}

function asciiDigits(text: string): string {
  return text.replace(/[^0-9]/g, '');
}

/** Filled in: counted, or one digit to the end. */
function isFiller(digits: string): boolean {
  return isFillerNumber(digits) || /(\d)\1{6}$/.test(digits);
}

import { canonicalValue, ordinalOf, textOfOrdinal } from '../cell/ordinal.ts';
import { splitSeconds } from '../cell/temporal-text.ts';

/** A point in time as texts: every spelling of it is at or after `from` and before `until`, and no other value is. */
export interface TextBounds {
  from: string;
  until: string;
}

/** After every text that begins with a digit. */
const afterAll = ':';

/**
 * The texts between which all spellings of a local time stand: `08:30:00`, `08:30:00.0` and `08:30:00.0000009` (digits
 * beyond the microsecond do not count) all lie from `08:30:00` to before `08:30:00.000001`. So json-rules-engine, which
 * compares two texts letter by letter, compares them as what they mean.
 * @param value a time or date-time without offset
 * @returns null for a year of other than four digits
 * @example textBounds('08:30:00', 'time') // { from: '08:30:00', until: '08:30:00.000001' }
 */
export function textBounds(value: string, type: 'time' | 'date-time'): TextBounds | null {
  const from = canonicalValue(value, type);
  if (typeof from !== 'string' || (type === 'date-time' && !isFourDigitYear(from))) return null;
  const { seconds, micros } = splitSeconds(ordinalOf(from, type) as number);
  if (micros < 999_999) {
    const fraction = String(micros + 1).padStart(6, '0');
    return { from, until: `${from.replace(/\.\d+$/, '')}.${fraction.replace(/0+$/, '')}` };
  }
  const until = textOfOrdinal(seconds + 1, type);
  return { from, until: typeof until === 'string' && (type === 'time' || isFourDigitYear(until)) ? until : afterAll };
}

/** Only such days stand in the order of their texts. @example isFourDigitYear('12026-01-01') // false */
export function isFourDigitYear(date: string): boolean {
  return /^\d{4}-/.test(date);
}

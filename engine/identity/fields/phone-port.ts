import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** A telephone number as libphonenumber reads it. */
export interface ParsedPhone {
  /** E.164: `+` and digits. */
  number: string;
  isPossible: boolean;
}

/** A complete number of the North American plan. The library asks each of its 25 countries about every one. */
const northAmerican = /^(\+?1)?([2-9]\d\d[2-9]\d{6})$/;

/**
 * Reads a telephone number.
 * @param text as it was written, without letters and extension
 * @param region the country of numbers without `+`: two capital letters; one that the library does not know counts as none
 * @returns null: not a number, or a national one without a region
 */
export function parsePhone(text: string, region?: string): ParsedPhone | null {
  const [, code, ofPlan] = northAmerican.exec(text) ?? [];
  if (ofPlan !== undefined && (code === '+1' || region === 'US' || region === 'CA')) {
    return { number: `+1${ofPlan}`, isPossible: true };
  }
  return parseByLibrary(text, region);
}

/** The same without the short way for North America. */
export function parseByLibrary(text: string, region?: string): ParsedPhone | null {
  try {
    const parsed = parsePhoneNumberFromString(
      text,
      region === undefined ? { extract: false } : { defaultCountry: region as CountryCode, extract: false },
    );
    return parsed === undefined ? null : { number: parsed.number, isPossible: parsed.isPossible() };
  } catch {
    // The library throws for a region that it does not know.
    return region === undefined ? null : parseByLibrary(text);
  }
}

import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** A telephone number as libphonenumber reads it. */
export interface ParsedPhone {
  /** E.164: `+` and digits. */
  number: string;
  isPossible: boolean;
}

/**
 * Reads a telephone number.
 * @param text as it was written, without letters and extension
 * @param region the country of numbers without `+`: two capital letters; one that the library does not know counts as none
 * @returns null: not a number, or a national one without a region
 */
export function parsePhone(text: string, region?: string): ParsedPhone | null {
  try {
    const parsed = parsePhoneNumberFromString(
      text,
      region === undefined ? { extract: false } : { defaultCountry: region as CountryCode, extract: false },
    );
    return parsed === undefined ? null : { number: parsed.number, isPossible: parsed.isPossible() };
  } catch {
    // The library throws for a region that it does not know.
    return region === undefined ? null : parsePhone(text);
  }
}

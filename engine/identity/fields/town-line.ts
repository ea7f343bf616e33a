import type { IdentityFeature } from '../model/identity-record.ts';
import { regionCode } from './regions.ts';

/** What a line with a postcode says. */
export interface TownLine {
  values: Partial<Record<IdentityFeature, string>>;
  /** What stands before the town on the same line: a street without a comma behind it. */
  before: string;
}

const british = /(?:^|\s)([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})$/;
const canadian = /(?:^|\s)([a-z]\d[a-z] ?\d[a-z]\d)$/;
const stateAndCode = /^(.*?)[ .]*\b([a-z]{2,3})\.? +(\d{4,5}(?:-\d{4})?)$/;
const codeFirst =
  /^(.*?)(?:^|\s)((?:[a-z]{1,2}-)?(?:\d{4} ?[a-z]{2}(?= )|\d{4,5}(?:-\d{3})?|\d{2}-\d{3}|\d{3} \d{2}))\s+(\p{L}[^\d]*)$/u;
const codeLast = /^(\p{L}[^\d]*?)\s+(\d{4,5}(?:-\d{4})?)$/u;
/** A word that ends a street, so that a town may follow it without a comma. */
const streetEnd =
  /^(.*\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|close|way|place|pl|square|sq|terrace|crescent))\.?\s+(\p{L}.*)$/u;

/**
 * Takes postcode, city and state off the end of a line: `London SW1A 1AA`, `San Francisco CA 94103`, `Sydney NSW 2000`,
 * `10115 Berlin`, `1011 AB Amsterdam`.
 * @param line lower case
 * @param country two capital letters, when known
 * @param hasStreet whether the street may stand on the same line
 * @returns null: there is no postcode
 */
export function splitTown(line: string, country: string | undefined, hasStreet: boolean): TownLine | null {
  const inner = british.exec(line) ?? canadian.exec(line);
  if (inner !== null) return townBefore(line.slice(0, inner.index).trim(), inner[1] as string, country, hasStreet);
  const stated = stateAndCode.exec(line);
  const state = stated === null ? null : regionCode(stated[2] as string, country);
  if (stated !== null && state !== null) {
    const town = townBefore((stated[1] as string).trim(), stated[3] as string, country, hasStreet);
    return { ...town, values: { ...town.values, region: state } };
  }
  const first = codeFirst.exec(line);
  // `12345 Main Street` on the line of the street is a house number.
  if (first !== null && (!hasStreet || /\d/.test(first[1] as string))) {
    return {
      values: { postcode: first[2] as string, city: (first[3] as string).trim() },
      before: (first[1] as string).trim(),
    };
  }
  const last = hasStreet ? null : codeLast.exec(line);
  if (last !== null) return townBefore(last[1] as string, last[2] as string, country, false);
  return !hasStreet && /^\d{4,5}(?:-\d{4})?$/.test(line) ? { values: { postcode: line }, before: '' } : null;
}

function townBefore(text: string, postcode: string, country: string | undefined, hasStreet: boolean): TownLine {
  const stated = /^(.*) ([a-z]{2,3})$/.exec(text);
  const state = stated === null || country === undefined ? null : regionCode(stated[2] as string, country);
  const town = state === null ? text : (stated?.[1] as string);
  const values: TownLine['values'] = state === null ? { postcode } : { postcode, region: state };
  if (town === '') return { values, before: '' };
  if (!hasStreet && !/\d/.test(town)) return { values: { ...values, city: town }, before: '' };
  const street = streetEnd.exec(town);
  if (street === null) return { values, before: town };
  return { values: { ...values, city: street[2] as string }, before: street[1] as string };
}

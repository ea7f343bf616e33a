import { normalizeField } from '../fields/normalize-field.ts';
import type { NormalizedField } from '../fields/normalized-field.ts';
import type { IdentityField } from '../model/identity-record.ts';

/** chosen: 65,536 values of a field; the frequent ones come early, so that later ones are hardly worth remembering. */
const mostRemembered = 65_536;
/** chosen: 200 characters, so that what is remembered stays small whatever comes. */
const longestRemembered = 200;

/**
 * `normalizeField` that remembers: records share names, places and dates, and a value needs to be read but once.
 * @returns a function with bounded memory that gives the same results; they are shared, so that nobody may change them
 * @example normalizeRecord(record, options, rememberedNormalize())
 */
export function rememberedNormalize(): typeof normalizeField {
  const ofField = new Map<IdentityField, Map<string | undefined, Map<string, NormalizedField>>>();
  return (field, raw, options) => {
    let ofRegion = ofField.get(field);
    if (ofRegion === undefined) ofField.set(field, (ofRegion = new Map()));
    let known = ofRegion.get(options?.region);
    if (known === undefined) ofRegion.set(options?.region, (known = new Map()));
    const remembered = known.get(raw);
    if (remembered !== undefined) return remembered;
    const read = normalizeField(field, raw, options);
    if (known.size < mostRemembered && raw.length <= longestRemembered) known.set(raw, read);
    return read;
  };
}

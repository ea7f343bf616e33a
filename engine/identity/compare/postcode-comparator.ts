import type { Comparator } from './comparator.ts';
import { isOneEdit } from './edit-distance.ts';

const levels = [{ id: 'equal' }, { id: 'one-digit' }, { id: 'area' }, { id: 'differs' }] as const;
const [equal, oneDigit, area, differs] = [0, 1, 2, 3] as const;
/** chosen: 2, because the first two signs name a district in most countries' codes (Germany, France, Australia, Great Britain). */
const areaLength = 2;

/** Postcodes. Levels: `equal`; `one-digit` (one wrong, missing, or two neighbours exchanged); `area` (the first two signs are equal); `differs`. */
export const postcodeComparator: Comparator<string> = {
  id: 'postcode',
  features: 1,
  levels,
  prepare: preparePostcode,
  compare(left, right) {
    if (left === right) return equal;
    if (isOneEdit(left, right)) return oneDigit;
    return left.slice(0, areaLength) === right.slice(0, areaLength) ? area : differs;
  },
};

/** Letters and digits of a postcode; null where there are none. */
export function preparePostcode(value: string): string | null {
  const signs = value.replace(/[^\p{L}\p{N}]/gu, '');
  return signs === '' ? null : signs;
}

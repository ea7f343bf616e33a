import type { Comparator } from './comparator.ts';
import { isOneEdit } from './edit-distance.ts';

const levels = [{ id: 'equal' }, { id: 'one-sign' }, { id: 'differs' }] as const;
const [equal, oneSign, differs] = [0, 1, 2] as const;
/** chosen: 6, because shorter codes that differ by one sign are simply other codes. */
const shortestWithError = 6;

/** Codes: numbers of customers, national ids, regions, countries. Levels: `equal`; `one-sign` (wrong, missing, exchanged, in codes of six signs or more); `differs`. */
export const exactComparator: Comparator<string> = {
  id: 'exact',
  features: 1,
  levels,
  prepare: (value) => value,
  compare(left, right) {
    if (left === right) return equal;
    const shortest = Math.min(left.length, right.length);
    return shortest >= shortestWithError && isOneEdit(left, right) ? oneSign : differs;
  },
};

import type { Comparator } from './comparator.ts';
import { isOneEdit } from './edit-distance.ts';
import { isPartOf, prepareText, spellingSimilarity, type PreparedText } from './spelling.ts';

const levels = [
  { id: 'equal' },
  { id: 'near-street', atLeast: 0.88 },
  { id: 'near-number' },
  { id: 'both-near', otherwise: 'near-number' },
  { id: 'street-equal' },
  { id: 'street-near' },
  { id: 'differs' },
] as const;
const [equal, nearStreet, nearNumber, bothNear, streetEqual, streetNear, differs] = [0, 1, 2, 3, 4, 5, 6] as const;

/**
 * House number and street together (features: house number, street). Levels: `equal`; `near-street` (number equal, street near in
 * spelling); `near-number` (street equal; one sign of the number differs, or a letter was added); `both-near`; `street-equal`
 * and `street-near` (another number); `differs`. An equal number in another street says nothing.
 */
export const streetComparator: Comparator<PreparedText> = {
  id: 'street',
  features: 2,
  levels,
  prepare: prepareText,
  compare(left, right, leftStreet, rightStreet, atLeast) {
    const street = streetLikeness(leftStreet, rightStreet, atLeast[nearStreet] as number);
    if (street === 0) return differs;
    if (left.letters === right.letters) return street === 2 ? equal : nearStreet;
    if (isNearNumber(left.letters, right.letters)) return street === 2 ? nearNumber : bothNear;
    return street === 2 ? streetEqual : streetNear;
  },
};

/** One sign more, less, wrong or exchanged, in numbers that are not of one sign both. */
function isNearNumber(left: string, right: string): boolean {
  return Math.max(left.length, right.length) > 1 && isOneEdit(left, right);
}

function streetLikeness(left: PreparedText, right: PreparedText, least: number): 0 | 1 | 2 {
  if (left.letters === right.letters) return 2;
  return isPartOf(left, right) || spellingSimilarity(left, right, least) >= least ? 1 : 0;
}

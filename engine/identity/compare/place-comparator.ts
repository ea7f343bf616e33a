import type { Comparator } from './comparator.ts';
import { isOneEdit } from './edit-distance.ts';
import { preparePostcode } from './postcode-comparator.ts';
import { isPartOf, prepareText, signsOf, spellingSimilarity, type PreparedText } from './spelling.ts';

const levels = [
  { id: 'equal' },
  { id: 'near-city', atLeast: 0.9 },
  { id: 'near-postcode' },
  { id: 'postcode-equal' },
  { id: 'city-equal' },
  { id: 'both-near' },
  { id: 'one-near' },
  { id: 'differs' },
] as const;
const [equal, nearCity, nearPostcode, postcodeEqual, cityEqual, bothNear, oneNear, differs] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const;

/**
 * Postcode and city together (features: postcode, city), because the one nearly gives the other: counted apart, one agreement
 * would count twice. Levels: `equal`; `near-city` (postcode equal, city near in spelling); `near-postcode` (city equal, one sign
 * of the postcode wrong); `postcode-equal`, `city-equal` (the other differs); `both-near`; `one-near`; `differs`.
 */
export const placeComparator: Comparator<PreparedText> = {
  id: 'place',
  features: 2,
  levels,
  prepare(value, position) {
    if (position === 1) return prepareText(value);
    const postcode = preparePostcode(value);
    return postcode === null
      ? null
      : { whole: postcode, letters: postcode, words: [postcode], signs: signsOf(postcode) };
  },
  compare(left, right, leftCity, rightCity, atLeast) {
    const postcode = left.letters === right.letters ? 2 : isOneEdit(left.letters, right.letters) ? 1 : 0;
    const city = cityLikeness(leftCity, rightCity, atLeast[nearCity] as number);
    if (postcode === 2) return city === 2 ? equal : city === 1 ? nearCity : postcodeEqual;
    if (city === 2) return postcode === 1 ? nearPostcode : cityEqual;
    if (postcode === 1) return city === 1 ? bothNear : oneNear;
    return city === 1 ? oneNear : differs;
  },
};

function cityLikeness(left: PreparedText, right: PreparedText, least: number): 0 | 1 | 2 {
  if (left.letters === right.letters) return 2;
  return isPartOf(left, right) || spellingSimilarity(left, right, least) >= least ? 1 : 0;
}

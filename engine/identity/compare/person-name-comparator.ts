import type { Comparator } from './comparator.ts';
import {
  isInitialOf,
  isPartOf,
  prepareText,
  sharesNickname,
  spellingSimilarity,
  type PreparedText,
} from './spelling.ts';

const levels = [
  { id: 'equal' },
  { id: 'swapped' },
  { id: 'near-given', otherwise: 'near-both' },
  { id: 'nickname', otherwise: 'near-given' },
  { id: 'initial', otherwise: 'nickname' },
  { id: 'near-family', otherwise: 'near-both' },
  { id: 'near-both', atLeast: 0.88 },
  { id: 'swapped-near', otherwise: 'near-both' },
  { id: 'family-equal' },
  { id: 'given-equal' },
  { id: 'one-near' },
  { id: 'differs' },
] as const;

const at = Object.fromEntries(levels.map(({ id }, index) => [id, index])) as Record<
  (typeof levels)[number]['id'],
  number
>;

/** A name with the nicknames that it may stand for. */
export interface PreparedName extends PreparedText {
  nicknameGroups: readonly number[];
}

/** How two given names, or two family names, stand to one another. */
type Likeness = 'equal' | 'near' | 'nickname' | 'initial' | 'differs';

/**
 * Given and family name together (features: given name, family name), because people fill them into the wrong boxes and because
 * what the one says depends on the other. Levels: `equal`; `swapped`; with the family name equal: `near-given` (spelling, or all
 * words of one in the other), `nickname`, `initial`; `near-family` (given name equal); `near-both`; `swapped-near`;
 * `family-equal` and `given-equal` (the other differs); `one-near` (one is near, the other differs); `differs`.
 * Similarity: `near-both` says what is near, for all levels.
 */
export function personNameComparator(nicknameGroupsOf: (name: string) => readonly number[]): Comparator<PreparedName> {
  return {
    id: 'person-name',
    features: 2,
    levels,
    prepare(value, position) {
      const text = prepareText(value);
      if (text === null) return null;
      return { ...text, nicknameGroups: position === 0 ? nicknameGroupsOf(value) : [] };
    },
    compare(left, right, leftFamily, rightFamily, atLeast) {
      const least = atLeast[at['near-both']] as number;
      const given = givenLikeness(left, right, least);
      const family = familyLikeness(leftFamily, rightFamily, least);
      if (given === 'equal' && family === 'equal') return at.equal;
      const straight = straightLevel(given, family);
      if (straight <= at['near-both']) return straight;
      const crossed = crossedLevel(left, right, leftFamily, rightFamily, least);
      return crossed < straight ? crossed : straight;
    },
  };
}

function givenLikeness(left: PreparedName, right: PreparedName, least: number): Likeness {
  if (left.letters === right.letters) return 'equal';
  if (isInitialOf(left.letters, right.letters)) return 'initial';
  if (isPartOf(left, right)) return 'near';
  if (sharesNickname(left.nicknameGroups, right.nicknameGroups)) return 'nickname';
  return spellingSimilarity(left, right, least) >= least ? 'near' : 'differs';
}

function familyLikeness(left: PreparedName, right: PreparedName, least: number): Likeness {
  if (left.letters === right.letters) return 'equal';
  if (isInitialOf(left.letters, right.letters)) return 'near';
  return isPartOf(left, right) || spellingSimilarity(left, right, least) >= least ? 'near' : 'differs';
}

function straightLevel(given: Likeness, family: Likeness): number {
  if (family === 'equal') {
    if (given === 'differs') return at['family-equal'];
    return given === 'near' ? at['near-given'] : at[given];
  }
  if (given === 'equal') return family === 'near' ? at['near-family'] : at['given-equal'];
  if (given !== 'differs' && family === 'near') return at['near-both'];
  return given === 'differs' && family === 'differs' ? at.differs : at['one-near'];
}

function crossedLevel(
  left: PreparedName,
  right: PreparedName,
  leftFamily: PreparedName,
  rightFamily: PreparedName,
  least: number,
): number {
  const [one, other] = [familyLikeness(left, rightFamily, least), familyLikeness(leftFamily, right, least)];
  if (one === 'equal' && other === 'equal') return at.swapped;
  return one !== 'differs' && other !== 'differs' ? at['swapped-near'] : at.differs;
}

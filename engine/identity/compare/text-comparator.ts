import type { Comparator } from './comparator.ts';
import type { PreparedName } from './person-name-comparator.ts';
import { isInitialOf, isPartOf, prepareText, sharesNickname, spellingSimilarity } from './spelling.ts';

const levels = [
  { id: 'equal' },
  { id: 'part', otherwise: 'near' },
  { id: 'nickname' },
  { id: 'initial' },
  { id: 'near', atLeast: 0.92, otherwise: 'similar' },
  { id: 'similar', atLeast: 0.84 },
  { id: 'differs' },
] as const;
const [equal, part, nickname, initial, near, similar, differs] = [0, 1, 2, 3, 4, 5, 6] as const;

/**
 * One name or word by spelling. Levels: `equal` (spaces and punctuation apart); `part` (all words of one are in the other);
 * `nickname` and `initial` (of given names, in models that have these levels); `near`; `similar`; `differs`.
 */
export function textComparator(nicknameGroupsOf: (name: string) => readonly number[]): Comparator<PreparedName> {
  return {
    id: 'text',
    features: 1,
    levels,
    prepare(value) {
      const text = prepareText(value);
      return text === null ? null : { ...text, nicknameGroups: nicknameGroupsOf(value) };
    },
    compare(left, right, _leftSecond, _rightSecond, atLeast) {
      if (left.letters === right.letters) return equal;
      if (isPartOf(left, right)) return part;
      if (atLeast[nickname] === 0 && sharesNickname(left.nicknameGroups, right.nicknameGroups)) return nickname;
      if (atLeast[initial] === 0 && isInitialOf(left.letters, right.letters)) return initial;
      const least = Math.min(atLeast[near] as number, atLeast[similar] as number);
      const similarity = spellingSimilarity(left, right, least);
      if (similarity >= (atLeast[near] as number)) return near;
      return similarity >= (atLeast[similar] as number) ? similar : differs;
    },
  };
}

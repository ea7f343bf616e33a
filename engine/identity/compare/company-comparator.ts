import type { Comparator } from './comparator.ts';
import { editDistance, isOneEdit } from './edit-distance.ts';
import { prepareText } from './spelling.ts';

const levels = [
  { id: 'equal' },
  { id: 'same-words', otherwise: 'near' },
  { id: 'near', atLeast: 0.85, otherwise: 'shared-words' },
  { id: 'part', otherwise: 'shared-words' },
  { id: 'shared-words', atLeast: 0.5 },
  { id: 'differs' },
] as const;
const [equal, sameWords, near, part, sharedWords, differs] = [0, 1, 2, 3, 4, 5] as const;
/** Abbreviations shorter than this say too little: half of two-letter ones are somebody's. chosen: 3 */
const shortestAcronym = 3;

interface PreparedCompany {
  letters: string;
  words: readonly string[];
  sorted: string;
  acronym: string;
}

/**
 * Names of companies; normalizing has left their legal form out. Levels: `equal`; `same-words` (in another order); `near` (so many of its letters stay as they are); `part` (all words
 * of one in the other, or its initials); `shared-words` (share of words in common, spelling errors allowed); `differs`.
 */
export const companyComparator: Comparator<PreparedCompany> = {
  id: 'company',
  features: 1,
  levels,
  prepare(value) {
    const text = prepareText(value);
    if (text === null) return null;
    const { words, letters } = text;
    return {
      letters,
      words,
      sorted: [...words].sort().join(' '),
      acronym: words.map((word) => word.slice(0, 1)).join(''),
    };
  },
  compare(left, right, _leftSecond, _rightSecond, atLeast) {
    if (left.letters === right.letters) return equal;
    if (left.sorted === right.sorted) return sameWords;
    if (isNear(left.letters, right.letters, atLeast[near] as number)) return near;
    const [few, many] = inOrder(left, right);
    const common = commonWords(few.words, many.words);
    if (common === few.words.length && few.letters.length >= shortestAcronym) return part;
    if (isAcronymOf(left, right) || isAcronymOf(right, left)) return part;
    const share = common / (few.words.length + many.words.length - common);
    return common > 0 && share >= (atLeast[sharedWords] as number) ? sharedWords : differs;
  },
};

/** The one of fewer words first, so that both directions count the same. */
function inOrder(left: PreparedCompany, right: PreparedCompany): [PreparedCompany, PreparedCompany] {
  const difference = left.words.length - right.words.length;
  return difference < 0 || (difference === 0 && left.sorted < right.sorted) ? [left, right] : [right, left];
}

/** Not Jaro–Winkler: companies of one trade or one place begin alike. */
function isNear(left: string, right: string, least: number): boolean {
  const longest = Math.max(left.length, right.length);
  const most = Math.floor((1 - least) * longest + 1e-9);
  return most >= 0 && editDistance(left, right, most) <= most;
}

function commonWords(few: readonly string[], many: readonly string[]): number {
  const open = [...many].sort();
  let common = 0;
  for (const word of [...few].sort()) {
    const found = open.findIndex((other) => other === word || isOneTypo(word, other));
    if (found === -1) continue;
    open.splice(found, 1);
    common++;
  }
  return common;
}

function isOneTypo(left: string, right: string): boolean {
  return Math.min(left.length, right.length) >= 5 && isOneEdit(left, right);
}

function isAcronymOf(short: PreparedCompany, long: PreparedCompany): boolean {
  return short.words.length === 1 && short.letters.length >= shortestAcronym && short.letters === long.acronym;
}

import type { Comparator } from './comparator.ts';
import { editDistance, isOneEdit } from './edit-distance.ts';
import { prepareText } from './spelling.ts';

const levels = [
  { id: 'equal' },
  { id: 'same-words', otherwise: 'near' },
  { id: 'near', atLeast: 0.85, otherwise: 'shared-words' },
  { id: 'abbreviated' },
  { id: 'other-role', otherwise: 'part' },
  { id: 'part', otherwise: 'shared-words' },
  { id: 'shared-words', atLeast: 0.5 },
  { id: 'differs' },
] as const;
const [equal, sameWords, near, abbreviated, otherRole, part, sharedWords, differs] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
/** Abbreviations shorter than this say too little: half of two-letter ones are somebody's. chosen: 3 */
const shortestAcronym = 3;
/** Short forms say what they stand for from so many letters on. chosen: 3, since `st` and `ge` begin too many */
const shortestShort = 3;
/** And only beside a word that is the same. chosen: 3 */
const shortestSame = 3;
/** What a company does within its group: it is a company of its own beside those that do the work. @source names of holding companies in the commercial registers of Germany, Austria and the United Kingdom */
const roles: ReadonlySet<string> = new Set(
  'holding holdings verwaltung verwaltungs verwaltungen verwaltungsgesellschaft beteiligung beteiligungs beteiligungen beteiligungsgesellschaft besitz besitzgesellschaft betriebsgesellschaft vermoegensverwaltung komplementaer participations finanziaria'.split(
    ' ',
  ),
);

interface PreparedCompany {
  letters: string;
  words: readonly string[];
  sorted: string;
  acronym: string;
  /** What the company is to its group; empty: nothing. */
  role: string;
}

/**
 * Names of companies; normalizing has left their legal form out. Levels: `equal`; `same-words` (in another order); `near` (so many
 * of its letters stay as they are); `abbreviated` (word by word the same, or its beginning); `other-role` (a word in common, and
 * one of them is a holding or the like); `part` (all words of one in the other, or its initials); `shared-words` (share of words in common, spelling errors allowed); `differs`.
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
      role: words.filter((word) => roles.has(word)).join(' '),
    };
  },
  compare(left, right, _leftSecond, _rightSecond, atLeast) {
    if (left.letters === right.letters) return equal;
    if (left.sorted === right.sorted) return sameWords;
    const isOtherRole = atLeast[otherRole] !== Infinity && (left.role === '') !== (right.role === '');
    if (!isOtherRole && isNear(left.letters, right.letters, atLeast[near] as number)) return near;
    if (atLeast[abbreviated] !== Infinity && isAbbreviated(left.words, right.words)) return abbreviated;
    const [few, many] = inOrder(left, right);
    const common = commonWords(few.words, many.words);
    if (isOtherRole && common > 0) return otherRole;
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

/** Whether each word is the other's, a slip away from it, or short for it, and one is the same: `garcia log`, `garcia logistik`. */
function isAbbreviated(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  const isOneSame = left.some((word, at) => word.length >= shortestSame && word === right[at]);
  return isOneSame && left.every((word, at) => isShortFor(word, right[at] as string));
}

/** `log` for `logistik`, `mfg` for `manufacturing`: its beginning, or its first and last letter with some between. */
function isShortFor(left: string, right: string): boolean {
  if (left === right || isOneTypo(left, right)) return true;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length < shortestShort) return false;
  return long.startsWith(short) || (short.at(-1) === long.at(-1) && short[0] === long[0] && areLettersOf(short, long));
}

/** Whether all letters of the one stand in the other, in their order. */
function areLettersOf(short: string, long: string): boolean {
  let at = -1;
  return [...short].every((letter) => (at = long.indexOf(letter, at + 1)) !== -1);
}

function isOneTypo(left: string, right: string): boolean {
  return Math.min(left.length, right.length) >= 5 && isOneEdit(left, right);
}

function isAcronymOf(short: PreparedCompany, long: PreparedCompany): boolean {
  return short.words.length === 1 && short.letters.length >= shortestAcronym && short.letters === long.acronym;
}

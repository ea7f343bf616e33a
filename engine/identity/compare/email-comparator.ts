import type { Comparator } from './comparator.ts';
import { isOneEdit } from './edit-distance.ts';
import { prepareText, spellingSimilarity, type PreparedText } from './spelling.ts';

const levels = [
  { id: 'equal' },
  { id: 'near', atLeast: 0.93 },
  { id: 'same-local', otherwise: 'near-local' },
  { id: 'near-local', atLeast: 0.93 },
  { id: 'similar', atLeast: 0.9 },
  { id: 'differs' },
] as const;
const [equal, near, sameLocal, nearLocal, similar, differs] = [0, 1, 2, 3, 4, 5] as const;
/** Local parts shorter than this are shared by many: `joe@…`. chosen: 5 */
const shortestLocal = 5;

interface PreparedEmail {
  whole: string;
  /** The address as one text: an error may move the sign between the two parts. */
  text: PreparedText;
  local: PreparedText;
  domain: PreparedText;
  /** Digits of the local part. */
  digits: string;
}

/**
 * E-mail addresses. Levels: `equal`; `near` (local parts near in spelling, domains too); `same-local` (other domain, local part
 * of five characters or more); `near-local` (other domain, local part near); `similar` (the address as a whole); `differs`, also
 * where more than one digit does: `john.smith84` and `john.smith91` are two people of one name, as addresses are made of names and
 * the digits are what tells them apart.
 */
export const emailComparator: Comparator<PreparedEmail> = {
  id: 'email',
  features: 1,
  levels,
  prepare(value) {
    const sign = value.lastIndexOf('@');
    const [local, domain] = [prepareText(value.slice(0, Math.max(0, sign))), prepareText(value.slice(sign + 1))];
    const text = prepareText(value);
    if (text === null || local === null || domain === null) return null;
    return { whole: value, text, local, domain, digits: local.letters.replace(/\D+/g, '') };
  },
  compare(left, right, _leftSecond, _rightSecond, atLeast) {
    if (left.whole === right.whole) return equal;
    if (left.digits !== right.digits && !isOneEdit(left.digits, right.digits)) return differs;
    const [leastNear, leastLocal] = [atLeast[near] as number, atLeast[nearLocal] as number];
    const local = spellingSimilarity(left.local, right.local, Math.min(leastNear, leastLocal, 1));
    if (local >= leastNear && spellingSimilarity(left.domain, right.domain, leastNear) >= leastNear) return near;
    if (Math.min(left.local.letters.length, right.local.letters.length) >= shortestLocal) {
      if (local === 1) return sameLocal;
      if (local >= leastLocal) return nearLocal;
    }
    const least = atLeast[similar] as number;
    return spellingSimilarity(left.text, right.text, least) >= least ? similar : differs;
  },
};

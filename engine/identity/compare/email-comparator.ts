import type { Comparator } from './comparator.ts';
import { prepareText, spellingSimilarity, type PreparedText } from './spelling.ts';

const levels = [
  { id: 'equal' },
  { id: 'near', atLeast: 0.93 },
  { id: 'same-local', otherwise: 'near-local' },
  { id: 'near-local', atLeast: 0.93 },
  { id: 'differs' },
] as const;
const [equal, near, sameLocal, nearLocal, differs] = [0, 1, 2, 3, 4] as const;
/** Local parts shorter than this are shared by many: `joe@…`. chosen: 5 */
const shortestLocal = 5;

interface PreparedEmail {
  whole: string;
  local: PreparedText;
  domain: PreparedText;
}

/**
 * E-mail addresses. Levels: `equal`; `near` (local parts near in spelling, domains too); `same-local` (other domain, local part
 * of five characters or more); `near-local` (other domain, local part near); `differs`.
 */
export const emailComparator: Comparator<PreparedEmail> = {
  id: 'email',
  features: 1,
  levels,
  prepare(value) {
    const sign = value.lastIndexOf('@');
    const [local, domain] = [prepareText(value.slice(0, Math.max(0, sign))), prepareText(value.slice(sign + 1))];
    return local === null || domain === null ? null : { whole: value, local, domain };
  },
  compare(left, right, _leftSecond, _rightSecond, atLeast) {
    if (left.whole === right.whole) return equal;
    const [leastNear, leastLocal] = [atLeast[near] as number, atLeast[nearLocal] as number];
    const least = Math.min(leastNear, leastLocal, 1);
    const local = spellingSimilarity(left.local, right.local, least);
    if (local < least) return differs;
    if (local >= leastNear && spellingSimilarity(left.domain, right.domain, leastNear) >= leastNear) return near;
    if (Math.min(left.local.letters.length, right.local.letters.length) < shortestLocal) return differs;
    if (local === 1) return sameLocal;
    return local >= leastLocal ? nearLocal : differs;
  },
};

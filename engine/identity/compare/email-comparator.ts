import type { Comparator } from './comparator.ts';
import { spellingSimilarity } from './spelling.ts';

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
  local: string;
  domain: string;
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
    if (sign <= 0 || sign === value.length - 1) return null;
    return { whole: value, local: value.slice(0, sign), domain: value.slice(sign + 1) };
  },
  compare(left, right, _leftSecond, _rightSecond, atLeast) {
    if (left.whole === right.whole) return equal;
    const local = left.local === right.local ? 1 : spellingSimilarity(left.local, right.local);
    if (local < Math.min(atLeast[near] as number, atLeast[nearLocal] as number)) return differs;
    const domain = left.domain === right.domain ? 1 : spellingSimilarity(left.domain, right.domain);
    const least = atLeast[near] as number;
    if (local >= least && domain >= least) return near;
    if (Math.min(left.local.length, right.local.length) < shortestLocal) return differs;
    if (local === 1) return sameLocal;
    return local >= (atLeast[nearLocal] as number) ? nearLocal : differs;
  },
};

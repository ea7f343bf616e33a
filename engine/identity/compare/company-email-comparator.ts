import { isMailProvider } from '../fields/email-providers.ts';
import type { Comparator } from './comparator.ts';
import { prepareText, spellingSimilarity, type PreparedText } from './spelling.ts';

const levels = [
  { id: 'equal' },
  { id: 'near', atLeast: 0.93 },
  { id: 'same-domain' },
  { id: 'same-local' },
  { id: 'differs' },
] as const;
const [equal, near, sameDomain, sameLocal, differs] = [0, 1, 2, 3, 4] as const;
/** Local parts of fewer words are of departments, as `info@…` and `buchhaltung@…` are, or too short to tell a person. chosen: 2 */
const wordsOfPerson = 2;

interface PreparedCompanyEmail {
  whole: string;
  local: PreparedText;
  domain: PreparedText;
  /** Mailboxes of a provider are of strangers. */
  isOwnDomain: boolean;
}

/**
 * E-mail addresses of companies, of which the domain tells most: many people write from it. A domain that is nearly the same
 * says nothing beside the name, of which it is made. Levels: `equal`; `near` (local
 * part and domain near in spelling); `same-domain` (no provider's); `same-local` (other domain, local part of
 * two words, as of a person whose company changed its domain); `differs`.
 */
export const companyEmailComparator: Comparator<PreparedCompanyEmail> = {
  id: 'company-email',
  features: 1,
  levels,
  prepare(value) {
    const sign = value.lastIndexOf('@');
    const host = value.slice(sign + 1);
    const [local, domain] = [prepareText(value.slice(0, Math.max(0, sign))), prepareText(host)];
    if (local === null || domain === null) return null;
    return { whole: value, local, domain, isOwnDomain: !isMailProvider(host) };
  },
  compare(left, right, _leftSecond, _rightSecond, atLeast) {
    if (left.whole === right.whole) return equal;
    const least = atLeast[near] as number;
    const domain = spellingSimilarity(left.domain, right.domain, Math.min(least, 1));
    const isSameDomain = left.domain.whole === right.domain.whole;
    // `info@` and `infos@` at two domains that are near are two companies.
    const isPerson = Math.min(left.local.words.length, right.local.words.length) >= wordsOfPerson;
    if ((isSameDomain || (domain >= least && isPerson)) && spellingSimilarity(left.local, right.local, least) >= least)
      return near;
    if (left.isOwnDomain && isSameDomain) return sameDomain;
    return isPerson && left.local.letters === right.local.letters ? sameLocal : differs;
  },
};

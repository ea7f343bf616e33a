import { findBankAccounts } from './bank-accounts.ts';
import { findBirthDates } from './birth-dates.ts';
import { findCardNumbers } from './card-numbers.ts';
import { digitGroups } from './digit-chains.ts';
import { findEmailAddresses } from './email-addresses.ts';
import type { Finding } from './finding.ts';
import { foldText, type FoldedText } from './folded-text.ts';
import { findNationalIds } from './national-ids.ts';
import { findNetworkAddresses } from './network-addresses.ts';
import { findPasswords } from './passwords.ts';
import type { FindOptions, PersonalDataSpan } from './personal-data.ts';
import { findPersonNames } from './person-names.ts';
import { findPhoneNumbers } from './phone-numbers.ts';
import { findPostalAddresses } from './postal-addresses.ts';
import { findSaid } from './said.ts';
import { findSameNames } from './same-names.ts';
import { findSecrets } from './secrets.ts';
import { settleFindings } from './settle-findings.ts';
import { findTellingUrls } from './telling-urls.ts';

/** What was hidden lets other things be seen; two rounds are nearly always enough. */
const mostRounds = 6;

/**
 * Finds what says who somebody is: names, contact data, numbers of cards, accounts, persons and customers, addresses, birth
 * dates, credentials, addresses of devices. Letters may be written in any form, and signs be left out, doubled or invisible.
 * What it finds is likely, not certain, and it does not find everything: docs/personal-data.md has the figures.
 * @param text of any length; time grows with it in proportion
 * @returns spans in the order of the text, none overlapping another; empty where nothing was found
 * @example findPersonalData('Call me on 020 7946 0018')[0] // { class: 'phone', start: 11, end: 24, reason: … }
 */
export function findPersonalData(text: string, options: FindOptions = {}): PersonalDataSpan[] {
  const wanted = options.classes === undefined ? null : new Set(options.classes);
  const hidden = new Uint8Array(text.length);
  const spans: PersonalDataSpan[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const folded = foldText(text, hidden);
    // What is not asked for counts all the same: a number that is a card's is no telephone number.
    const found = settleFindings(findingsIn(folded, options), folded.plain);
    for (const { class: kind, start, end, reason } of found) {
      const from = folded.from[start] as number;
      const to = folded.to[end - 1] as number;
      spans.push({ class: kind, start: from, end: to, reason });
      hidden.fill(1, from, to);
    }
    if (found.length === 0) break;
  }
  return spans
    .filter((span) => wanted === null || wanted.has(span.class))
    .sort((a, b) => a.start - b.start);
} // prettier-ignore

function findingsIn(text: FoldedText, { region }: FindOptions): Finding[] {
  const groups = digitGroups(text.base);
  const names = findPersonNames(text);
  return [
    ...findSecrets(text),
    ...findTellingUrls(text),
    ...findEmailAddresses(text),
    ...findBankAccounts(text),
    ...findCardNumbers(groups),
    ...findNationalIds(text, groups, region),
    ...findNetworkAddresses(text),
    ...findSaid(text, groups),
    ...findPasswords(text),
    ...findBirthDates(text),
    ...findPhoneNumbers(text, groups),
    ...findPostalAddresses(text),
    ...names,
    ...findSameNames(text, names),
  ];
}

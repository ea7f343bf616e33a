/** What a value says of being allowed something: 0 forbids; 1 is not decided; 2 allows; 3 allows all. */
export type Permission = 0 | 1 | 2 | 3;

/** Field names that say what a customer allows: consent, subscriptions, preferences. Compared without signs between words. */
const permissionName =
  /consent|opt-?(in|out)|newsletter|subscri|marketing|permission|contact-preference|preferred-contact|contact-?allowed|mailing|advertising|tracking|profiling|data-sharing/u;

/** Field names that say what is forbidden: `yes` forbids. */
const prohibitionName =
  /(^|-)(do-?not|dont|no)-|opt-?(ed-)?out|unsubscri|blocked|suppress|(^|-)(dnc|robinson|objection|withdrawn|revoked)(-|$)/u;

const forbids =
  /^(opt(ed)?-?out|unsubscribed?|denied|declined|refused|rejected|withdrawn|revoked|objected|none|never|nothing|do-?not-?(contact|call|mail|email|track|sell)?|dnc|blocked|suppressed)$/u;
const undecided = /^(pending|unconfirmed|unknown|ask|requested|not-?(asked|set|confirmed)|n-?a|undecided)$/u;
const allowsAll = /^(all|any|every(thing)?|both|always)$/u;
const yes = /^(yes|y|true|t|1|on|x|ja|oui|si|sí|sim)$/u;
const no = /^(no|n|false|f|0|off|nein|non|nao|não)$/u;

/**
 * Whether a field says what a customer allows, so that records that disagree are a conflict and the answer that forbids wins.
 * @param field name as the records have it, in any spelling: `marketingConsent`, `do_not_contact`
 */
export function isPermissionField(field: string): boolean {
  const name = words(field);
  return permissionName.test(name) || prohibitionName.test(name);
}

/**
 * What a value of such a field says. `yes` forbids in a field such as `do_not_contact` and allows in others.
 * @returns 2 also for words that are not known, such as the name of a channel
 * @example permissionOf('do_not_contact', 'true') // 0
 * @source Regulation (EU) 2016/679, article 7(3) and article 21(3): a withdrawn consent or an objection ends the use, whatever
 *   another system still says
 */
export function permissionOf(field: string, value: string): Permission {
  const said = words(value);
  const turned = prohibitionName.test(words(field));
  if (yes.test(said)) return turned ? 0 : 2;
  if (no.test(said)) return turned ? 2 : 0;
  if (forbids.test(said)) return 0;
  if (undecided.test(said)) return 1;
  return allowsAll.test(said) ? 3 : 2;
}

/** Words in lower case with one hyphen between. */
function words(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}

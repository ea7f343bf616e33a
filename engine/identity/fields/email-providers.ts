/** What a provider ignores in the part before the @, besides a tag after `+`, which practically all ignore. */
export interface MailProvider {
  dots?: boolean;
  /** A tag after a hyphen: `name-shop@yahoo.com`. */
  hyphenTag?: boolean;
}

/** By domain. @source help pages of the providers: Gmail (dots), Yahoo (disposable addresses, hyphen) */
export const providers: ReadonlyMap<string, MailProvider> = new Map([
  ['gmail.com', { dots: true }],
  ...'yahoo.com yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.co.uk yahoo.com.br yahoo.com.mx yahoo.com.ar yahoo.com.au yahoo.ca yahoo.in yahoo.co.in ymail.com rocketmail.com'
    .split(' ')
    .map((domain): [string, MailProvider] => [domain, { hyphenTag: true }]),
]);

/** One provider under several domains, and domains that are only ever a slip of the keyboard. */
const sameProvider = new Map([
  ...'googlemail.com gmail.de gmai.com gmial.com gmail.con gmail.co gmail.cm gmaill.com gmali.com gamil.com gnail.com gmail.comm gmail'
    .split(' ')
    .map((domain) => [domain, 'gmail.com'] as const),
  ...'hotmial.com hotmal.com hotmai.com hotmail.con hotmail.co hotmaill.com homail.com hotnail.com'
    .split(' ')
    .map((domain) => [domain, 'hotmail.com'] as const),
  ...'outlok.com outloook.com outlook.con'.split(' ').map((domain) => [domain, 'outlook.com'] as const),
  ...'yaho.com yahooo.com yahoo.con yhoo.com'.split(' ').map((domain) => [domain, 'yahoo.com'] as const),
  ['me.com', 'icloud.com'],
  ['mac.com', 'icloud.com'],
  ['protonmail.com', 'proton.me'],
  ['pm.me', 'proton.me'],
  ['iclod.com', 'icloud.com'],
]);

/**
 * The one domain of a provider that has several.
 * @example providerDomain('googlemail.com') // 'gmail.com'
 */
export function providerDomain(domain: string): string {
  return sameProvider.get(domain) ?? domain;
}

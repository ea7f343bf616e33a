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

/** Where people, and sole traders, have mailboxes. @source the providers that lists of free mail hosts have in common, by country */
const mailProviders: ReadonlySet<string> = new Set(
  (
    'hotmail.com hotmail.de hotmail.fr hotmail.it hotmail.es hotmail.co.uk outlook.com outlook.de outlook.fr live.com live.de live.fr live.co.uk msn.com icloud.com proton.me aol.com mail.com zoho.com yandex.com yandex.ru mail.ru ' +
    'gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de online.de posteo.de mailbox.org bluewin.ch hispeed.ch aon.at chello.at ' +
    'orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net ' +
    'btinternet.com sky.com talktalk.net virginmedia.com comcast.net verizon.net att.net bellsouth.net sbcglobal.net cox.net ' +
    'ziggo.nl kpnmail.nl planet.nl hetnet.nl home.nl telenet.be skynet.be seznam.cz wp.pl o2.pl onet.pl interia.pl abv.bg ' +
    'uol.com.br bol.com.br terra.com.br qq.com 163.com 126.com naver.com daum.net rediffmail.com'
  ).split(' '),
);

/**
 * Whether mailboxes of a domain belong to people who have nothing else in common.
 * @example isMailProvider('gmail.com') // true
 */
export function isMailProvider(domain: string): boolean {
  return providers.has(domain) || mailProviders.has(domain);
}

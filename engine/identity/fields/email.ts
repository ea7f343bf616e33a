import { providerDomain, providers } from './email-providers.ts';
import { noted, type FieldReading } from './normalized-field.ts';
import { isFillerNumber, isPlaceholder } from './placeholders.ts';
import { asciiDomain } from './punycode.ts';

/**
 * An e-mail address by the mailbox that it reaches: lower case, without a tag after `+`, by the rules of its provider. A
 * broken address stays as it is in lower case, since a typing error still resembles the right one.
 * @example readEmail('Max.Muster+shop@googlemail.com', []) // { values: { email: 'maxmuster@gmail.com' } }
 * @source RFC 5321 (mailboxes), RFC 5233 (sub-addressing)
 */
export function readEmail(text: string, steps: string[]): FieldReading {
  const address = oneAddress(noted(text, text.toLowerCase(), 'lower case', steps), steps);
  if (isPlaceholder(address) || isPlaceholderAddress(address)) return { values: {}, problem: 'placeholder' };
  if (address.length < 5 || !/[\p{L}\p{N}]/u.test(address) || !/[@.]/.test(address)) {
    return { values: {}, problem: 'unreadable' };
  }
  const at = address.indexOf('@');
  if (at < 1 || at !== address.lastIndexOf('@') || at === address.length - 1) {
    steps.push('not a complete address: kept as it is');
    return { values: { email: address } };
  }
  const email = mailbox(address.slice(0, at), address.slice(at + 1), steps);
  return isPlaceholderAddress(email) ? { values: {}, problem: 'placeholder' } : { values: { email } };
}

function mailbox(local: string, host: string, steps: string[]): string {
  const domain = noted(host, asciiDomain(host), 'international domain written in ASCII', steps);
  const provider = noted(domain, providerDomain(domain), 'provider known under several domains', steps);
  const rules = providers.get(provider);
  const untagged = noted(local, local.replace(/(.)\+.*$/, '$1'), 'tag after + left out', steps);
  const unhyphened = rules?.hyphenTag ? untagged.replace(/(.)-.*$/, '$1') : untagged;
  noted(untagged, unhyphened, 'tag after the hyphen left out, which this provider ignores', steps);
  const undotted = rules?.dots ? unhyphened.replaceAll('.', '') || unhyphened : unhyphened;
  noted(unhyphened, undotted, 'dots left out, which this provider ignores', steps);
  return `${undotted}@${provider}`;
}

/** The address within `Max <max@example.com>`, `mailto:…`, `max (at) example.com`, or the first of several. */
function oneAddress(text: string, steps: string[]): string {
  let address = /<([^<>]*@[^<>]*)>/.exec(text)?.[1] ?? text;
  address = address.replace(/^\s*(?:mailto|e-?mail|smtp)\s*:\s*/, '').replace(/\s*[([{]\s*(?:at|@)\s*[)\]}]\s*/, '@');
  const parts = address.split(/[;,|\s]+/).filter((part) => part !== '');
  const whole = parts.filter((part) => /.@./.test(part));
  if (whole.length > 1) steps.push('several addresses: the first is read');
  address = whole[0] ?? parts.join('');
  const bare = address.replace(/^"([^"@]+)"(?=@)/, '$1').replace(/^[.'"<(]+|[.'">)]+$/g, '');
  return noted(text, bare, 'one address, without what stands around it', steps);
}

const nobody =
  /^(?:test\d*|testing|tester|none|no|na|n\.a|n\/a|null|nil|nobody|noone|noemail|no-?mail|no\.?e?mail|unknown|unbekannt|inconnu|desconocido|keine|kein|anonymous|anonym|example|sample|dummy|fake|asdf|qwerty|abc|aaa+|xxx?x?|a|x|noreply|no-?reply|no_reply|donotreply|do-?not-?reply)$/;
const nowhere =
  /^(?:test|none|no|na|noemail|nomail|null|unknown|nowhere|fake|dummy|sample|asdf|abc|xxx+|aaa+|x|a|mail|email)(?:\.[a-z]{2,4})?$/;
const neverRead = /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|postmaster|mailer-daemon|nobody|noemail|no[-_.]?mail)$/;

function isPlaceholderAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  if (at < 0) return false;
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (neverRead.test(local)) return true;
  if (nobody.test(local) && (nowhere.test(domain) || domain === local)) return true;
  if (/^(?:test|none|na|null|unknown|nobody|noone)$/.test(local)) return true;
  return isFillerNumber(local) && local.length > 0 && nowhere.test(domain);
}

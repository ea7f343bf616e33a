import { sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = new RegExp(`(?<![\\w.-])${octet}(?:\\.${octet}){3}(?![\\w-]|\\.\\d)`, 'g');
const isVersion = /(?:version|versao|versione|ver|v|firmware|build|release|rev|kapitel|chapter|section|§)[ .:]{0,2}$/;
const mac = /(?<![\w:-])[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?![\w:-])|(?<![\w:-])[0-9a-f]{2}(?:-[0-9a-f]{2}){5}(?![\w:-])|(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.])/g; // prettier-ignore
const ipv6 = /(?<![\w:.])[0-9a-f:]{0,39}:[0-9a-f:]{1,39}(?:%[a-z0-9]{1,15})?(?![\w:])/g;

/**
 * Addresses of devices: IPv4, IPv6, MAC.
 * @source RFC 791; RFC 4291, section 2.2; IEEE 802 (EUI-48)
 */
export function findNetworkAddresses({ base }: FoldedText): Finding[] {
  const findings: Finding[] = [];
  const add = (index: number, length: number, reason: string) =>
    findings.push({ class: 'network', start: index, end: index + length, sure: sureness.checked, reason });
  for (const { 0: match, index } of base.matchAll(ipv4)) {
    if (!isVersion.test(base.slice(Math.max(0, index - 12), index))) add(index, match.length, 'an IPv4 address');
  }
  for (const { 0: match, index } of base.matchAll(mac)) add(index, match.length, 'a MAC address');
  for (const { 0: match, index } of base.matchAll(ipv6)) {
    if (isIpv6(match.replace(/%.*$/, ''))) add(index, match.length, 'an IPv6 address');
  }
  return findings;
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || /^:[^:]|[^:]:$/.test(text)) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return false;
  // `::` and `12::30` stand in other texts as well.
  return halves.length === 2 ? groups.length >= 2 && groups.length < 8 && /[a-f]|[0-9]{3}/.test(text) : groups.length === 8;
} // prettier-ignore

import { sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';

/** Keys and tokens that say by their form what they are; case matters. */
const keys: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w-])eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,4000}(?:\.[A-Za-z0-9_-]{0,2000})?/g, 'a JSON Web Token'],
  [/(?<![\w-])(?:sk|pk|rk)[_-](?:live|test|proj|ant)?[_-]?[A-Za-z0-9_-]{16,200}/g, 'has the form of an API key'],
  [/(?<![\w-])(?:gh[pousr]_|github_pat_|glpat-|xox[abposr]-|SG\.|hf_|npm_|shp(?:at|ca|pa|ss)_|dop_v1_|ya29\.|whsec_)[A-Za-z0-9_.-]{10,250}/g, 'has the form of an access token'],
  [/(?<![\w-])A(?:KIA|SIA|ROA|IDA)[A-Z0-9]{12,20}(?!\w)/g, 'has the form of an access key'],
  [/(?<![\w-])AIza[A-Za-z0-9_-]{30,40}/g, 'has the form of an API key'],
]; // prettier-ignore
const bearer = /(?<![\p{L}\p{N}])[Bb]earer[ :]{1,2}([A-Za-z0-9._~+/=-]{12,2000})/gu;
const longWord = /(?<![\w./:@%+-])[A-Za-z0-9+/_=-]{24,512}/g;
const plainWord = /^[A-Za-z]{3,}$/;
const keyBegins = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
const keyEnds = /-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;

/**
 * Keys, tokens and private keys by their form.
 * @source RFC 7519 (JWT), RFC 7468 (private keys), RFC 6750 (bearer tokens); prefixes as the services publish them;
 * chosen: 24 signs with letters and digits mixed as at random count as a key
 */
export function findSecrets({ plain }: FoldedText): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, end: number, reason: string) =>
    findings.push({ class: 'credential', start, end, sure: sureness.secret, reason });
  for (const [form, reason] of keys) {
    for (const { 0: match, index } of plain.matchAll(form)) add(index, index + match.length, reason);
  }
  for (const match of plain.matchAll(bearer)) {
    add(match.index, match.index + match[0].length, 'a bearer token');
  }
  for (const { 0: match, index } of plain.matchAll(longWord)) {
    if (looksRandom(match)) add(index, index + match.length, 'a long word of letters and digits without order');
  }
  for (const [start, end] of privateKeys(plain)) add(start, end, 'a private key');
  return findings;
}

/** From each beginning to the next end, or to where the text ends; both are looked for once. */
function privateKeys(plain: string): [number, number][] {
  const ends = [...plain.matchAll(keyEnds)].map(({ 0: match, index }) => index + match.length);
  const ranges: [number, number][] = [];
  let next = 0;
  for (const { index } of plain.matchAll(keyBegins)) {
    if (index < (ranges.at(-1)?.[1] ?? 0)) continue;
    while (next < ends.length && (ends[next] as number) <= index) next++;
    ranges.push([index, ends[next] ?? plain.length]);
  }
  return ranges;
}

/** Letters and digits change places often, or hexadecimal throughout; words with hyphens and long numbers do not. */
function looksRandom(word: string): boolean {
  if (!/[0-9]/.test(word) || !/[A-Za-z]/.test(word)) return false;
  if (/^[0-9a-f]{32,}$/i.test(word)) return true;
  // `galaxy-s24-ultra-256gb`: words with hyphens between them.
  if (word.split(/[-_/+=]/).filter((part) => plainWord.test(part)).length > 1) return false;
  let changes = 0;
  for (let at = 1; at < word.length; at++) {
    if (kindOf(word.charAt(at)) !== kindOf(word.charAt(at - 1))) changes++;
  }
  return changes * 3 >= word.length;
}

function kindOf(sign: string): number {
  if (sign >= '0' && sign <= '9') return 0;
  if (sign >= 'a' && sign <= 'z') return 1;
  return sign >= 'A' && sign <= 'Z' ? 2 : 3;
}

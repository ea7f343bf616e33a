import { matchAt, sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';

/** Signs and words that stand for @; in brackets they are certain, bare words need more. */
const atSigns =
  /@| {0,2}[[({<] {0,2}(?:@|at|ät|arroba|arobase|chiocciola|klammeraffe) {0,2}[\])}>] {0,2}| (?:at|arroba|arobase|chiocciola|klammeraffe) /g;
const dot =
  '(?: {0,2}\\. {0,2}| ?[[({] {0,2}(?:\\.|dot|punkt|point|punto|ponto) {0,2}[\\])}] ?| (?:dot|punkt|point|punto|ponto) )';
const closeDot = '(?:\\.| ?[[({] {0,2}(?:\\.|dot|punkt|point|punto|ponto) {0,2}[\\])}] ?)';
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}[\\p{L}\\p{N}])?';
/** With words for dots, or spaces around them, only where the last part is a known ending; a sentence may go on after a dot. */
const endings =
  '(?:com|org|net|edu|gov|info|biz|eu|de|at|ch|fr|be|lu|es|it|pt|br|uk|ie|us|ca|mx|ar|cl|co|pl|nl|se|dk|no|fi|cz|io|me|ai|app|dev|online|example|test|invalid)';
const domain = new RegExp(`${label}(?:${closeDot}${label}){0,4}${closeDot}\\p{L}{2,24}(?![\\p{L}\\p{N}])`, 'uy');
const wideDomain = new RegExp(`${label}(?:${dot}${label}){0,4}${dot}${endings}(?![\\p{L}\\p{N}@])`, 'uy');
const localSign = /[\p{L}\p{N}._%+'&/=?^`{|}~$!#*-]/u;
const dotWord = / (?:dot|punkt|point|punto|ponto) $/;
const hasDotWord = /[ [({](?:dot|punkt|point|punto|ponto)[ \])}]/;
const providers =
  /^(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|me|gmx|web|t-online|freenet|aol|orange|free|wanadoo|laposte|sfr|libero|virgilio|tiscali|alice|telefonica|terra|uol|bol|sapo|proton|protonmail|posteo|mail|btinternet)\b/;
const mostLocal = 64;

/**
 * E-mail addresses, also with spaces and with words for @ and the dot.
 * @source RFC 5321, section 4.5.3.1 (64 units before the @), RFC 1035 (labels of 63)
 */
export function findEmailAddresses({ base }: FoldedText): Finding[] {
  const findings: Finding[] = [];
  for (const match of base.matchAll(atSigns)) {
    const sign = match[0];
    const isBare = /^ [a-z]/.test(sign);
    let after = match.index + sign.length;
    let before = match.index;
    if (sign === '@') {
      if (base[after] === ' ') after++;
      if (base[before - 1] === ' ') before--;
    }
    const host = matchAt(domain, base, after)?.[0] ?? null;
    const wide = matchAt(wideDomain, base, after)?.[0] ?? null;
    const written = (wide?.length ?? 0) > (host?.length ?? 0) ? wide : host;
    if (written === null) continue;
    const start = localStart(base, before);
    if (start === before) continue;
    const isSpaced = sign === '@' && (before !== match.index || after !== match.index + 1);
    if (isBare && !hasDotWord.test(written) && !providers.test(written)) continue;
    // `us @ example.com` is a place, `max.muster @ example.com` an address.
    if (isSpaced && /^(?:us|me|here|shop|meet|order|live|now)$/.test(base.slice(start, before))) continue;
    findings.push({
      class: 'email',
      start,
      end: after + written.length,
      sure: sureness.exact,
      reason: sign === '@' ? 'has the form of an e-mail address' : 'an e-mail address with words for its signs',
    });
  }
  return findings;
}

/** Where the part before the @ begins; it may have words for dots. */
function localStart(base: string, end: number): number {
  let start = end;
  const least = end - mostLocal;
  for (;;) {
    while (start > Math.max(0, least) && localSign.test(base.charAt(start - 1))) start--;
    const word = start === end ? null : dotWord.exec(base.slice(Math.max(0, start - 8), start));
    if (word === null || start - word[0].length <= least) break;
    const before = start - word[0].length;
    if (before <= 0 || !/[\p{L}\p{N}]/u.test(base.charAt(before - 1))) break;
    start = before;
  }
  while (start < end && /[.'/`*|=]/.test(base.charAt(start))) start++;
  return start;
}

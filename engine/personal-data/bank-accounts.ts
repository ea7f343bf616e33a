import { remainder } from '../identity/fields/check-digits.ts';
import { sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';

/**
 * Characters of an IBAN by country.
 * @source SWIFT, IBAN Registry, release 99
 */
const lengths = new Map<string, number>(
  (
    'ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24 fi18 fk18 fo18 fr27 ' +
    'gb22 ge22 gi23 gl18 gr27 gt28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt21 lu20 lv21 ly25 mc27 md24 me22 ' +
    'mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 ' +
    'tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const begins = /[a-z][ .\-\n]{0,2}[a-z][ .\-\n]{0,2}[0-9][ .\-\n]{0,2}[0-9]/g;
const alphanumeric = /[a-z0-9]/;
const between = /[ .\-\n_/]/;
const said = /\biban\b/;

/**
 * International bank account numbers in any groups: right check digits, or said to be one.
 * @source ISO 13616-1 (form), ISO/IEC 7064 MOD 97-10 (check digits)
 */
export function findBankAccounts({ base }: FoldedText): Finding[] {
  const findings: Finding[] = [];
  let done = 0;
  for (const { index } of base.matchAll(begins)) {
    if (index < done || (index > 0 && alphanumeric.test(base.charAt(index - 1)))) continue;
    const number = ibanAt(base, index);
    if (number === null) continue;
    const digits = number.text.replace(/[^0-9]/g, '').length;
    if (digits * 2 < number.text.length) continue;
    const passes = remainder(number.text.slice(4) + number.text.slice(0, 4), 97) === 1;
    if (!passes && !said.test(base.slice(Math.max(0, index - 30), index))) continue;
    done = number.end;
    findings.push({
      class: 'account',
      start: index,
      end: number.end,
      sure: passes ? sureness.exact : sureness.said,
      reason: passes ? 'an IBAN with right check digits' : 'said to be an IBAN',
    });
  }
  return findings;
}

/** As many letters and digits as the country's IBAN has, with small gaps; null: another country, other signs, or a longer word. */
function ibanAt(base: string, start: number): { text: string; end: number } | null {
  let text = '';
  let gap = 0;
  for (let at = start; at < base.length; at++) {
    const sign = base.charAt(at);
    if (alphanumeric.test(sign)) {
      text += sign;
      gap = 0;
      const length = text.length < 2 ? 34 : lengths.get(text.slice(0, 2));
      if (length === undefined) return null;
      if (text.length < length) continue;
      return alphanumeric.test(base.charAt(at + 1)) ? null : { text, end: at + 1 };
    }
    if (!between.test(sign) || ++gap > 3) return null;
  }
  return null;
}

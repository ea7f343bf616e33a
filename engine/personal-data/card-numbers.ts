import { passesLuhn } from '../identity/fields/check-digits.ts';
import { windowsFrom, type DigitGroups } from './digit-chains.ts';
import { sureness, type Finding } from './finding.ts';

/** The first digits of the large schemes, with the lengths that they give. */
const schemes: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [16, 13, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14, 16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:50|5[6-8]|6[37])/, [16, 18, 19]],
];

/**
 * Card numbers with a right check digit, of the large schemes, in any groups.
 * @source ISO/IEC 7812-1, annex B (Luhn); the schemes' published ranges
 */
export function findCardNumbers(groups: DigitGroups): Finding[] {
  const findings: Finding[] = [];
  for (let first = 0; first < groups.starts.length; first++) {
    const windows = windowsFrom(groups, first, 13, 19);
    const passing = windows.filter(({ digits }) => isCard(digits));
    const best = passing.find(({ digits }) => digits.length >= 15) ?? passing[0];
    if (best === undefined) continue;
    findings.push({
      class: 'card',
      start: best.start,
      end: best.end,
      sure: sureness.exact,
      reason: 'digits of a card scheme with a right check digit (Luhn)',
    });
    first = best.last;
  }
  return findings;
}

function isCard(digits: string): boolean {
  const scheme = schemes.find(([start]) => start.test(digits));
  return scheme !== undefined && scheme[1].includes(digits.length) && passesLuhn(digits) && !/^(\d)\1+$/.test(digits);
}

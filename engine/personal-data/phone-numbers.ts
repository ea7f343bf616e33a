import { matchAt, sureness, type Finding } from './finding.ts';
import { wholeNumber, windowsFrom, type DigitGroups, type DigitWindow } from './digit-chains.ts';
import type { FoldedText } from './folded-text.ts';

/** A plus within a few signs before the first digit. */
const plusBefore = /\+[ (]{0,2}$/;
const dateLike = /^(?:[0-3]?\d[./-][01]?\d[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-][01]?\d[./-][0-3]?\d)(?!\d|[./-]\d)/;
/** Nothing of this stands before a telephone number: part of an amount, a version or a longer number. */
const partOfAnother = /(?:[,.:/§$€£a-z_]|[0-9][,.:-])$/;
const notPhone = /^ ?(?:€|eur|euro|usd|gbp|chf|%|°|kg|km|gb|mb|mah|kwh|ml|cm|mm)/y;

/** Forms of one country each that hardly anything else has, whole. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^\(?[2-9]\d\d\)?[ .-]{1,2}[2-9]\d\d[ .-]\d{4}$/, 'American'],
  [/^[2-9]\d\d[.-]\d{3}[.-]\d{4}$/, 'American'],
  [/^[67]\d\d \d{3} \d{3}$|^[67]\d\d \d\d \d\d \d\d$|^[67]\d{8}$|^9[0-8]\d? \d{3} \d\d \d\d$|^9[1-8] \d{3} \d\d \d\d$|^[89]\d\d \d\d \d\d \d\d$/, 'Spanish'],
  [/^3[2-9]\d[ ./-]?\d{3}[ .]?\d{3,4}$/, 'Italian mobile'],
  [/^9[1236]\d ?\d{3} ?\d{3}$|^2\d \d{3} \d\d \d\d$/, 'Portuguese'],
  [/^\(?[1-9]\d\)? ?9\d{4}[- ]\d{4}$/, 'Brazilian mobile'],
]; // prettier-ignore

/**
 * Telephone numbers: with a plus or two zeros, with a leading zero and as many digits as national numbers have, and some
 * national forms. What is said to be one is found elsewhere.
 * @source ITU-T E.164 (at most 15 digits); chosen: 9 to 12 digits after a leading zero, since shorter ones are mostly other numbers
 */
export function findPhoneNumbers({ base }: FoldedText, groups: DigitGroups): Finding[] {
  const findings: Finding[] = [];
  for (let first = 0; first < groups.starts.length; first++) {
    const found = internationalAt(base, groups, first) ?? nationalAt(base, groups, first);
    if (found === null) continue;
    const { window, reason } = found;
    findings.push({ class: 'phone', start: opened(base, window.start), end: window.end, sure: sureness.form, reason });
    first = window.last;
  }
  return findings;
}

interface FoundPhone {
  window: DigitWindow;
  reason: string;
}

function internationalAt(base: string, groups: DigitGroups, first: number): FoundPhone | null {
  const start = groups.starts[first] as number;
  const hasPlus = plusBefore.test(base.slice(Math.max(0, start - 3), start));
  if (!hasPlus && !/^00[1-9]|^0[ .]?0[ .]?[1-9]/.test(base.slice(start, start + 5))) return null;
  const window = wholeNumber(base, windowsFrom(groups, first, 8, hasPlus ? 15 : 17), hasPlus ? 11 : 13);
  return window === null ? null : { window, reason: 'a telephone number with its country' };
}

function nationalAt(base: string, groups: DigitGroups, first: number): FoundPhone | null {
  const start = groups.starts[first] as number;
  const before = base.slice(Math.max(0, start - 2), start);
  if (partOfAnother.test(before) || dateLike.test(base.slice(start, start + 12))) return null;
  const windows = windowsFrom(groups, first, 9, 12).filter(({ end }) => !/[a-z0-9_@]/.test(base.charAt(end)) && matchAt(notPhone, base, end) === null);
  if (base[start] === '0') {
    const window = wholeNumber(base, windows, 11);
    if (window !== null) return { window, reason: 'as long as a telephone number, with the zero of a trunk call' };
  }
  const from = opened(base, start);
  for (const window of windows.reverse()) {
    const written = base.slice(from, window.end);
    const form = forms.find(([expression]) => expression.test(written));
    if (form !== undefined) return { window, reason: `has the form of a telephone number (${form[1]})` };
  }
  return null;
} // prettier-ignore

/** With the plus and the bracket before the first digit. */
function opened(base: string, start: number): number {
  const before = /[+(][ (+]{0,2}$/.exec(base.slice(Math.max(0, start - 3), start));
  return before === null ? start : start - before[0].length;
}

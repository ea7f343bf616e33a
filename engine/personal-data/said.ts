import { groupFrom, wholeNumber, windowsFrom, type DigitGroups } from './digit-chains.ts';
import { matchAt, sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import type { PersonalDataClass } from './personal-data.ts';
import * as words from './said-words.ts';

/** A word that says what comes after it, and what may come. */
interface Said {
  class: PersonalDataClass;
  words: RegExp;
  value: (text: FoldedText, groups: DigitGroups, at: number) => [start: number, end: number] | null;
  reason: string;
}

const before = '(?<![\\p{L}\\p{N}_@#])';
const after = '(?![\\p{L}\\p{N}_])';
const wordsOf = (alternatives: string) => new RegExp(`${before}(?:${alternatives})${after}`, 'gu');
const digitsOf =
  (least: number, enough: number, most: number) =>
  ({ base }: FoldedText, groups: DigitGroups, at: number): [number, number] | null => {
    const start = valueStart(base, at);
    const first = groupFrom(groups, start);
    const from = groups.starts[first];
    if (from === undefined || from - start > 2 || !/^[+( ]{0,2}$/.test(base.slice(start, from))) return null;
    const windows = windowsFrom(groups, first, least, most).filter(({ end }) => !/[a-z]/.test(base.charAt(end)));
    const window = wholeNumber(base, windows, base.startsWith('00', from) ? 13 : enough);
    return window === null ? null : [start, window.end];
  };

const thing = `(?:${words.customerThings})`;
const customer = `(?:${words.numberWords})(?: (?:de|di|do|da|del|della|du|d|of)){0,1}(?: (?:la|el|il|le|mi|mon|meu|minha|my))? ${thing}|${thing}(?: [\\p{L}]{3,14})?[ -]{0,2}(?:${words.numberWords})|${words.customerWords}|${thing}(?= {0,2}# ?[a-z]{0,3}[0-9])`;

const rules: readonly Said[] = [
  { class: 'card', words: wordsOf(words.cardWords), value: digitsOf(12, 15, 19), reason: 'said to be a card number' },
  { class: 'phone', words: wordsOf(words.phoneWords), value: digitsOf(6, 9, 15), reason: 'said to be a telephone number' },
  { class: 'account', words: wordsOf(words.accountWords), value: digitsOf(5, 5, 26), reason: 'said to be a bank account' },
  { class: 'national-id', words: wordsOf(words.nationalIdWords), value: idAt, reason: 'said to be a number of a document or register' },
  { class: 'customer-number', words: wordsOf(customer), value: numberAt, reason: 'said to be the number of a customer, an order or the like' },
  { class: 'customer-number', words: wordsOf(thing), value: longNumberAt, reason: 'a number beside the word for an order, a contract or the like' },
  { class: 'credential', words: wordsOf(words.pinWords), value: pinAt, reason: 'said to be a code or PIN' },
  { class: 'plate', words: wordsOf(words.plateWords), value: plateAt, reason: 'said to be the plate of a vehicle' },
  { class: 'plate', words: wordsOf(words.vehicleWords), value: capitalPlateAt, reason: 'has the form of a plate, beside the word for a vehicle' },
  { class: 'network', words: wordsOf(words.deviceWords), value: numberAt, reason: 'said to be the number of a device' },
]; // prettier-ignore

/** What a word before it says it is, whatever its check digits: mistyped numbers identify as well. */
export function findSaid(text: FoldedText, groups: DigitGroups): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const match of text.base.matchAll(rule.words)) {
      const place = rule.value(text, groups, match.index + match[0].length);
      if (place === null) continue;
      findings.push({ class: rule.class, start: place[0], end: place[1], sure: sureness.said, reason: rule.reason });
    }
  }
  return findings;
}

const step = new RegExp(`[ \\n\\t:=#"'(.,/°>-]{1,3}|(?:${words.connectors})(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])`, 'uy');
/** Signs and small words between the word and its value; more than these belong to another thought. */
const mostSteps = 12;

/** Where the value begins: after signs and small words, at most a few. */
export function valueStart(base: string, at: number): number {
  let start = at;
  for (let steps = 0; steps < mostSteps; steps++) {
    const match = matchAt(step, base, start);
    if (match === null) break;
    start += match[0].length;
  }
  return start;
}

const numberValue = /[a-z0-9][a-z0-9._/-]{0,38}[a-z0-9]/y;
const moreDigits = /[ ]{1,2}[0-9][0-9.-]{1,10}(?![a-z0-9])/y;

/** A word with at least three digits, or capitals and digits mixed; with the groups of digits after it. */
function numberAt({ base }: FoldedText, _: DigitGroups, at: number): [number, number] | null {
  const start = valueStart(base, at);
  const [value] = matchAt(numberValue, base, start) ?? [];
  if (value === undefined || (value.match(/[0-9]/g)?.length ?? 0) < 2 || value.length < 4) return null;
  let end = start + value.length;
  for (let more = 0; more < 5; more++) {
    const [group] = matchAt(moreDigits, base, end) ?? [];
    if (group === undefined || !/^[0-9.-]+$/.test(value)) break;
    end += group.length;
  }
  return [start, end];
}

const longNumber =
  / {1,2}#?((?:[a-z]{1,4}[-/]?)?[0-9][0-9./-]{3,28}[0-9])(?![0-9a-z]|,[0-9]| ?(?:€|eur|euro|dollar|pound|usd|gbp|km|stuck|units|pieces|items|%))/y;

/** At least five digits directly after the thing itself: `order 1234567`. */
function longNumberAt({ base }: FoldedText, _: DigitGroups, at: number): [number, number] | null {
  const found = matchAt(longNumber, base, at);
  const value = found?.[1] ?? '';
  if (found === null || value.replace(/[^0-9]/g, '').length < 5 || isDate.test(value)) return null;
  return [at + found[0].length - value.length, at + found[0].length];
}
const isDate = /^(?:[0-3]?[0-9][./-][01]?[0-9][./-](?:20)?[0-9]{2}|20[0-9]{2}[./-][01][0-9][./-][0-3][0-9])$/;

const idWord = /[a-z0-9]{1,20}/y;
const mostIdSigns = 20;

/** Words with digits, and short ones of capitals or single letters between them. */
function idAt({ plain, base }: FoldedText, _: DigitGroups, at: number): [number, number] | null {
  const start = valueStart(base, at);
  let end = start;
  let written = '';
  let next = start;
  while (written.length < mostIdSigns) {
    const [word] = matchAt(idWord, base, next) ?? [];
    if (word === undefined || /[a-z]{7}/.test(word)) break;
    const isCapital = plain.slice(next, next + word.length) === word.toUpperCase() && word.length <= 6;
    if (!/[0-9]/.test(word) && word.length > 1 && !isCapital) break;
    written += word;
    next += word.length;
    if (/[0-9]/.test(word) || (/[0-9]/.test(written) && isCapital)) end = next;
    const gap = /^[ .\-/\n]{1,3}(?=[a-z0-9])/.exec(base.slice(next, next + 4));
    if (gap === null) break;
    next += gap[0].length;
  }
  return (written.match(/[0-9]/g)?.length ?? 0) >= 5 && end - start >= 6 ? [start, end] : null;
}

const pinValue = /[0-9](?:[ -]?[0-9]){2,7}(?![0-9a-z]|[.,:][0-9]| ?(?:€|eur|euro|usd|%|°|uhr|min|stunden|hours|minut|times|mal|fois|veces|volte|vezes))/y; // prettier-ignore
const otherCode =
  /(?:post(?:al)?|zip|error|fehler|erreur|promo\w{0,8}|discount|rabatt|gutschein|voucher|article|artikel|country|area|color|colour) $/;

function pinAt({ base }: FoldedText, _: DigitGroups, at: number): [number, number] | null {
  const start = valueStart(base, at);
  const [value] = matchAt(pinValue, base, start) ?? [];
  if (value === undefined || otherCode.test(base.slice(Math.max(0, start - 24), start))) return null;
  return [start, start + value.length];
}

const capitalPlate =
  /^[ ,:("]{1,3}(?:[A-Z]{1,3}[- ][A-Z]{1,2} ?[0-9]{1,4}[EH]?|[A-Z]{2}[- ][0-9]{2,3}[- ][A-Z]{2}|[A-Z]{2}[0-9]{2} ?[A-Z]{3}|[0-9]{4} ?[A-Z]{3}|[A-Z]{3}[0-9][A-Z0-9][0-9]{2})(?![\p{L}\p{N}])/u;

/** Beside the word for a vehicle alone: in capitals, in the form of one of the countries. */
function capitalPlateAt({ plain }: FoldedText, _: DigitGroups, at: number): [number, number] | null {
  const [found] = capitalPlate.exec(plain.slice(at, at + 16)) ?? [];
  return found === undefined ? null : [at + (/^[ ,:("]+/.exec(found)?.[0].length ?? 0), at + found.length];
}

const plateValue = /[a-z]{1,3}[ -]{0,2}[a-z]{0,2}[ -]{0,2}[0-9]{1,4}[ -]?[a-z]{0,3}(?:[ -]?[0-9]{1,2})?(?![a-z0-9])|[0-9]{4} ?[a-z]{3}(?![a-z0-9])|[a-z]{2}[ -][0-9]{2}[ -][a-z]{2}(?![a-z0-9])/y; // prettier-ignore

function plateAt({ base }: FoldedText, _: DigitGroups, at: number): [number, number] | null {
  // Small words are beginnings of plates as well: `MI 123 AB`.
  for (let [start, steps] = [at, 0]; steps < mostSteps; steps++) {
    const [value] = matchAt(plateValue, base, start) ?? [];
    if (value !== undefined && value.length >= 5) return [start, start + value.length];
    const [skipped] = matchAt(step, base, start) ?? [];
    if (skipped === undefined) return null;
    start += skipped.length;
  }
  return null;
}

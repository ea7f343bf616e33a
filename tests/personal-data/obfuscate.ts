import { grouped } from './planted-numbers.ts';
import type { Slot } from './planted-values.ts';
import type { Dice, Language } from './planting.ts';

const atWords: Readonly<Record<Language, readonly string[]>> = {
  en: [' at ', '(at)', ' [at] '],
  de: ['(at)', ' at ', ' ät '],
  fr: [' arobase ', '(at)', ' [at] '],
  es: [' arroba ', '(arroba)', '(at)'],
  it: [' chiocciola ', '(at)', '[at]'],
  pt: [' arroba ', '(at)', ' [arroba] '],
};
const dotWords: Readonly<Record<Language, string>> = { en: ' dot ', de: ' punkt ', fr: ' point ', es: ' punto ', it: ' punto ', pt: ' ponto ' }; // prettier-ignore

const numbers: ReadonlySet<Slot> = new Set(['phone', 'card', 'iban', 'nationalId']);
const people: ReadonlySet<Slot> = new Set(['name', 'given', 'family']);

/** A value as somebody writes it who evades filters, dictates, or copies from a badly laid out page. */
export function obfuscated(slot: Slot, value: string, language: Language, dice: Dice): string {
  if (slot === 'email') return obfuscatedEmail(value, language, dice);
  if (numbers.has(slot)) {
    return dice.pick([
      () => fullWidth(value),
      () => zeroWidth(value, dice),
      () => [...value.replace(/[ -]/g, '')].join(' '),
      () => value.replace(/ /g, '\u00a0'),
      () => value.replace(/ /g, '.'),
      () => broken(value, dice),
      () => grouped(value.replace(/[ -]/g, ''), Array<number>(12).fill(4), '  '),
    ])();
  }
  if (people.has(slot)) return dice.pick([value.toUpperCase(), zeroWidth(value, dice), value.normalize('NFD')]);
  if (slot === 'address') return dice.pick([value.toUpperCase(), value.replaceAll(', ', '\n'), zeroWidth(value, dice)]);
  return dice.chance(0.5) ? zeroWidth(value, dice) : value;
}

function obfuscatedEmail(email: string, language: Language, dice: Dice): string {
  const [local = '', domain = ''] = email.split('@');
  const dot = dotWords[language];
  return dice.pick([
    () => `${local}${dice.pick(atWords[language])}${domain.replaceAll('.', dot)}`,
    () => `${local.replaceAll('.', dot)}${dice.pick(atWords[language].slice(0, 2))}${domain.replaceAll('.', dot)}`,
    () => `${local} (at) ${domain}`,
    () => `${local} @ ${domain}`,
    () => `${local}@${domain.replaceAll('.', ' . ')}`,
    () => fullWidth(email),
    () => zeroWidth(email, dice),
    () => email.toUpperCase(),
  ])();
}

function fullWidth(text: string): string {
  return text.replace(/[0-9@]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function zeroWidth(text: string, dice: Dice): string {
  const at = dice.between(1, Math.max(1, text.length - 1));
  return `${text.slice(0, at)}${dice.pick(['\u200b', '\u200d', '\u00ad', '\ufeff', '\u2060'])}${text.slice(at)}`;
}

/** A line break at one of the gaps, or in the middle where there is none. */
function broken(text: string, dice: Dice): string {
  const gaps = [...text.matchAll(/[ -]/g)].map(({ index }) => index);
  if (gaps.length === 0) return `${text.slice(0, text.length >> 1)}\n${text.slice(text.length >> 1)}`;
  const at = dice.pick(gaps);
  return `${text.slice(0, at)}\n${text.slice(at + 1)}`;
}

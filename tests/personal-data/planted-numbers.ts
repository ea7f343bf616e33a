import { luhnDigit, modulus97, weighted, type Weights } from './check-digits-of.ts';
import type { Dice, Language } from './planting.ts';

/** Numbers of persons in the form that their country writes, with right check digits. */

export function cardOf(dice: Dice): string {
  const [start, length] = dice.pick([['4', 16], ['4', 16], ['51', 16], ['55', 16], ['2221', 16], ['37', 15], ['34', 15], ['36', 14], ['6011', 16], ['3530', 16]] as const);
  const body = start + dice.digits(length - start.length - 1, '');
  const card = body + luhnDigit(body);
  const groups = length === 15 ? [4, 6, 5] : length === 14 ? [4, 6, 4] : [4, 4, 4, 4];
  return dice.chance(0.3) ? card : grouped(card, groups, dice.pick([' ', ' ', '-']));
} // prettier-ignore

/** The country's letters and the form of what follows the check digits: digits (n) and capitals (a). */
const ibans: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  en: [['GB', 'aaaannnnnnnnnnnnnn'], ['IE', 'aaaannnnnnnnnnnnnn']],
  de: [['DE', 'n'.repeat(18)], ['AT', 'n'.repeat(16)], ['CH', 'n'.repeat(17)]],
  fr: [['FR', 'n'.repeat(23)], ['BE', 'n'.repeat(12)], ['LU', 'n'.repeat(16)]],
  es: [['ES', 'n'.repeat(20)]],
  it: [['IT', `a${'n'.repeat(22)}`]],
  pt: [['PT', 'n'.repeat(21)], ['BR', `${'n'.repeat(23)}an`]],
}; // prettier-ignore

export function ibanOf(language: Language, dice: Dice): string {
  const [country, form] = dice.pick(ibans[language]);
  const body = [...form].map((kind) => (kind === 'n' ? dice.digits(1, '') : dice.letters(1, 'ABCDEFGHKLMN'))).join('');
  const check = String(98 - modulus97(`${body}${country}00`)).padStart(2, '0');
  const iban = `${country}${check}${body}`;
  return dice.pick([iban, grouped(iban, Array<number>(9).fill(4), ' '), grouped(iban, Array<number>(9).fill(4), ' ').toLowerCase()]);
} // prettier-ignore

export function nationalIdOf(language: Language, dice: Dice): string {
  switch (language) {
    case 'en':
      return dice.chance(0.5)
        ? grouped(`${dice.pick(['AB', 'JK', 'SM'])}${dice.digits(6)}C`, [2, 2, 2, 2, 1], dice.pick([' ', '']))
        : `${dice.between(100, 665)}-${dice.between(10, 99)}-${dice.between(1000, 9999)}`;
    case 'de':
      return taxIdOf(dice);
    case 'fr':
      return nirOf(dice);
    case 'es': {
      const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';
      const number = dice.digits(8);
      const dni = `${number}${dice.pick(['', '', '-'])}${letters.charAt(Number(number) % 23)}`;
      const rest = dice.digits(7);
      return dice.chance(0.6) ? dni : `X${dice.pick(['', '-'])}${rest}${dice.pick(['', '-'])}${letters.charAt(Number(rest) % 23)}`;
    }
    case 'it':
      return codiceFiscaleOf(dice);
    case 'pt':
      return dice.chance(0.5) ? cpfOf(dice) : nifOf(dice);
  }
} // prettier-ignore

/** Ten digits of which one comes twice, and a check digit. */
function taxIdOf(dice: Dice): string {
  const pool = [...'123456789'].sort(() => dice.roll() - 0.5);
  const ten = [...pool, pool[4] as string].join('').slice(0, 10);
  let product = 10;
  for (const digit of ten) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  const id = `${ten}${(11 - product) % 10}`;
  return dice.chance(0.5) ? id : grouped(id, [2, 3, 3, 3], ' ');
}

function nirOf(dice: Dice): string {
  const month = String(dice.between(1, 12)).padStart(2, '0');
  const body = `${dice.between(1, 2)}${dice.between(30, 99)}${month}${dice.between(10, 19)}${dice.digits(6)}`;
  const id = `${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
  return dice.chance(0.4) ? id : grouped(id, [1, 2, 2, 2, 3, 3, 2], ' ');
}

function codiceFiscaleOf(dice: Dice): string {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  const upper = 'BCDFGLMNPRST';
  const body = `${dice.letters(6, upper)}${dice.between(30, 99)}${dice.letters(1, 'ABCDEHLMPRST')}${dice.between(10, 31)}${dice.letters(1, upper)}${dice.digits(3)}`;
  let sum = 0;
  [...body].forEach((letter, index) => {
    const value = parseInt(letter, 36);
    const place = value > 9 ? value - 10 : value;
    sum += index % 2 === 0 ? (odd[place] as number) : place;
  });
  const id = body + String.fromCharCode(65 + (sum % 26));
  return dice.pick([id, id, id.toLowerCase(), grouped(id, [3, 3, 5, 5], ' ')]);
}

function cpfOf(dice: Dice): string {
  const nine = dice.digits(9);
  const digit = (text: string, weights: Weights) => {
    const rest = weighted(text, weights) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  const ten = `${nine}${digit(nine, [10, 9, 8, 7, 6, 5, 4, 3, 2])}`;
  const id = `${ten}${digit(ten, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])}`;
  return dice.chance(0.3) ? id : `${id.slice(0, 3)}.${id.slice(3, 6)}.${id.slice(6, 9)}-${id.slice(9)}`;
}

function nifOf(dice: Dice): string {
  const eight = `${dice.pick([1, 2, 3])}${dice.digits(7)}`;
  const rest = weighted(eight, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  const id = `${eight}${rest < 2 ? 0 : 11 - rest}`;
  return dice.chance(0.6) ? id : grouped(id, [3, 3, 3], ' ');
}

export function phoneOf(language: Language, dice: Dice): string {
  const d = (count: number) => dice.digits(count);
  switch (language) {
    case 'en':
      return dice.pick([`+44 20 7${d(3)} ${d(4)}`, `07${d(3)} ${d(6)}`, `07${d(3)}${d(6)}`, `020 7${d(3)} ${d(4)}`, `(${d(1)}12) 555-${d(4)}`, `${d(1)}15-555-${d(4)}`, `+1 ${d(1)}12 555 ${d(4)}`, `+1.${d(1)}12.555.${d(4)}`]);
    case 'de':
      return dice.pick([`+49 170 ${d(7)}`, `0170/${d(7)}`, `0171 ${d(3)} ${d(4)}`, `+49 (0)30 ${d(6)}`, `030-${d(7)}`, `0049 89 ${d(6)}`, `(040) ${d(3)} ${d(3)}`, `0151${d(8)}`]);
    case 'fr':
      return dice.pick([`06 ${d(2)} ${d(2)} ${d(2)} ${d(2)}`, `06.${d(2)}.${d(2)}.${d(2)}.${d(2)}`, `01${d(8)}`, `+33 6 ${d(2)} ${d(2)} ${d(2)} ${d(2)}`, `+33 (0)7 ${d(2)} ${d(2)} ${d(2)} ${d(2)}`, `0033 1 ${d(2)} ${d(2)} ${d(2)} ${d(2)}`]);
    case 'es':
      return dice.pick([`6${d(2)} ${d(3)} ${d(3)}`, `6${d(2)} ${d(2)} ${d(2)} ${d(2)}`, `+34 6${d(2)} ${d(3)} ${d(3)}`, `91 ${d(3)} ${d(2)} ${d(2)}`, `6${d(8)}`, `0034 93 ${d(7)}`]);
    case 'it':
      return dice.pick([`347 ${d(7)}`, `333 ${d(3)} ${d(4)}`, `+39 02 ${d(4)} ${d(4)}`, `06 ${d(8)}`, `+39 347${d(7)}`, `02/${d(7)}`, `347${d(7)}`]);
    case 'pt':
      return dice.pick([`91${d(1)} ${d(3)} ${d(3)}`, `+351 96${d(1)} ${d(3)} ${d(3)}`, `(11) 9${d(4)}-${d(4)}`, `+55 21 9${d(4)}-${d(4)}`, `21 ${d(3)} ${d(2)} ${d(2)}`, `93${d(7)}`]);
  }
} // prettier-ignore

/** Cuts into groups of these lengths. */
export function grouped(text: string, lengths: readonly number[], mark: string): string {
  const groups: string[] = [];
  let at = 0;
  for (const length of lengths) {
    if (at < text.length) groups.push(text.slice(at, at + length));
    at += length;
  }
  return groups.join(mark);
}

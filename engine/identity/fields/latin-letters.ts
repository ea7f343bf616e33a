import { transliterate } from './transliterate.ts';

/** Letters that do not come apart into a base letter and a mark. */
const special: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't', ĸ: 'k', ŋ: 'n',
  ə: 'a', ƒ: 'f', ɓ: 'b', ɗ: 'd', ɛ: 'e', ɔ: 'o', ƙ: 'k', ƴ: 'y', ŀ: 'l', ĳ: 'ij', ſ: 's', ʻ: '', ʼ: '', ʹ: '', ʺ: '',
}; // prettier-ignore
const specialLetters = new RegExp(`[${Object.keys(special).join('')}]`, 'gu');

/** Marks on Latin, Cyrillic and Greek letters, and the vowel signs that Arabic and Hebrew may leave out. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]|\u0640/g;
const ascii = /^[\x20-\x7e]*$/;

/** Where ä, ö and ü are written ae, oe and ue when they cannot be typed. */
const umlautRegions: ReadonlySet<string> = new Set(['DE', 'AT', 'CH', 'LI']);
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/**
 * Lower case in Latin base letters: marks removed, special letters spelled out, Cyrillic and Greek transliterated; letters of
 * other scripts stay.
 * @param text in form NFKC
 * @param region DE, AT, CH, LI write ä as ae; elsewhere the mark is dropped
 * @example latinLetters('Łukasz Müller-Straße') // 'lukasz muller-strasse'
 * @example latinLetters('Müller', 'DE') // 'mueller'
 * @source Unicode Standard Annex 15 (decomposition); ICAO Doc 9303 part 3, section 6 (special letters)
 */
export function latinLetters(text: string, region?: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  let letters = text.toLowerCase().normalize('NFC');
  if (region !== undefined && umlautRegions.has(region)) {
    letters = letters.replace(/[äöü]/g, (letter) => umlauts[letter] as string);
  }
  letters = transliterate(letters)
    .normalize('NFD')
    .replace(marks, '')
    .replace(specialLetters, (letter) => special[letter] as string);
  return letters.normalize('NFKC');
}

import type { FullLanguage } from '../model/language.ts';

const ascii = /^[a-z0-9]*$/;
const marks = /\p{M}+/gu;
const split = /['’ʼ`´\-‐‑_/·.]+/u;

/**
 * The words that phrases are compared by: small letters without accents, parted at apostrophes and hyphens, so that `can't`,
 * `can’t`, `l'eau` and `E-Mail` have the same words however they are typed. In German `ä` equals `ae` and `a`.
 * @param text a token or a word of a phrase; no blanks
 * @returns no word for punctuation alone
 * @example foldWord("J’espère", 'fr') // ['j', 'espere']
 */
export function foldWord(text: string, language: FullLanguage): readonly string[] {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower === '' ? [] : [language === 'de' ? foldGerman(lower) : lower];
  return lower
    .split(split)
    .map((part) => foldPart(part, language))
    .filter((part) => part !== '');
}

function foldPart(part: string, language: FullLanguage): string {
  if (ascii.test(part)) return language === 'de' ? foldGerman(part) : part;
  const bare = part
    .normalize('NFD')
    .replace(marks, '')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o');
  const folded = language === 'de' ? foldGerman(bare) : bare;
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(folded) ? folded : '';
}

/** `ueber`, `über` and `uber` are one word. Vowels that belong together otherwise (`neue`) lose a letter on both sides alike. */
function foldGerman(word: string): string {
  return word.includes('e') ? word.replace(/([aou])e/g, '$1') : word;
}

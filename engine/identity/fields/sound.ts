import { latinLetters } from './latin-letters.ts';
import { familyNameCore } from './person-name.ts';
import { cutText } from './readable-text.ts';

/** Longest key. chosen: eight consonants tell names apart; a typing error behind them no longer matters. */
const maxLength = 8;

/**
 * How a name is said: its consonants, so that spellings of one sound fall together across English, German, Romance and
 * Slavic ways of writing. For blocking, not for judging: different names may share a key.
 *
 * Vowels count only at the beginning (all as `A`); doubled sounds once; particles (`von`, `de la`) and spaces not at all;
 * c/ck/k/q = K, s/z/sh/sch/ch/tz = S, v/w/f/ph = F, d/t/th/dt = T, g before e or i and j = J. Other scripts: the letters
 * themselves.
 * @param value a name, normalized or not
 * @returns up to eight characters; '' when there are no letters
 * @example soundOf('smith') === soundOf('smyth') // true
 * @example soundOf('schmidt') === soundOf('schmitt') // true
 * @source after Postel 1969 (Kölner Phonetik) and Philips 2000 (Double Metaphone), blended; chosen: one key per name
 */
export function soundOf(value: string): string {
  const letters = familyNameCore(latinLetters(value)).replace(/[^\p{L}\p{N}]/gu, '');
  if (!/^[a-z]/.test(letters)) return cutText(letters, maxLength);
  let key = '';
  let last = '';
  for (let at = 0; at < letters.length && key.length < maxLength;) {
    const [sound, length] = soundAt(letters, at);
    for (const code of sound) {
      if (code === 'A' ? at === 0 : code !== last) key += code;
      last = code;
    }
    at += length;
  }
  return key.slice(0, maxLength);
}

/** Letters that are spelled together; the longest that fits comes first. `A`: a vowel; '': silent. */
const together: readonly (readonly [RegExp, string])[] = [
  [/^(?:tsch|dsch|schtsch)/, 'S'],
  [/^sch/, 'S'],
  [/^(?:tch|tsh|shch)/, 'S'],
  [/^chr/, 'KR'],
  [/^ch(?=[lnt]|ae|ai|ol)/, 'K'],
  [/^(?:ch|sh|cz|cs|sz|ts|tz|zh|ss|zz|tx|dz)/, 'S'],
  [/^(?:ph|pf)/, 'F'],
  [/^(?:th|dt|td)/, 'T'],
  [/^sc(?=[eiy])/, 'S'],
  [/^dg(?=[eiy])/, 'J'],
  [/^dj/, 'J'],
  [/^gu(?=[ei])/, 'K'],
  [/^gg/, 'K'],
  [/^(?:ck|cq|cc(?![eiy]))/, 'K'],
  [/^x/, 'KS'],
];

function soundAt(letters: string, at: number): readonly [sound: string, length: number] {
  const letter = letters.charAt(at);
  const next = letters.charAt(at + 1);
  if (isVowel(letter)) return vowelAt(letters, at);
  const atStart = at === 0 ? startOf(letters) : null;
  if (atStart !== null) return atStart;
  if (letter === 'g' && next === 'h') return [isVowel(letters.charAt(at + 2)) && at === 0 ? 'K' : '', 2];
  if (next !== '' && 'cdgpstxz'.includes(letter)) {
    const few = letters.slice(at, at + 7);
    for (const [spelling, sound] of together) {
      const match = spelling.exec(few);
      if (match !== null) return [sound, match[0].length];
    }
  }
  return [single(letters, at), 1];
}

function vowelAt(letters: string, at: number): readonly [string, number] {
  const isConsonant = letters.charAt(at) === 'y' && at === 0 && isVowel(letters.charAt(1));
  return [isConsonant ? 'J' : 'A', 1];
}

/** Silent or unusual letters that begin a name. */
function startOf(letters: string): readonly [string, number] | null {
  if (/^(?:kn|gn|pn)/.test(letters)) return ['N', 2];
  if (letters.startsWith('wr')) return ['R', 2];
  if (letters.startsWith('ps')) return ['S', 2];
  if (letters.startsWith('x')) return ['S', 1];
  if (/^mc/.test(letters)) return letters.charAt(2) === 'k' ? ['M', 2] : ['MK', 2];
  return letters.charAt(0) === 'h' ? ['H', 1] : null;
}

function single(letters: string, at: number): string {
  const letter = letters.charAt(at);
  const next = letters.charAt(at + 1);
  switch (letter) {
    case 'c':
      return isSoft(next) ? 'S' : 'K';
    case 'g':
      return isSoft(next) ? 'J' : 'K';
    case 'k':
    case 'q':
      return 'K';
    case 's':
    case 'z':
      return 'S';
    case 'd':
    case 't':
      return 'T';
    case 'f':
    case 'v':
      return 'F';
    case 'w':
      return at === 0 || isVowel(next) ? 'F' : 'A';
    case 'j':
      return at > 0 && next === 'a' && at + 2 === letters.length ? 'A' : 'J';
    case 'h':
      return '';
    case 'b':
      return at > 0 && next === '' && letters.charAt(at - 1) === 'm' ? '' : 'B';
    default:
      return letter.toUpperCase();
  }
}

function isVowel(letter: string): boolean {
  return letter !== '' && 'aeiouy'.includes(letter);
}
function isSoft(letter: string): boolean {
  return letter === 'e' || letter === 'i' || letter === 'y';
}

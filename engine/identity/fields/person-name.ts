import { latinLetters } from './latin-letters.ts';
import { ambiguousSuffixes, ambiguousTitles, bornAs, nameParticles, nameSuffixes, titles } from './name-words.ts';
import { noted, type FieldReading } from './normalized-field.ts';
import { isPlaceholderName } from './placeholders.ts';

const apostrophes = /['’‘`´ʼʹʻ′]/g;
const notInNames = /[^\p{L}\p{M}\p{N} ]+/gu;
const nickname = /\([^()]*\)|"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»/g;
const simpleName = /^[a-z]+$/;

/** Lower-case letters and single spaces, hyphens opened, apostrophes and dots gone: `Jean-Pierre` is `jean pierre`. */
export function nameLetters(text: string, steps: string[], region?: string): string {
  if (simpleName.test(text)) return text;
  const small = noted(text, text.toLowerCase(), 'lower case', steps);
  const letters = noted(
    small,
    latinLetters(small, region),
    'accents and special letters written in base letters',
    steps,
  );
  const clean = letters.replace(apostrophes, '').replace(notInNames, ' ').replace(/ +/g, ' ').trim();
  return noted(letters, clean, 'hyphens, apostrophes and dots removed', steps);
}

/** A name without the pet name that stands in brackets or quotes within it; alone it stays. */
export function withoutNickname(text: string, steps: string[]): string {
  if (!/["(“„«]/.test(text)) return text;
  const rest = text.replace(nickname, ' ').replace(/ +/g, ' ').trim();
  return /\p{L}/u.test(rest) ? noted(text, rest, 'name in brackets or quotes left out', steps) : text;
}

/**
 * Words without titles before and suffixes after them. One word stays, whatever it is.
 * @param dotted lower-case words that were written with a dot, which makes an ambiguous title certain
 */
export function withoutTitles(tokens: readonly string[], dotted: ReadonlySet<string>, steps: string[]): string[] {
  let start = 0;
  let end = tokens.length;
  while (end - start > 1 && isTitle(tokens[start] as string, end - start, dotted)) start++;
  if (start > 0) steps.push('title left out');
  const withoutTitle = start;
  while (end - start > 1 && isSuffix(tokens[end - 1] as string, end - start, dotted)) end--;
  if (end < tokens.length) steps.push('suffix such as "junior" or a degree left out');
  return tokens.slice(withoutTitle, end);
}

function isTitle(word: string, count: number, dotted: ReadonlySet<string>): boolean {
  return titles.has(word) && (!ambiguousTitles.has(word) || count > 2 || (dotted.has(word) && word.length > 1));
}

function isSuffix(word: string, count: number, dotted: ReadonlySet<string>): boolean {
  return nameSuffixes.has(word) && (!ambiguousSuffixes.has(word) || count > 2 || dotted.has(word));
}

/** Words directly followed by a dot, in base letters. */
export function dottedWords(text: string): ReadonlySet<string> {
  if (!text.includes('.')) return none;
  return new Set(Array.from(latinLetters(text).matchAll(/(\p{L}+)\./gu), (match) => match[1] as string));
}
const none: ReadonlySet<string> = new Set();

/**
 * One given name, or several.
 * @example readGivenName('Dr. Jean-Pierre', []) // { values: { given_name: 'jean pierre' } }
 * @example readGivenName('John A.', []) // { values: { given_name: 'john', middle_name: 'a' } }
 */
export function readGivenName(text: string, steps: string[], region?: string): FieldReading {
  const plain = withoutNickname(text, steps);
  const tokens = nameTokens(plain, steps, region);
  if (tokens === null) return { values: {}, problem: 'placeholder' };
  if (tokens.length === 0) return { values: {}, problem: 'unreadable' };
  const last = tokens.at(-1) as string;
  const isInitial = last.length === 1 && /\p{Lu}\.?$|\.$/u.test(plain);
  if (tokens.length > 1 && isInitial) {
    steps.push('initial at the end read as a middle name');
    return { values: { given_name: tokens.slice(0, -1).join(' '), middle_name: last } };
  }
  return { values: { given_name: tokens.join(' ') } };
}

/** Middle names or initials. */
export function readMiddleName(text: string, steps: string[], region?: string): FieldReading {
  return oneName('middle_name', nameTokens(withoutNickname(text, steps), steps, region));
}

/**
 * A family name with its particles; what follows "née" or "geb." is left out.
 * @example readFamilyName("O'Brien Jr.", []) // { values: { family_name: 'obrien' } }
 */
export function readFamilyName(text: string, steps: string[], region?: string): FieldReading {
  const tokens = nameTokens(withoutNickname(text, steps), steps, region);
  const born = tokens === null ? -1 : tokens.findIndex((word, index) => index > 0 && bornAs.has(word));
  if (tokens === null || born < 1 || born === tokens.length - 1) return oneName('family_name', tokens);
  steps.push('name at birth left out');
  return oneName('family_name', tokens.slice(0, born));
}

function oneName(feature: 'middle_name' | 'family_name', tokens: string[] | null): FieldReading {
  if (tokens === null) return { values: {}, problem: 'placeholder' };
  if (tokens.length === 0) return { values: {}, problem: 'unreadable' };
  return { values: { [feature]: tokens.join(' ') } };
}

/** null: the name stands for "unknown". */
function nameTokens(text: string, steps: string[], region: string | undefined): string[] | null {
  const letters = nameLetters(text, steps, region);
  if (isPlaceholderName(letters) || isPlaceholderName(text.toLowerCase())) return null;
  if (!/\p{L}/u.test(letters)) return [];
  const tokens = withoutTitles(letters.split(' '), dottedWords(text), steps);
  return isPlaceholderName(tokens.join(' ')) ? null : tokens;
}

/**
 * A family name without its particles, which are left out or joined at will: what two spellings share. One word stays.
 * @param name normalized
 * @example familyNameCore('von der heide') // 'heide'
 * @example familyNameCore('garcia y perez') // 'garcia perez'
 */
export function familyNameCore(name: string): string {
  if (!name.includes(' ')) return name;
  const core = name.split(' ').filter((word) => !nameParticles.has(word));
  return core.length === 0 ? name : core.join(' ');
}

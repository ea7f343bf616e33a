import { latinLetters } from './latin-letters.ts';
import { legalFormAt } from './legal-forms.ts';
import { noted, type FieldReading } from './normalized-field.ts';
import { isPlaceholderName } from './placeholders.ts';

/** "And" in the languages of the legal forms, where it joins two words. */
const and: ReadonlySet<string> = new Set('and und et e y en og och i ja'.split(' '));

/**
 * A company's name in words, without its legal form: what is behind `GmbH`, `Ltd`, `S.p.A.`, `& Co. KG` left out, `&` and
 * `und` written `and`. A name that is nothing but a form stays.
 * @example readCompany('Müller & Söhne GmbH & Co. KG', [], 'DE') // { values: { company: 'mueller and soehne' } }
 * @source ISO 20275 (entity legal forms), GLEIF list, abbreviations of the main countries
 */
export function readCompany(text: string, steps: string[], region?: string): FieldReading {
  if (isPlaceholderName(text.toLowerCase())) return { values: {}, problem: 'placeholder' };
  const company = noted(text, withoutBranch(text, region), 'place of the office left out', steps);
  const letters = noted(company, companyLetters(company, region), 'lower case, base letters, no signs', steps);
  if (letters === '') return { values: {}, problem: 'unreadable' };
  const words = letters
    .split(' ')
    .map((word, index, all) => (index > 0 && index < all.length - 1 && and.has(word) ? 'and' : word));
  const joined = noted(letters, words.join(' '), '"and" written in one way', steps);
  const bare = noted(joined, withoutLegalForm(words).join(' '), 'legal form left out', steps);
  return isPlaceholderName(bare) ? { values: {}, problem: 'placeholder' } : { values: { company: bare } };
}

/** Behind it stands which of its offices it is. */
const branchWords =
  /[\s,(–-]+(?:zweigniederlassung|niederlassung|zweigstelle|filiale|standort|succursale|agence|filial|branch(?: office)?|sede di|sucursal|vestiging)\b.*$/iu;

/**
 * The company, without the place of its office: what follows `Niederlassung` and the like, or a legal form and a comma.
 * @example withoutBranch('Keller GmbH, Niederlassung Köln') // 'Keller GmbH'
 */
function withoutBranch(text: string, region: string | undefined): string {
  const named = text.replace(branchWords, '');
  const whole = named.trim() === '' ? text : named;
  const comma = whole.indexOf(', ');
  if (comma < 0) return whole;
  const words = companyLetters(whole.slice(0, comma), region).split(' ');
  return endOf(words) > 0 ? whole.slice(0, comma) : whole;
}

/** Written without a space before or behind the name. */
const eastAsianForms = /株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|유한회사/g;

/** Dotted abbreviations closed (`S.p.A.` is `spa`), everything but letters and digits as a space. */
function companyLetters(text: string, region: string | undefined): string {
  return latinLetters(text, region)
    .replace(/\b(?:\p{L}\.\s?){2,}(?:\p{L}(?![\p{L}]))?/gu, (dotted) => ` ${dotted.replace(/[.\s]/g, '')} `)
    .replace(/(\p{L})\/(\p{L})(?![\p{L}])/gu, '$1$2')
    .replace(eastAsianForms, ' $& ')
    .replace(/[&+]/g, ' and ')
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Forms at the end, and at the beginning where they stand there (`株式会社`, `SARL Dupont`, `PT`), as long as a word is left. */
function withoutLegalForm(words: readonly string[]): readonly string[] {
  let rest = words[0] === 'the' && words.length > 1 ? words.slice(1) : words;
  for (let length = endOf(rest); length > 0; length = endOf(rest)) rest = rest.slice(0, -length);
  const first = rest.length > 1 ? legalFormAt(rest, 0, 'start') : 0;
  return first > 0 && first < rest.length ? rest.slice(first) : rest;
}

/** How many words at the end are a legal form; 0: none, or nothing would be left. */
function endOf(words: readonly string[]): number {
  for (let length = Math.min(6, words.length - 1); length > 0; length--) {
    if (legalFormAt(words, words.length - length, 'end') === length) return length;
  }
  return 0;
}

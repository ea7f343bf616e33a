import { isGivenName } from './nicknames.ts';
import { coupleWords, familyBegins, nameSuffixes } from './name-words.ts';
import { noted, type FieldReading } from './normalized-field.ts';
import { dottedWords, nameLetters, withoutNickname, withoutTitles } from './person-name.ts';
import { isPlaceholder, isPlaceholderName } from './placeholders.ts';
import { endsInTwoFamilyNames } from './spanish-names.ts';

/** Countries that write the family name first. */
const familyFirst: ReadonlySet<string> = new Set(['HU', 'CN', 'TW', 'HK', 'KR', 'KP', 'VN']);
const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々 ]+$/u;

/**
 * A full name taken apart into given, middle and family name: `Smith, John A.`, `Dr John A. Smith Jr`, `SMITH John`,
 * `Ludwig van Beethoven`, `María José García Pérez`.
 * @param region ES, MX and the like: two family names; HU, CN, KR, VN: the family name first
 */
export function readFullName(text: string, steps: string[], region?: string): FieldReading {
  const plain = withoutNickname(text, steps);
  const whole = nameLetters(plain, [], region);
  if (isPlaceholder(text.toLowerCase()) || isPlaceholderName(whole)) return { values: {}, problem: 'placeholder' };
  if (!/\p{L}/u.test(whole)) return { values: {}, problem: 'unreadable' };
  if (eastAsian.test(plain)) return eastAsianName(plain, steps);
  const segments = withoutSuffixSegments(
    plain
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    steps,
  );
  const dotted = dottedWords(plain);
  if (segments.length > 1) return commaName(segments, dotted, steps, region);
  const written = (segments[0] ?? plain)
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(/[ /]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const words = written.map((word) => nameLetters(word, [], region)).filter((word) => word !== '');
  if (words.slice(1, -1).some((word) => coupleWords.has(word)) || /&|\+/.test(plain)) {
    steps.push('two people in one name: not compared');
    return { values: {}, problem: 'unreadable' };
  }
  nameLetters(plain, steps, region);
  const kept = withoutTitles(words, dotted, steps);
  if (kept.length === 0) return { values: {}, problem: 'unreadable' };
  return inOrder(kept, familyInCapitals(written, kept, region), steps, region);
}

/** `Smith, John A.`; a third segment is ignored unless it is part of the given names. */
function commaName(
  segments: readonly string[],
  dotted: ReadonlySet<string>,
  steps: string[],
  region?: string,
): FieldReading {
  steps.push('comma: the family name comes first');
  const family = withoutTitles(nameLetters(segments[0] as string, steps, region).split(' '), dotted, steps);
  const rest = withoutTitles(nameLetters(segments.slice(1).join(' '), steps, region).split(' '), dotted, steps);
  // `Beethoven, Ludwig van`
  const tail: string[] = [];
  while (rest.length > 1 && familyBegins.has(rest.at(-1) as string)) tail.unshift(rest.pop() as string);
  return named(
    rest,
    [...tail, ...family].filter((word) => word !== ''),
  );
}

function withoutSuffixSegments(segments: readonly string[], steps: string[]): string[] {
  const kept = segments.filter((segment, index) => {
    const words = nameLetters(segment, []).split(' ');
    const joined = words.join('');
    return index === 0 || !(nameSuffixes.has(joined) || words.every((word) => nameSuffixes.has(word)));
  });
  if (kept.length < segments.length) steps.push('suffix such as "junior" or a degree left out');
  return kept;
}

/** `DUPONT Jean`: how many words at the beginning are the family name, because only they are in capitals; 0: none. */
function familyInCapitals(written: readonly string[], kept: readonly string[], region: string | undefined): number {
  const capital = written
    .filter((word) => kept.includes(nameLetters(word, [], region)))
    .map((word) => /^[\p{Lu}'’-]{2,}$/u.test(word));
  const count = capital.indexOf(false);
  return count > 0 && !capital.slice(count).includes(true) ? count : 0;
}

function inOrder(
  words: readonly string[],
  capitals: number,
  steps: string[],
  region: string | undefined,
): FieldReading {
  if (words.length === 1) {
    const [only = ''] = words;
    return { values: isGivenName(only) ? { given_name: only } : { family_name: only } };
  }
  if (capitals > 0) {
    steps.push('family name in capitals comes first');
    return named(words.slice(capitals), words.slice(0, capitals));
  }
  if (region !== undefined && familyFirst.has(region)) {
    steps.push('family name first, as the country writes it');
    return named(words.slice(1), words.slice(0, 1));
  }
  steps.push('taken apart into given and family name');
  return named(...splitBeforeFamily(words, region));
}

function splitBeforeFamily(words: readonly string[], region: string | undefined): [given: string[], family: string[]] {
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && familyBegins.has(word));
  const y = words.lastIndexOf('y');
  let start = particle > 0 ? particle : words.length - 1;
  if (endsInTwoFamilyNames(words, region) && start === words.length - 1) start = words.length - 2;
  if (particle < 0 && y > 1 && y === words.length - 2) start = y - 1;
  return [words.slice(0, start), words.slice(start)];
}

function named(given: readonly string[], family: readonly string[]): FieldReading {
  const [first = '', ...rest] = given.flatMap((word, index) => (index === 0 ? [word] : word.split(' ')));
  const values: FieldReading['values'] = {};
  if (first !== '') values.given_name = first;
  if (rest.length > 0) values.middle_name = rest.join(' ');
  if (family.length > 0) values.family_name = family.join(' ');
  return { values };
}

/** The family name first: before the space, or by its usual length. */
function eastAsianName(text: string, steps: string[]): FieldReading {
  const [first = '', ...rest] = text.split(' ');
  noted('', first, 'family name first, as East Asian names are written', steps);
  if (rest.length > 0) return { values: { family_name: first, given_name: rest.join('') } };
  const letters = Array.from(first);
  const isSplit = letters.length === 3 || (letters.length === 2 && /\p{Script=Hangul}/u.test(first));
  if (!isSplit) return { values: { family_name: first } };
  return { values: { family_name: letters[0] as string, given_name: letters.slice(1).join('') } };
}

import type { SeededRandom } from '../bench/seeded-random.ts';

const neighbours: Readonly<Record<string, string>> = {
  a: 'qsz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfe',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'kop',
  m: 'nj',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cbf',
  w: 'qes',
  x: 'zcs',
  y: 'tuh',
  z: 'xa',
};

/** Heard alike and written otherwise. */
const soundsAlike: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['ck', 'k'],
  ['ie', 'y'],
  ['ei', 'ie'],
  ['th', 't'],
  ['nn', 'n'],
  ['ll', 'l'],
  ['tt', 't'],
  ['ee', 'ea'],
  ['son', 'sen'],
  ['mann', 'man'],
  ['sch', 'sh'],
  ['c', 'k'],
  ['s', 'z'],
];

/** One slip of the fingers or of the ear; a text of one character stays as it is. */
export function withTypo(text: string, random: SeededRandom): string {
  if (text.length < 2) return text;
  const kind = random.next();
  if (kind < 0.2) {
    const [from, to] = random.pick(soundsAlike as [readonly [string, string]]);
    if (text.includes(from)) return text.replace(from, to);
  }
  // People seldom miss the first letter.
  const at = random.chance(0.08) ? 0 : 1 + random.below(text.length - 1);
  const letter = text[at] ?? '';
  if (kind < 0.45) return `${text.slice(0, at)}${text.slice(at + 1)}`;
  if (kind < 0.6) return `${text.slice(0, at)}${letter}${text.slice(at)}`;
  if (kind < 0.8) {
    const keys = neighbours[letter.toLowerCase()] ?? '0123456789';
    const key = keys[random.below(keys.length)] ?? '';
    return `${text.slice(0, at)}${letter === letter.toUpperCase() ? key.toUpperCase() : key}${text.slice(at + 1)}`;
  }
  return at + 1 < text.length
    ? `${text.slice(0, at)}${text[at + 1] ?? ''}${letter}${text.slice(at + 2)}`
    : text.slice(0, at);
}

/** A wrong digit; other characters stay. */
export function withWrongDigit(text: string, random: SeededRandom): string {
  const places = [...text].flatMap((character, at) => (character >= '0' && character <= '9' ? [at] : []));
  const at = places[random.below(places.length)];
  return at === undefined ? text : `${text.slice(0, at)}${random.below(10)}${text.slice(at + 1)}`;
}

/** `YYYY-MM-DD` as it is mistaken: day and month swapped, a digit, a day beside it, the first of January. */
export function mistakenDate(date: string, random: SeededRandom): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const kind = random.next();
  if (kind < 0.3 && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (kind < 0.5) return `${year}-${month}-${twoDigits(Math.min(28, Math.max(1, Number(day) + random.pick([-1, 1]))))}`;
  if (kind < 0.75) return `${Number(year) + random.pick([-1, 1, -10, 10])}-${month}-${day}`;
  if (kind < 0.9) return `${year}-${twoDigits(1 + random.below(12))}-${day}`;
  return `${year}-01-01`;
}

/** As typed in a hurry, or printed by an old system. */
export function otherCase(text: string, random: SeededRandom): string {
  return random.chance(0.5) ? text.toUpperCase() : text.toLowerCase();
}

export const twoDigits = (value: number) => String(value).padStart(2, '0');

/** What a UTF-16 unit is to the reader of tokens. */
export const characterClass = {
  separator: 0,
  letter: 1,
  digit: 2,
  /** ' and its typographic forms: part of a word between letters. */
  apostrophe: 3,
  /** Of no width: read over. */
  ignorable: 4,
  /** An accent written as a character of its own. */
  combining: 5,
  pictogram: 6,
  surrogate: 7,
  /** `.`, and what ends a sentence in other scripts. */
  stop: 8,
  /** `!` and `?`, upside down, too. */
  mark: 9,
  /** `,` `;` `:` brackets and dashes. */
  clause: 10,
  lineEnd: 11,
  at: 12,
  hash: 13,
  quote: 14,
  /** Stands for the rest of a character that was written longer, as `&eacute;`; belongs to what is before it. */
  rest: 15,
} as const;

/** What `markup` writes behind a character that was written as an entity. */
export const restOfEntity = '\u2060';

const unknown = 255;
const classes = new Uint8Array(65_536).fill(unknown);
const lowerForms = new Uint16Array(65_536);

const { letter, digit, combining, pictogram, separator } = characterClass;

const listed: readonly (readonly [string, number])[] = [
  ["'’‘ʼ`´", characterClass.apostrophe],
  [
    '\u00ad\u200b\u200c\u200d\u200e\u200f\u180e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f\u0640',
    characterClass.ignorable,
  ],
  ['.…。।॥۔', characterClass.stop],
  ['!?؟！？', characterClass.mark],
  ['¡¿,;:()[]{}–—،؛，；：（）', characterClass.clause],
  ['\n\r\u2028\u2029', characterClass.lineEnd],
  ['@＠', characterClass.at],
  ['#＃', characterClass.hash],
  ['"“”„«»', characterClass.quote],
  [restOfEntity, characterClass.rest],
];
for (const [characters, kind] of listed) for (const one of characters) classes[one.charCodeAt(0)] = kind;

/** The class of a UTF-16 unit; worked out once per unit. */
export function classOf(code: number): number {
  const known = classes[code] as number;
  return known === unknown ? learn(code) : known;
}

/** The small letter of a letter or digit whose class was asked for before; one unit. */
export function lowerOf(code: number): number {
  return lowerForms[code] as number;
}

function learn(code: number): number {
  const kind = kindOf(code);
  classes[code] = kind;
  lowerForms[code] = kind === letter || kind === digit ? smallForm(code) : code;
  return kind;
}

function kindOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return characterClass.surrogate;
  const text = String.fromCharCode(code);
  if (/\p{Nd}/u.test(text)) return digit;
  // Vowel signs of Devanagari are marks that make the word; Arabic writes most of its vowels nowhere, so they go.
  if (/\p{M}/u.test(text))
    return /\p{Script=Arabic}|[\u064b-\u065f\u0670]/u.test(text) ? characterClass.ignorable : markKind(text);
  if (/[\p{L}\p{Nl}]/u.test(text)) return letter;
  if (/\p{Extended_Pictographic}/u.test(text) && !/[©®™‼⁉〰〽]/.test(text)) return pictogram;
  return separator;
}

function markKind(text: string): number {
  return /\p{Script=Inherited}/u.test(text) ? combining : letter;
}

/** Forms of Arabic letters that writers use for one another. */
const arabicForms: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};

function smallForm(code: number): number {
  const text = String.fromCharCode(code);
  if (/\p{Nd}/u.test(text)) return 0x30 + Number(digitValue(code));
  const plain = text.normalize('NFKC');
  const small = (plain.length === 1 ? plain : text).toLowerCase();
  const form = arabicForms[small] ?? small;
  return form.length === 1 ? form.charCodeAt(0) : code;
}

/** Decimal digits stand in tens, in order, in every script. @source Unicode Standard, 4.6 */
function digitValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
  return (code - zero) % 10;
}

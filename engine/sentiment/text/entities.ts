/** Names that mails and web forms write for characters. @source HTML Living Standard, 13.5, those of our languages' letters and marks */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  iexcl: '¡',
  iquest: '¿',
  euro: '€',
  pound: '£',
  szlig: 'ß',
  oelig: 'œ',
  OElig: 'Œ',
  aelig: 'æ',
  AElig: 'Æ',
};
const accents: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327',
  ring: '\u030a',
};
const form = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;

/** A character that was written as an entity. */
export interface Entity {
  character: string;
  /** UTF-16 offset behind the `;`. */
  end: number;
}

/**
 * Reads the entity that begins with the `&` at an offset.
 * @returns null where none begins, or it is not one of ours: the text then is what it says
 * @example readEntity('caf&eacute;', 3) // { character: 'é', end: 11 }
 */
export function readEntity(text: string, start: number): Entity | null {
  form.lastIndex = start;
  const match = form.exec(text);
  if (match === null) return null;
  const [all, decimal, hexadecimal, name] = match;
  const character = name === undefined ? numbered(decimal, hexadecimal) : (named[name] ?? accented(name));
  return character === null ? null : { character, end: start + all.length };
}

function numbered(decimal: string | undefined, hexadecimal: string | undefined): string | null {
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** `eacute` is `e` with an acute. */
function accented(name: string): string | null {
  const accent = accents[name.slice(1)];
  if (accent === undefined) return null;
  const composed = (name.charAt(0) + accent).normalize('NFC');
  return composed.length === 1 ? composed : null;
}

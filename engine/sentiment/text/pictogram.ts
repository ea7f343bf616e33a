/** A pictogram as it is counted. */
export interface Pictogram {
  /** Its code points without variation, skin tone, hair and gender. */
  text: string;
  /** UTF-16 offset behind all that belongs to it. */
  end: number;
}

const joiner = 0x200d;

/**
 * Reads the pictogram that begins at an offset, with all that is joined to it.
 * @returns null where none begins
 * @example readPictogram('🤦🏽‍♀️!', 0) // { text: '🤦', end: 7 }
 * @source Unicode Technical Standard 51, Unicode Emoji, 1.4.9 (sequences)
 */
export function readPictogram(text: string, start: number): Pictogram | null {
  const first = text.codePointAt(start);
  if (first === undefined || !isPictogram(first)) return null;
  let end = start + unitsOf(first);
  let written = String.fromCodePoint(first);
  if (isRegional(first)) {
    const second = text.codePointAt(end);
    if (second === undefined || !isRegional(second)) return { text: written, end };
    return { text: written + String.fromCodePoint(second), end: end + 2 };
  }
  for (;;) {
    const next = text.codePointAt(end);
    if (next === undefined) break;
    if (isModifier(next)) {
      end += unitsOf(next);
      continue;
    }
    const joined = next === joiner ? text.codePointAt(end + 1) : undefined;
    if (joined === undefined || !isPictogram(joined)) break;
    end += 1 + unitsOf(joined);
    if (!saysWhoOnly(joined)) written += String.fromCodePoint(joined);
  }
  return { text: written, end };
}

function isPictogram(code: number): boolean {
  if (code >= 0x1f000) return code <= 0x1faff && !isModifier(code);
  return code >= 0x203c && code <= 0x3299 && /\p{Extended_Pictographic}/u.test(String.fromCodePoint(code));
}

function isRegional(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

/** Variation selectors, the keycap's ring, skin tones, and the tags of flags of regions. */
function isModifier(code: number): boolean {
  return (
    code === 0xfe0f ||
    code === 0xfe0e ||
    code === 0x20e3 ||
    (code >= 0x1f3fb && code <= 0x1f3ff) ||
    (code >= 0xe0020 && code <= 0xe007f)
  );
}

/** Gender signs and hair. */
function saysWhoOnly(code: number): boolean {
  return code === 0x2640 || code === 0x2642 || (code >= 0x1f9b0 && code <= 0x1f9b3);
}

function unitsOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}

/** A group of characters that shows a face or a heart. */
export interface Emoticon {
  /** In one form for all ways to draw it: `:)` for `=-)))`. */
  text: string;
  /** UTF-16 offset behind it. */
  end: number;
  /** Its mouth is repeated. */
  stretched: boolean;
}

const mouths: Readonly<Record<string, string>> = {
  ')': ')',
  ']': ')',
  '}': ')',
  D: 'D',
  d: 'D',
  '(': '(',
  '[': '(',
  '{': '(',
  '/': '/',
  '\\': '/',
  '|': '|',
  P: 'P',
  p: 'P',
  '*': '*',
  o: 'o',
  O: 'o',
  $: '$',
  '@': '@',
  '>': ')',
  '<': '(',
  x: 'x',
  X: 'x',
};
const noses = '-^~o';
const whole = ['<3', '</3', '^^', '^_^', '-_-'];

/** UTF-16 units that an emoticon may begin with. */
export const emoticonStarts: ReadonlySet<number> = new Set([...':;=<^-'].map((one) => one.charCodeAt(0)));

/**
 * Reads the emoticon that begins at an offset: eyes, perhaps a tear and a nose, a mouth, perhaps repeated.
 * @returns null where none begins; `:/` of an address and a colon before a bracketed word are none
 * @example readEmoticon('well :-((', 5) // { text: ':(', end: 9, stretched: true }
 */
export function readEmoticon(text: string, start: number): Emoticon | null {
  for (const form of whole) {
    if (text.startsWith(form, start) && !isWordAt(text, start + form.length)) {
      return { text: form, end: start + form.length, stretched: false };
    }
  }
  const eyes = text.charAt(start);
  if (eyes !== ':' && eyes !== ';' && eyes !== '=') return null;
  let at = start + 1;
  const tear = /['’,]/.test(text.charAt(at)) && text.charAt(at) !== '';
  if (tear) at++;
  if (noses.includes(text.charAt(at)) && text.charAt(at) !== '' && mouths[text.charAt(at + 1)] !== undefined) at++;
  const drawn = text.charAt(at);
  const mouth = mouths[drawn];
  if (mouth === undefined) return null;
  let end = at + 1;
  while (text.charAt(end) === drawn && end < text.length) end++;
  if (isWordAt(text, end) || (drawn === '/' && end - at > 1)) return null;
  return { text: `${eyes === ';' ? ';' : ':'}${tear ? "'" : ''}${mouth}`, end, stretched: end - at > 1 };
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

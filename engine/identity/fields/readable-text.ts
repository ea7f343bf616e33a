import { noted } from './normalized-field.ts';
import { repairMojibake } from './mojibake.ts';

/** More of a cell is not read. chosen: the longest real name, address or e-mail address is far below, and time stays bounded. */
export const maxCellLength = 1000;

const plain = /^[!-~]+(?: [!-~]+)*$/;
const invisible = /[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;

/**
 * Text as people read it: cut, wrongly decoded letters repaired, invisible and control characters gone, one form of each
 * letter (NFKC), single spaces.
 * @param raw anything that a cell may hold, of any length
 * @param steps what was done is added, in words
 * @returns '' when nothing readable is left
 * @example readableText('  MÃ¼ller\u200b ', []) // 'Müller'
 * @source Unicode Standard Annex 15 (NFKC)
 */
export function readableText(raw: string, steps: string[]): string {
  if (raw.length <= maxCellLength && plain.test(raw)) return raw;
  let text = noted(raw, cutText(raw, maxCellLength), 'cut: only the beginning is read', steps);
  text = noted(
    text.normalize('NFC'),
    repairMojibake(text.normalize('NFC')),
    'letters that were decoded wrongly were repaired',
    steps,
  );
  text = noted(text, text.replace(invisible, ''), 'invisible characters removed', steps);
  text = noted(text, text.normalize('NFKC'), 'one form of each letter (Unicode NFKC)', steps);
  // Some forms are made of invisible or several characters.
  text = cutText(text.replace(invisible, ''), maxCellLength);
  return noted(text, text.replace(/[\s\p{Cc}]+/gu, ' ').trim(), 'spaces and line breaks made single spaces', steps);
}

/**
 * The beginning of a text, without half a character at its end or anywhere.
 * @param length in UTF-16 units
 */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Cs}/gu, '');
}

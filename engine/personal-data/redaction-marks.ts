import { personalDataClasses } from './personal-data.ts';

/** What stands in folded text where something is hidden: no letter, digit, sign or space, so nothing reads across it. */
export const barrier = 0xe000;

/** The sign of the style `mask`, as often as the text was long. */
export const maskSign = 0x2588;

/** What the style `remove` leaves: that there was something, and not what. */
export const removedMark = '[…]';

const label = new RegExp(`\\[(?:…|(?:${personalDataClasses.join('|')}) [1-9][0-9]{0,5})\\]`, 'y');

/** How long the mark of an earlier redaction is that begins here; 0: none does. */
export function labelAt(text: string, at: number): number {
  label.lastIndex = at;
  return label.exec(text)?.[0].length ?? 0;
}

/** The highest number that labels of a class have in a text already. */
export function highestLabel(text: string, kind: string): number {
  let highest = 0;
  for (const [, number] of text.matchAll(new RegExp(`\\[${kind} ([1-9][0-9]{0,5})\\]`, 'g'))) {
    highest = Math.max(highest, Number(number));
  }
  return highest;
}

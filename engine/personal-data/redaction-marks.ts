import { personalDataClasses } from './personal-data.ts';

/** What stands in folded text where something is hidden: no letter, digit, sign or space, so nothing reads across it. */
export const barrier = 0xe000;

/** The sign of the style `mask`, as often as the text was long. */
export const maskSign = 0x2588;

/** What the style `remove` leaves: that there was something, and not what. */
export const removedMark = '[…]';

const numbered = `(${personalDataClasses.join('|')}) ([1-9][0-9]{0,8})`;
const label = new RegExp(`\\[(?:…|${numbered})\\]`, 'y');
const labels = new RegExp(`\\[${numbered}\\]`, 'g');

/** How long the mark of an earlier redaction is that begins here; 0: none does. */
export function labelAt(text: string, at: number): number {
  label.lastIndex = at;
  return label.exec(text)?.[0].length ?? 0;
}

/** The labels that a text has already, class and number. */
export function labelsIn(text: string): [kind: string, number: number][] {
  return [...text.matchAll(labels)].map(([, kind = '', number]) => [kind, Number(number)]);
}

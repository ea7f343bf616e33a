import type { PersonalDataClass } from './personal-data.ts';

/**
 * How sure a finding is, the surest first: where two overlap, the surer keeps its place. Said means that a word before it
 * says what it is.
 */
export const sureness = { secret: 0, exact: 1, checked: 2, said: 3, form: 4, likely: 5, context: 6 } as const;
export type Sureness = (typeof sureness)[keyof typeof sureness];

/** What a detector found in folded text; offsets are of the folded text. */
export interface Finding {
  class: PersonalDataClass;
  start: number;
  end: number;
  sure: Sureness;
  reason: string;
}

/** Matches a sticky expression at one place. */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

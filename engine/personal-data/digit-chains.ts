/** Runs of digits, in the order of the text. */
export interface DigitGroups {
  text: string;
  starts: number[];
  ends: number[];
  /** Whether the group after it stands so near that both may be one number. */
  joined: boolean[];
}

/** Several groups that may be one number. */
export interface DigitWindow {
  start: number;
  end: number;
  digits: string;
  /** Index of the last group. */
  last: number;
}

/** At most three spaces and signs between two groups of one number. */
const gap = /[ \n.\-/()_]{1,3}$/y;
const mostGap = 3;

/** Groups of digits of folded text, each linked with the next when only a few spaces or signs part them. */
export function digitGroups(text: string): DigitGroups {
  const groups: DigitGroups = { text, starts: [], ends: [], joined: [] };
  for (const match of text.matchAll(/[0-9]+/g)) {
    const start = match.index;
    const before = groups.ends.at(-1);
    if (before !== undefined) {
      const between = start - before;
      gap.lastIndex = 0;
      groups.joined.push(between <= mostGap && gap.test(text.slice(before, start)));
    }
    groups.starts.push(start);
    groups.ends.push(start + match[0].length);
  }
  groups.joined.push(false);
  return groups;
}

/**
 * All windows of neighbouring groups from one on that have from `least` to `most` digits, the shortest first. Bounded by `most`.
 */
export function windowsFrom(groups: DigitGroups, first: number, least: number, most: number): DigitWindow[] {
  const windows: DigitWindow[] = [];
  let digits = '';
  for (let group = first; group < groups.starts.length; group++) {
    const [start, end] = [groups.starts[group] as number, groups.ends[group] as number];
    if (digits.length + end - start > most) break;
    digits += groups.text.slice(start, end);
    if (digits.length >= least) windows.push({ start: groups.starts[first] as number, end, digits, last: group });
    if (groups.joined[group] !== true) break;
  }
  return windows;
}

/** The first group that begins at or after a place; binary search. */
export function groupFrom(groups: DigitGroups, at: number): number {
  let [low, high] = [0, groups.starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups.starts[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Of windows that begin together, the longest that may be one number: a line break ends a number with `enough` digits, and is
 * read over in a shorter one.
 * @param windows the shortest first
 */
export function wholeNumber(text: string, windows: readonly DigitWindow[], enough: number): DigitWindow | null {
  const onLine = windows.filter(({ start, end }) => !text.slice(start, end).includes('\n'));
  const isWhole = onLine.some(({ digits }) => digits.length >= enough);
  return (isWhole ? onLine : windows).at(-1) ?? null;
}

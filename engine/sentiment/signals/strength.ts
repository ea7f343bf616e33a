import type { Cue } from './find-cues.ts';

/** The strongest of some cues; 0 for none. */
export function strongest(cues: readonly Cue[] | undefined): number {
  let weight = 0;
  if (cues !== undefined) for (const cue of cues) if (cue.weight > weight) weight = cue.weight;
  return weight;
}

/**
 * What several cues say together: 1 - (1 - a)(1 - b)…, each word of the text counted once.
 * @param most cues that count; the strongest are not sorted out, the first are taken
 * @returns 0 for none
 */
export function together(cues: readonly Cue[] | undefined, most = 6): number {
  let doubt = 1;
  for (const cue of apart(cues, most)) doubt *= 1 - Math.max(0, cue.weight);
  return 1 - doubt;
}

/** Cues that do not overlap, in order. */
export function apart(cues: readonly Cue[] | undefined, most: number): readonly Cue[] {
  const taken: Cue[] = [];
  if (cues === undefined) return taken;
  let behind = -1;
  for (const cue of cues) {
    if (cue.weight === 0 || cue.from <= behind) continue;
    taken.push(cue);
    behind = cue.to;
    if (taken.length === most) break;
  }
  return taken;
}

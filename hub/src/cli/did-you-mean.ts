import { editDistance } from '../../../engine/index.ts';

/** Slips of the hand that are forgiven. */
const mostEdits = 2;

/**
 * The known word that a mistyped one probably meant, or null: at most two letters, and at most a third of them, differ.
 *
 * @example didYouMean('simulat', ['compile', 'simulate']) // 'simulate'
 */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase(), mostEdits) }))
    .sort((left, right) => left.distance - right.distance);
  const best = ranked[0];
  const limit = Math.min(mostEdits, Math.ceil(Math.max(word.length, 1) / 3));
  return best !== undefined && best.distance <= limit ? best.candidate : null;
}

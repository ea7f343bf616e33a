/** Where a row belongs. */
export type Place =
  /** Where its text says; entries before it are missing when that is beyond the next one. */
  | { kind: 'in-place'; sequence: number }
  /** It stands where another entry belongs. */
  | { kind: 'holds-another'; sequence: number }
  /** It stands between two entries, where none belongs. */
  | { kind: 'extra'; sequence: number };

/**
 * Says where a row belongs, by its own number and by that of the row behind it.
 *
 * | its number | the row behind | place |
 * | --- | --- | --- |
 * | the next one | | in place |
 * | later | has a higher number, or there is none | in place, entries before it are missing |
 * | later | has a lower number | in place of another |
 * | earlier | goes on as if the row were another | in place of another |
 * | earlier | otherwise | extra |
 * | unreadable | has the number that comes next | extra |
 * | unreadable | otherwise | in place |
 * @param row its number, NaN where it cannot be read
 * @param behind the row behind it
 * @param next the number that should come next
 */
export function placeOf(row: { sequence: number }, behind: { sequence: number } | null, next: number): Place {
  const { sequence } = row;
  if (sequence === next) return { kind: 'in-place', sequence };
  if (Number.isNaN(sequence)) return { kind: behind?.sequence === next ? 'extra' : 'in-place', sequence: next };
  if (sequence > next) {
    const goesOn = behind === null || !(behind.sequence <= sequence);
    return goesOn ? { kind: 'in-place', sequence } : { kind: 'holds-another', sequence: next };
  }
  return behind?.sequence === next + 1 ? { kind: 'holds-another', sequence: next } : { kind: 'extra', sequence };
}

/**
 * The known word that a mistyped one probably meant, or null: at most two letters, and at most a third of them, differ.
 *
 * @example didYouMean('simulat', ['compile', 'simulate']) // 'simulate'
 */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((left, right) => left.distance - right.distance);
  const best = ranked[0];
  const limit = Math.min(2, Math.ceil(Math.max(word.length, 1) / 3));
  return best !== undefined && best.distance <= limit ? best.candidate : null;
}

/** Insertions, deletions, replacements and swaps of neighbours. @source Damerau–Levenshtein distance, optimal string alignment */
function editDistance(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, row) => [row]);
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let column = 1; column <= right.length; column += 1) rows[0]?.push(column);
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const cost = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1));
      rows[row]?.push(swapped ? Math.min(cost, at(row - 2, column - 2) + 1) : cost);
    }
  }
  return at(left.length, right.length);
}

/**
 * Damerau–Levenshtein distance in its restricted form (optimal string alignment): the fewest insertions, deletions,
 * replacements and swaps of neighbours, no part being edited twice.
 * @param left, right any texts, compared by UTF-16 unit
 * @param most where to stop counting; 0 or more
 * @returns the distance, or `most + 1` where it is larger; the same in both directions
 * @example editDistance('smith', 'simth', 2) // 1
 * @source F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7 (1964)
 */
export function editDistance(left: string, right: string, most: number): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > most) return most + 1;
  // What both begin and end with costs nothing.
  let start = 0;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (start < leftEnd && start < rightEnd && left.charCodeAt(start) === right.charCodeAt(start)) start++;
  while (leftEnd > start && rightEnd > start && left.charCodeAt(leftEnd - 1) === right.charCodeAt(rightEnd - 1)) {
    leftEnd--;
    rightEnd--;
  }
  return distanceWithin(left.slice(start, leftEnd), right.slice(start, rightEnd), most);
}

function distanceWithin(left: string, right: string, most: number): number {
  if (left.length === 0 || right.length === 0) return Math.min(most + 1, left.length + right.length);
  const width = right.length + 1;
  let beforePrevious = new Uint32Array(width);
  let previous = Uint32Array.from({ length: width }, (_, index) => index);
  let current = new Uint32Array(width);
  for (let row = 1; row <= left.length; row++) {
    current[0] = row;
    let least = row;
    const code = left.charCodeAt(row - 1);
    const codeBefore = row > 1 ? left.charCodeAt(row - 2) : -1;
    for (let column = 1; column < width; column++) {
      const other = right.charCodeAt(column - 1);
      let cost = (previous[column - 1] as number) + (code === other ? 0 : 1);
      cost = Math.min(cost, (previous[column] as number) + 1, (current[column - 1] as number) + 1);
      if (column > 1 && codeBefore === other && code === right.charCodeAt(column - 2)) {
        cost = Math.min(cost, (beforePrevious[column - 2] as number) + 1);
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    // A swap looks two rows back, so that one row over the limit is not yet the end.
    if (least > most + 1) return most + 1;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return Math.min(most + 1, previous[width - 1] as number);
}

/**
 * Whether exactly one edit makes the one text the other: the commonest question, answered without a table.
 * @returns the same as `editDistance(left, right, 1) === 1`
 * @example isOneEdit('smith', 'simth') // true
 */
export function isOneEdit(left: string, right: string): boolean {
  const longer = left.length - right.length;
  if (longer > 1 || longer < -1) return false;
  const shortest = Math.min(left.length, right.length);
  let at = 0;
  while (at < shortest && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  if (longer === 1) return sameFrom(left, at + 1, right, at);
  if (longer === -1) return sameFrom(left, at, right, at + 1);
  if (at === shortest) return false;
  if (sameFrom(left, at + 1, right, at + 1)) return true;
  const exchanged =
    left.charCodeAt(at) === right.charCodeAt(at + 1) && left.charCodeAt(at + 1) === right.charCodeAt(at);
  return exchanged && sameFrom(left, at + 2, right, at + 2);
}

/** Both have the same number of characters left. */
function sameFrom(left: string, from: number, right: string, rightFrom: number): boolean {
  for (let at = from, other = rightFrom; at < left.length; at++, other++) {
    if (left.charCodeAt(at) !== right.charCodeAt(other)) return false;
  }
  return true;
}

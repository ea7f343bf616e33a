/** A piece of a text, and whether the other text has something else there. */
export interface Piece {
  text: string;
  differs: boolean;
}

/** Words with what stands between them: `m.rossi@example.com` has four words. */
const wordOrGap = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu;

/**
 * Marks where two texts differ: word by word where both have as many words, within a word letter by letter, within a number
 * the whole of it; otherwise from where they begin to differ to where they cease to.
 */
export function markedDifferences(left: string, right: string): [Piece[], Piece[]] {
  const one = left.match(wordOrGap) ?? [];
  const other = right.match(wordOrGap) ?? [];
  const pairs: [string, string][] =
    one.length === other.length ? one.map((word, at) => [word, other[at] ?? '']) : [[left, right]];
  const marked = pairs.map(([a, b]) => markedWord(a, b));
  return [merged(marked.flatMap(([pieces]) => pieces)), merged(marked.flatMap(([, pieces]) => pieces))];
}

function markedWord(left: string, right: string): [Piece[], Piece[]] {
  if (left === right) return [[{ text: left, differs: false }], [{ text: right, differs: false }]];
  if (/^\d+$/.test(left) || /^\d+$/.test(right))
    return [[{ text: left, differs: true }], [{ text: right, differs: true }]];
  const one = [...left];
  const other = [...right];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const cut = (letters: string[]): Piece[] => [
    { text: letters.slice(0, start).join(''), differs: false },
    { text: letters.slice(start, letters.length - end).join(''), differs: true },
    { text: letters.slice(letters.length - end).join(''), differs: false },
  ];
  return [cut(one), cut(other)];
}

/** Without empty pieces, and neighbours of one kind as one. */
function merged(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last?.differs === piece.differs) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/**
 * Splits a range of cells as spreadsheets put it on the clipboard: tabs between cells, line breaks between rows, a cell that
 * holds either of them in double quotes with quotes doubled. `"gold"` and `"a","b"` are cells with quotes of their own.
 * @returns rows of texts; none for an empty text
 * @example splitTsv('< 100\tpay\r\n') // [['< 100', 'pay']]
 */
export function splitTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text.charAt(at) === '"' ? quotedCell(text, at) : null;
    const end = quoted?.end ?? nextBreak(text, at);
    row.push(quoted?.cell ?? text.slice(at, end));
    at = end + 1;
    if (text.charAt(end) === '\t') {
      // A tab at the very end leaves an empty cell behind it.
      if (at === text.length) row.push('');
      else continue;
    }
    if (text.charAt(end) === '\r' && text.charAt(at) === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

const breaks = /[\t\r\n]/g;

function nextBreak(text: string, from: number): number {
  breaks.lastIndex = from;
  return breaks.exec(text)?.index ?? text.length;
}

const closing = /"(?:""|[^"])*"/y;

/**
 * A cell that a spreadsheet has quoted: it ends right before a tab, a line break or the end, and holds something that
 * needed quotes. Cells of decision tables are full of quotes, so the difference matters.
 */
function quotedCell(text: string, start: number): { cell: string; end: number } | null {
  closing.lastIndex = start;
  const match = closing.exec(text)?.[0];
  if (match === undefined) return null;
  const end = start + match.length;
  const inside = match.slice(1, -1);
  const ends = end === text.length || /[\t\r\n]/.test(text.charAt(end));
  return ends && /["\t\r\n]/.test(inside) ? { cell: inside.replaceAll('""', '"'), end } : null;
}

/** The counterpart of `splitTsv`. @example joinTsv([['a\nb', 'c']]) // '"a\nb"\tc' */
export function joinTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteIfNeeded).join('\t')).join('\n');
}

/** A quote at the start would be taken for the beginning of a quoted cell. */
function quoteIfNeeded(cell: string): string {
  return /^"|[\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

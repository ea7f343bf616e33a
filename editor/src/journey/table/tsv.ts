/**
 * Ranges of cells as spreadsheets put them on the clipboard: tabs between cells, line breaks between rows, a cell that
 * holds either of them (or a quote at its start) in double quotes with quotes doubled.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let index = 0;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  while (index < text.length) {
    const character = text.charAt(index);
    if (quoted) {
      if (character === '"' && text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else if (character === '"') {
        quoted = false;
      } else {
        cell += character;
      }
    } else if (character === '"' && cell === '' && closesAsQuotedCell(text, index)) {
      quoted = true;
    } else if (character === '\t') {
      endCell();
    } else if (character === '\n') {
      endRow();
    } else if (character === '\r') {
      if (text.charAt(index + 1) !== '\n') endRow();
    } else {
      cell += character;
    }
    index += 1;
  }
  // Spreadsheets end the last row with a line break; that is not one more row.
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/**
 * A cell such as `"gold","silver"` starts with a quote too, but a spreadsheet's quoted cell ends with a quote right
 * before a tab, a line break or the end. Cells of decision tables are full of quotes, so the difference matters.
 */
function closesAsQuotedCell(text: string, start: number): boolean {
  let index = start + 1;
  while (index < text.length) {
    if (text.charAt(index) !== '"') {
      index += 1;
    } else if (text.charAt(index + 1) === '"') {
      index += 2;
    } else {
      const inside = text.slice(start + 1, index);
      const next = text.charAt(index + 1);
      const ends = next === '' || next === '\t' || next === '\n' || next === '\r';
      // `"gold"` alone is a string literal typed as such; only what needs quoting was quoted by a spreadsheet.
      return ends && /["\t\n\r]/.test(inside);
    }
  }
  return false;
}

/** The counterpart of `parseTsv`. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteIfNeeded).join('\t')).join('\n');
}

/** A quote at the start would be taken for the beginning of a quoted cell, by spreadsheets and by `parseTsv`. */
function quoteIfNeeded(cell: string): string {
  return /^"|[\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

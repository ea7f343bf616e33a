/** Elements of a cell without content; `[^<>]` keeps the search linear whatever the file holds. */
const emptyCell = /<(?:\w{1,10}:)?c\b[^<>]*\/>|<(?:\w{1,10}:)?c\b[^<>/]*>\s*<\/(?:\w{1,10}:)?c>/g;
const emptyRow = /<(?:\w{1,10}:)?row\b[^<>]*\/>/g;
const errorCell = /(<(?:\w{1,10}:)?c\b[^<>]*?\st=")e(")/g;
const address = /<(?:\w{1,10}:)?c\b[^<>]*?\sr="([A-Za-z]{1,6})(\d{1,9})"/g;

/** chosen: 10,000 characters, because a tag of a workbook has a few attributes, and readers go over a broken one again and again */
const endlessTag = /<[^<>]{10000}|<!DOCTYPE/;

/** chosen: 400,000 characters, because the longest text of a cell has 32,767, each of which takes up to ten */
const longestText = 400_000;

/** False for XML with tags or texts without end, or with a document type, which no workbook has. */
export function isPlainXml(content: Uint8Array): boolean {
  const xml = new TextDecoder().decode(content);
  for (let at = 0; at < xml.length;) {
    const next = xml.indexOf('<', at);
    const end = next === -1 ? xml.length : next;
    if (end - at > longestText) return false;
    at = end + 1;
  }
  return !endlessTag.test(xml);
}

/**
 * Prepares the XML of a worksheet for the reader: formatted but empty cells, by which a few kilobytes can claim millions
 * of columns, go; errors such as `#N/A` become texts, which the reader would drop.
 * @returns the XML, and how many cells the range from A1 to the last row and column has
 */
export function tidySheet(content: Uint8Array): { content: Uint8Array; area: number } {
  const xml = new TextDecoder()
    .decode(content)
    .replace(emptyCell, '')
    .replace(emptyRow, '')
    .replace(errorCell, '$1str$2');
  let rows = 0;
  let columns = 0;
  for (const [, letters = '', digits = ''] of xml.matchAll(address)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
  }
  return { content: new TextEncoder().encode(xml), area: rows * columns };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

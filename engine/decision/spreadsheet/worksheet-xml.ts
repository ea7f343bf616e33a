import { cellAddress, textOf, type CellValue, type Grid, type Sheet } from './sheets.ts';
import { toXml } from './xlsx-text.ts';

/** Numbers of the styles in `write-xlsx.ts`. */
const style = { plain: 0, label: 1, header: 2, text: 3, day: 4, body: 5 } as const;

/** chosen: 10 to 48 characters, so that a name fits and six columns stand side by side on a screen */
const narrowest = 10;
const widest = 48;

/** Widths of the columns in characters, from what stands below the head's first rows. */
export function columnsXml({ cells, headRows = 0, textColumns = [] }: Sheet): string {
  const texts = new Set(textColumns);
  const widths: number[] = [];
  for (const [index, row] of cells.entries()) {
    // The head's own values (a description) may run over the cells beside them.
    if (index < headRows - 1 && row.length <= 2) continue;
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? narrowest, Math.min(widest, textOf(cell).length + 2));
    }
  }
  const entries = Array.from(widths, (width = narrowest, column) => {
    const kind = texts.has(column) ? ` style="${style.text}"` : '';
    return `<col min="${column + 1}" max="${column + 1}" width="${width}"${kind} customWidth="1"/>`;
  });
  return entries.length === 0 ? '' : `<cols>${entries.join('')}</cols>`;
}

/** The rows of a sheet; blank cells of text columns are there for their style. */
export function rowsXml(cells: Grid, headRows: number, textColumns: ReadonlySet<number>): string {
  return cells
    .map((row, index) => {
      const inHead = index < headRows;
      const written = row.map((cell, column) => {
        const kind = inHead ? headStyle(index, column, headRows) : textColumns.has(column) ? style.text : style.body;
        return cellXml(cell, cellAddress(index, column), kind);
      });
      return `<row r="${index + 1}">${written.join('')}</row>`;
    })
    .join('');
}

function headStyle(row: number, column: number, headRows: number): number {
  if (row === headRows - 1) return style.header;
  return column === 0 ? style.label : style.plain;
}

function cellXml(cell: CellValue, place: string, kind: number): string {
  if (cell === null || cell === '')
    return kind === style.text || kind === style.header ? `<c r="${place}" s="${kind}"/>` : '';
  switch (typeof cell) {
    case 'number':
      return `<c r="${place}" s="${kind}"><v>${cell}</v></c>`;
    case 'boolean':
      return `<c r="${place}" s="${kind}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    case 'string':
      return `<c r="${place}" s="${kind}" t="inlineStr"><is><t xml:space="preserve">${toXml(cell)}</t></is></c>`;
    case 'object':
      return `<c r="${place}" s="${style.day}"><v>${Date.parse(`${cell.day}T00:00:00Z`) / 86_400_000 + 25_569}</v></c>`;
  }
}

import type { Spelling } from './read-number.ts';
import { textOf, type CellValue } from './sheets.ts';

/** `1.234,5` and `12,5` can only be one thing; so can `1,234.5`. `1,234` and `1.234` can be two. */
const commaParts = /(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d+(?![\d.,])|(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d.,])/;
const pointParts = /(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d+(?![\d.,])|(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,])/;
const slashDay = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)/;

/**
 * Judges from cells that can be read one way only how their spreadsheet writes numbers and days.
 * @returns what they say with one voice; nothing where they say nothing, or contradict one another
 * @example spellingOf([['1.234,50'], ['31/12/2026']]) // { decimal: ',', dayFirst: true }
 */
export function spellingOf(rows: readonly (readonly (CellValue | undefined)[])[]): Spelling {
  const decimals = new Set<',' | '.'>();
  const orders = new Set<boolean>();
  for (const row of rows) {
    for (const cell of row) {
      // Cells beyond a hundred characters are prose.
      if (typeof cell !== 'string' || cell.length > 100) continue;
      const text = textOf(cell);
      // 22.11.2026 has points, and parts no number.
      if (!/\d\.\d+\.\d/.test(text) || /,\d/.test(text)) {
        if (commaParts.test(text)) decimals.add(',');
        if (pointParts.test(text)) decimals.add('.');
      }
      const day = slashDay.exec(text);
      if (Number(day?.[1]) > 12) orders.add(true);
      if (Number(day?.[2]) > 12) orders.add(false);
    }
  }
  const [decimal] = decimals.size === 1 ? decimals : [];
  const [dayFirst] = orders.size === 1 ? orders : [];
  return { ...(decimal === undefined ? {} : { decimal }), ...(dayFirst === undefined ? {} : { dayFirst }) };
}

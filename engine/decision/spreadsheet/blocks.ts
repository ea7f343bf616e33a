import { blockMarkers, type BlockKind } from './layout.ts';
import { isBlank, textOf, type CellValue, type Sheets } from './sheets.ts';

/** A row of cells with its place in the file. */
export interface PlacedRow {
  sheet: string;
  /** From 0, in its sheet. */
  index: number;
  cells: CellValue[];
}

/** A part of the layout: from its marker to the next one, or to the end of the sheet. */
export interface Block {
  kind: BlockKind;
  marker: PlacedRow;
  /** The rows below the marker; blank ones are left out. */
  rows: PlacedRow[];
}

const kinds = new Map(
  (Object.entries(blockMarkers) as [BlockKind, string][]).map(([kind, marker]) => [marker.toLowerCase(), kind]),
);

/** Finds the blocks of our layout, wherever they stand: one sheet may hold several, as a CSV file does. */
export function findBlocks(sheets: Sheets): { blocks: Block[]; outside: PlacedRow[] } {
  const blocks: Block[] = [];
  const outside: PlacedRow[] = [];
  for (const { name, cells } of sheets) {
    let block: Block | undefined;
    for (const [index, row] of cells.entries()) {
      if (row.every(isBlank)) continue;
      const placed = { sheet: name, index, cells: row };
      const kind = typeof row[0] === 'string' ? kinds.get(textOf(row[0]).trim().toLowerCase()) : undefined;
      if (kind !== undefined) blocks.push((block = { kind, marker: placed, rows: [] }));
      else (block?.rows ?? outside).push(placed);
    }
  }
  return { blocks, outside };
}

/** True when the sheets hold a table in our own layout. */
export function hasOwnLayout(sheets: Sheets): boolean {
  return findBlocks(sheets).blocks.some(({ kind }) => kind === 'table');
}

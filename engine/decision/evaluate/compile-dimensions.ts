import type { CompiledColumn } from './compile-column.ts';
import { MaskBlocks, type MaskLayout } from './mask-blocks.ts';
import type { ListMasks } from './list-masks.ts';
import { MaskSweep, refused } from './mask-sweep.ts';

/**
 * One or several columns that are looked up together: the codes of the columns make one number, which leads to the mask of
 * the rows that pass in all of them.
 */
export interface Dimension {
  /** Indexes of its columns among the columns of the table. */
  columns: number[];
  /** What the code of each of them counts. */
  strides: number[];
  offsets: Int32Array;
  blocks: Int32Array;
}

/** Combinations of codes that one dimension may have. chosen: 4,096, made in a few milliseconds even for 5,000 rows. */
const maxCombinations = 4_096;

/**
 * Combines columns of few codes, the smallest first, so that a table with many truth values and short lists of texts is
 * looked up in few places. Lists stay alone.
 * @returns dimensions, in no particular order; every column is in one. At least one, which of a table without inputs holds all rows
 */
export function compileDimensions(
  columns: readonly CompiledColumn[],
  rowCount: number,
  layout: MaskLayout,
): Dimension[] {
  const dimensions: Dimension[] = [];
  const order = columns.map((_, index) => index).filter((index) => columns[index]?.lists === null);
  order.sort((left, right) => codeCountOf(columns, left) - codeCountOf(columns, right) || left - right);
  for (let at = 0; at < order.length;) {
    const members = [order[at++] as number];
    let combinations = codeCountOf(columns, members[0] as number);
    while (at < order.length && combinations * codeCountOf(columns, order[at] as number) <= maxCombinations) {
      combinations *= codeCountOf(columns, order[at] as number);
      members.push(order[at++] as number);
    }
    dimensions.push(combine(columns, members, combinations, layout));
  }
  for (const [index, column] of columns.entries()) {
    if (column.lists !== null) dimensions.push(dimensionOfList(index, column, column.lists, layout));
  }
  return dimensions.length > 0 ? dimensions : [dimensionOfAll(rowCount, layout)];
}

/** Code 0 is absent, code 1 the list whose mask was written last. */
function dimensionOfList(index: number, column: CompiledColumn, lists: ListMasks, layout: MaskLayout): Dimension {
  const stride = layout.blockWords + 1;
  const blocks = new Int32Array(column.blocks.length + layout.blockCount * stride);
  blocks.set(column.blocks);
  const offsets = new Int32Array(2 * layout.blockCount);
  offsets.set(column.offsets);
  for (let block = 0; block < layout.blockCount; block++) {
    offsets[layout.blockCount + block] = column.blocks.length + block * stride;
  }
  lists.writeTo(blocks, column.blocks.length);
  return { columns: [index], strides: [1], offsets, blocks };
}

/** A table without inputs: every row matches. */
function dimensionOfAll(rowCount: number, layout: MaskLayout): Dimension {
  const sweep = new MaskSweep(layout);
  const offsets = sweep.begin(1);
  for (let row = 0; row < rowCount; row++) sweep.toggle(row);
  sweep.keep(0, true);
  return { columns: [], strides: [], offsets, blocks: sweep.blocks.finish() };
}

function codeCountOf(columns: readonly CompiledColumn[], index: number): number {
  return columns[index]?.codeCount ?? 0;
}

function combine(
  columns: readonly CompiledColumn[],
  members: number[],
  combinations: number,
  layout: MaskLayout,
): Dimension {
  const strides: number[] = [];
  let stride = 1;
  for (const member of members) {
    strides.push(stride);
    stride *= codeCountOf(columns, member);
  }
  const [first] = members.map((member) => columns[member] as CompiledColumn);
  if (members.length === 1 && first !== undefined) {
    return { columns: members, strides, offsets: first.offsets, blocks: first.blocks };
  }
  const blocks = new MaskBlocks(layout);
  const offsets = new Int32Array(combinations * layout.blockCount);
  const mask = new Int32Array(layout.wordCount);
  for (let combination = 0; combination < combinations; combination++) {
    for (let block = 0; block < layout.blockCount; block++) {
      const from = block * 32;
      const size = Math.min(layout.blockWords, layout.wordCount - from);
      mask.fill(-1, from, from + size);
      let occurs = true;
      for (const [at, member] of members.entries()) {
        const column = columns[member] as CompiledColumn;
        const code = Math.floor(combination / (strides[at] as number)) % column.codeCount;
        const offset = column.offsets[code * layout.blockCount + block] as number;
        if (offset === refused) occurs = false;
        else
          for (let word = 0; word < size; word++) {
            mask[from + word] = (mask[from + word] as number) & (column.blocks[offset + 1 + word] as number);
          }
      }
      offsets[combination * layout.blockCount + block] = occurs ? blocks.add(mask, block) : refused;
    }
  }
  return { columns: members, strides, offsets, blocks: blocks.finish() };
}

import type { JsonValue } from '../../json.ts';
import type { CompiledTable } from './compile-table.ts';
import { refused } from './mask-sweep.ts';
import { relationsHold } from './relations.ts';
import { codeOfDay } from './valid-days.ts';

/** Masks that `nextRow` takes in one go. */
const unrolled = 4;

/**
 * Goes through the rows that are in all of some masks, one after the other: first by the summaries of their blocks, then by
 * the words that these point to. Nothing is allocated: one search serves all evaluations of a table, one at a time.
 */
export class MaskSearch {
  /** Where the masks are in: at least `unrolled`; a block of ones stands in for those that there are not. */
  readonly blocks: Int32Array[];
  /** Where the masks are: `blockCount` per entry of `blocks`. */
  readonly masks: Int32Array;
  readonly blockCount: number;
  /** The values that led to the masks, for cells that compare with other inputs; only kept up where `keepsValues`. */
  readonly values: JsonValue[];
  readonly keepsValues: boolean;
  private readonly compiled: CompiledTable;
  private lastDay: string | undefined = undefined;
  private codeOfLastDay = -1;

  /**
   * @param compiled the table
   * @param blocks of its dimensions, or what stands for them; those of its days are added
   */
  constructor(compiled: CompiledTable, blocks: readonly Int32Array[]) {
    const { columns, days, layout, relations } = compiled;
    this.compiled = compiled;
    this.blockCount = layout.blockCount;
    this.blocks = days === null ? [...blocks] : [...blocks, days.blocks];
    while (this.blocks.length < unrolled) this.blocks.push(new Int32Array(layout.blockWords + 1).fill(-1));
    this.masks = new Int32Array(this.blocks.length * layout.blockCount);
    this.values = columns.map(() => null);
    this.keepsValues = relations !== null;
  }

  /** Takes the mask of a code; false when its values may not occur. */
  look(at: number, offsets: Int32Array, code: number): boolean {
    const { masks, blockCount } = this;
    if (blockCount === 1) return (masks[at] = offsets[code] as number) !== refused;
    for (let block = 0; block < blockCount; block++) {
      const offset = offsets[code * blockCount + block] as number;
      if (offset === refused) return false;
      masks[at * blockCount + block] = offset;
    }
    return true;
  }

  /** Takes the day, which is most often that of the last evaluation. @param at how many other masks there are */
  setDay(at: number, day: string | undefined): void {
    const { days } = this.compiled;
    if (days === null) return;
    if (this.codeOfLastDay === -1 || day !== this.lastDay) {
      this.lastDay = day;
      this.codeOfLastDay = codeOfDay(days, day);
    }
    this.look(at, days.offsets, this.codeOfLastDay);
  }

  /** The first matching row at or after `from`, or -1. */
  nextRow(from: number): number {
    const { blocks, masks, blockCount, keepsValues } = this;
    const b0 = blocks[0] as Int32Array;
    const b1 = blocks[1] as Int32Array;
    const b2 = blocks[2] as Int32Array;
    const b3 = blocks[3] as Int32Array;
    for (let block = from >>> 10; block < blockCount; block++) {
      const p0 = masks[block] as number;
      const p1 = masks[blockCount + block] as number;
      const p2 = masks[2 * blockCount + block] as number;
      const p3 = masks[3 * blockCount + block] as number;
      let summary = (b0[p0] as number) & (b1[p1] as number) & (b2[p2] as number) & (b3[p3] as number);
      for (let at = unrolled; at < blocks.length; at++) {
        summary &= (blocks[at] as Int32Array)[masks[at * blockCount + block] as number] as number;
      }
      if (block === from >>> 10) summary &= -1 << ((from >>> 5) & 31);
      while (summary !== 0) {
        const word = 31 - Math.clz32(summary & -summary);
        summary &= summary - 1;
        const at = 1 + word;
        let bits =
          (b0[p0 + at] as number) & (b1[p1 + at] as number) & (b2[p2 + at] as number) & (b3[p3 + at] as number);
        for (let more = unrolled; more < blocks.length && bits !== 0; more++) {
          bits &= (blocks[more] as Int32Array)[(masks[more * blockCount + block] as number) + at] as number;
        }
        const base = (block * 32 + word) * 32;
        if (base < from) bits &= -1 << (from & 31);
        while (bits !== 0) {
          const row = base + 31 - Math.clz32(bits & -bits);
          if (!keepsValues || this.relationHolds(row)) return row;
          bits &= bits - 1;
        }
      }
    }
    return -1;
  }

  /** All matching rows, top down. */
  allRows(): number[] {
    const rows: number[] = [];
    for (let row = this.nextRow(0); row !== -1; row = this.nextRow(row + 1)) rows.push(row);
    return rows;
  }

  private relationHolds(row: number): boolean {
    const { compiled, values } = this;
    const { relations } = compiled;
    if (relations === null || (((relations.rows[row >>> 5] as number) >>> (row & 31)) & 1) === 0) return true;
    return relationsHold(compiled.columns, relations, row, values);
  }
}

import { MaskBlocks, type MaskLayout } from './mask-blocks.ts';
import { makeNumberLine, stretchOf, type NumberLine } from './number-line.ts';

/** In offsets of masks: the value may not occur, or may not be absent. */
export const refused = -1;

/** A mask that rows are switched in and out of, and the blocks that it leaves behind. */
export class MaskSweep {
  readonly blocks: MaskBlocks;
  private readonly mask: Int32Array;
  private readonly known: Int32Array;
  private readonly stale: Uint8Array;
  private offsets = new Int32Array(0);

  constructor(layout: MaskLayout) {
    this.blocks = new MaskBlocks(layout);
    this.mask = new Int32Array(layout.wordCount);
    this.known = new Int32Array(layout.blockCount);
    this.stale = new Uint8Array(layout.blockCount).fill(1);
  }

  /** The offsets of so many codes, which `keep` fills. */
  begin(codeCount: number): Int32Array {
    this.offsets = new Int32Array(codeCount * this.known.length);
    return this.offsets;
  }

  toggle(row: number): void {
    const word = row >>> 5;
    this.mask[word] = (this.mask[word] as number) ^ (1 << (row & 31));
    this.stale[word >>> 5] = 1;
  }

  clear(): void {
    this.mask.fill(0);
    this.stale.fill(1);
  }

  /** Makes the mask as it stands the one of a code; only blocks that changed since the last call are looked up. */
  keep(code: number, mayOccur: boolean): void {
    const { known, stale, offsets } = this;
    for (let block = 0; block < known.length; block++) {
      if (stale[block] !== 0) {
        known[block] = this.blocks.add(this.mask, block);
        stale[block] = 0;
      }
      offsets[code * known.length + block] = mayOccur ? (known[block] as number) : refused;
    }
  }

  /**
   * Sweeps the number line from left to right: at each cut some rows go in or out.
   * @param ranges of each row, as `rangesOf` gives them
   * @param allowed ranges in which values may lie; null for anywhere
   * @param further codes after those of the stretches, which the caller keeps
   * @returns the offsets of the stretches
   */
  line(
    ranges: readonly number[][],
    allowed: number[] | null,
    further: number,
  ): { line: NumberLine; offsets: Int32Array } {
    const line = makeNumberLine(cutsOf(allowed, ranges));
    const switches = rowsByCode(line.cuts.length + 1, (add) => {
      for (const [row, bounds] of ranges.entries()) {
        for (const bound of bounds) add(bound === -Infinity ? 0 : stretchOf(line, bound), row);
      }
    });
    const offsets = this.begin(line.cuts.length + 1 + further);
    this.clear();
    for (let stretch = 0; stretch <= line.cuts.length; stretch++) {
      this.toggleAll(switches, stretch);
      const from = stretch === 0 ? -Infinity : (line.cuts[stretch - 1] as number);
      this.keep(stretch, allowed === null || inRanges(allowed, from));
    }
    return { line, offsets };
  }

  /**
   * Makes the masks of named values, codes 1 to `count`, and of all others, code 0; one more code is left to the caller.
   * @param sets of each row: the codes that it names, and whether the others pass
   */
  names(
    sets: readonly { others: boolean; codes: number[] }[],
    count: number,
    mayOccur: (code: number) => boolean,
  ): Int32Array {
    const switches = rowsByCode(count + 1, (add) => {
      for (const [row, { codes }] of sets.entries()) for (const code of codes) add(code, row);
    });
    const offsets = this.begin(count + 2);
    this.clear();
    for (const [row, { others }] of sets.entries()) if (others) this.toggle(row);
    this.keep(0, mayOccur(0));
    for (let code = 1; code <= count; code++) {
      // A value differs from the unnamed ones only in the rows that name it.
      this.toggleAll(switches, code);
      this.keep(code, mayOccur(code));
      this.toggleAll(switches, code);
    }
    return offsets;
  }

  private toggleAll({ starts, rows }: RowsByCode, code: number): void {
    for (let at = starts[code] as number; at < (starts[code + 1] as number); at++) this.toggle(rows[at] as number);
  }
}

/** The rows of code `c` are those from `starts[c]` up to `starts[c + 1]`. */
interface RowsByCode {
  starts: Int32Array;
  rows: Int32Array;
}

/** Counts first, then lays side by side. */
function rowsByCode(codeCount: number, each: (add: (code: number, row: number) => void) => void): RowsByCode {
  const starts = new Int32Array(codeCount + 1);
  each((code) => {
    starts[code + 1] = (starts[code + 1] as number) + 1;
  });
  for (let code = 1; code <= codeCount; code++) {
    starts[code] = (starts[code] as number) + (starts[code - 1] as number);
  }
  const next = starts.slice();
  const rows = new Int32Array(starts[codeCount] as number);
  each((code, row) => {
    rows[next[code] as number] = row;
    next[code] = (next[code] as number) + 1;
  });
  return { starts, rows };
}

function* cutsOf(allowed: number[] | null, ranges: readonly number[][]): Generator<number> {
  yield* allowed ?? [];
  for (const bounds of ranges) yield* bounds;
}

function inRanges(ranges: number[], value: number): boolean {
  for (let at = 0; at < ranges.length; at += 2) {
    if (value >= (ranges[at] as number) && value < (ranges[at + 1] as number)) return true;
  }
  return false;
}

import type { JsonValue } from '../../json.ts';
import type { OffsetKind } from '../cell/temporal-text.ts';
import { codeOf, type CompiledColumn } from './compile-column.ts';
import type { Dimension } from './compile-dimensions.ts';
import type { CompiledTable } from './compile-table.ts';
import { absentCode, valueAt, wrongTypeCode, type FactColumn, type FactColumns } from './fact-columns.ts';
import type { ListMasks } from './list-masks.ts';
import { MaskBlocks } from './mask-blocks.ts';
import { MaskSearch } from './mask-search.ts';
import { refused } from './mask-sweep.ts';
import { stretchOf, type NumberLine } from './number-line.ts';
import { noRow, rowChoiceOf, valueRefused, type RowChoice } from './row-choice.ts';

/** Facts that go through together. chosen: 4,096, so that their codes (16 KiB per dimension) stay in the processor's cache. */
const batchSize = 4_096;

/**
 * Makes the sum of codes of a dimension negative, whatever the others of its columns add: less than 4,096 together, and not
 * even a dozen of these overflow.
 */
const noCode = -(2 ** 24);

/** How the facts of a column become codes of the table. */
interface Part {
  facts: FactColumn;
  /** Of ordered columns. */
  line: NumberLine | null;
  offset: OffsetKind | null;
  stride: number;
  /** The table's code for absent, times `stride`. */
  absent: number;
  /** Of coded columns: the table's code by the facts' code, times `stride`. */
  codes: Int32Array;
}

/** Several columns of the facts, which lead to masks together. */
interface Lookup {
  parts: Part[];
  offsets: Int32Array;
}

/** Evaluates a compiled table on facts in columns: all of them, or some by index. */
export class ColumnSearch {
  readonly search: MaskSearch;
  private readonly facts: FactColumns;
  private readonly lookups: Lookup[];
  private readonly choice: RowChoice;
  /** Sums of codes of a batch, one buffer per dimension, or mask that stands in for one. */
  private readonly sums: Int32Array[];
  /** Where the sums lead. */
  private readonly offsets: Int32Array[];

  /**
   * @param compiled from `compileTable`
   * @param facts columns of the same inputs
   * @param day `YYYY-MM-DD`, the same for all facts
   */
  constructor(compiled: CompiledTable, facts: FactColumns, day?: string) {
    this.facts = facts;
    const made = compiled.dimensions.map((dimension) => lookupOf(compiled, dimension, facts));
    this.lookups = made.map(({ lookup }) => lookup);
    this.search = new MaskSearch(
      compiled,
      made.map(({ blocks }) => blocks),
    );
    this.search.setDay(made.length, day);
    this.choice = rowChoiceOf(compiled);
    this.sums = this.search.blocks.map(() => new Int32Array(batchSize));
    this.offsets = this.search.blocks.map((_, at) => this.lookups[at]?.offsets ?? this.search.masks.slice(at, at + 1));
  }

  /** Looks up the masks of one fact; `search` then finds its rows. False when a value is of a wrong type or may not occur. */
  open(fact: number): boolean {
    const { lookups, search } = this;
    for (let at = 0; at < lookups.length; at++) {
      const { parts, offsets } = lookups[at] as Lookup;
      let sum = 0;
      for (let index = 0; index < parts.length; index++) {
        sum += codeAt(parts[index] as Part, fact);
      }
      if (sum < 0 || !search.look(at, offsets, sum)) return false;
    }
    if (search.keepsValues) this.keepValues(fact);
    return true;
  }

  private keepValues(fact: number): void {
    const { columns } = this.facts;
    for (let index = 0; index < columns.length; index++) {
      this.search.values[index] = valueAt(columns[index] as FactColumn, fact);
    }
  }

  /** The deciding row of one fact, as `decidingRow` gives it. */
  decidingRow(fact: number): number {
    if (!this.open(fact)) return valueRefused;
    return this.choice === null ? this.search.nextRow(0) : this.choice(this.search);
  }

  /** The first matching row at or after `from`, when it is known that none above decides. */
  nextRow(fact: number, from: number): number {
    return this.open(fact) ? this.search.nextRow(from) : valueRefused;
  }

  /** All matching rows of one fact, top down; null when a value is refused. */
  matchedRows(fact: number): number[] | null {
    return this.open(fact) ? this.search.allRows() : null;
  }

  /** Writes the deciding rows of all facts. */
  decideAll(rows: Int32Array): void {
    const isPlain = this.choice === null && this.search.blockCount === 1 && !this.search.keepsValues;
    for (let from = 0; from < rows.length; from += batchSize) {
      const count = Math.min(batchSize, rows.length - from);
      this.addCodes(from, count);
      if (isPlain && this.search.blocks.length === 4) this.findFirst(rows, from, count);
      else this.findChosen(rows, from, count);
    }
  }

  private addCodes(from: number, count: number): void {
    for (let at = 0; at < this.lookups.length; at++) {
      const sums = this.sums[at] as Int32Array;
      sums.fill(0, 0, count);
      for (const part of (this.lookups[at] as Lookup).parts) {
        if (part.facts.kind === 'coded') addCoded(sums, part.facts.codes, part, from, count);
        else if (part.line !== null && part.facts.offsets === null)
          addFigures(sums, part.facts.figures, part, from, count);
        else for (let fact = 0; fact < count; fact++) add(sums, fact, codeAt(part, from + fact));
      }
    }
  }

  /** The topmost row, of a table that has one block of masks in four dimensions or less: no function is called per fact. */
  private findFirst(rows: Int32Array, from: number, count: number): void {
    const { offsets, sums } = this;
    const { blocks } = this.search;
    const b0 = blocks[0] as Int32Array;
    const b1 = blocks[1] as Int32Array;
    const b2 = blocks[2] as Int32Array;
    const b3 = blocks[3] as Int32Array;
    const o0 = offsets[0] as Int32Array;
    const o1 = offsets[1] as Int32Array;
    const o2 = offsets[2] as Int32Array;
    const o3 = offsets[3] as Int32Array;
    const s0 = sums[0] as Int32Array;
    const s1 = sums[1] as Int32Array;
    const s2 = sums[2] as Int32Array;
    const s3 = sums[3] as Int32Array;
    for (let fact = 0; fact < count; fact++) {
      const c0 = s0[fact] as number;
      const c1 = s1[fact] as number;
      const c2 = s2[fact] as number;
      const c3 = s3[fact] as number;
      let row = valueRefused;
      if ((c0 | c1 | c2 | c3) >= 0) {
        const p0 = o0[c0] as number;
        const p1 = o1[c1] as number;
        const p2 = o2[c2] as number;
        const p3 = o3[c3] as number;
        if ((p0 | p1 | p2 | p3) >= 0) {
          // What `firstRowIn` does, written out: the engine below would not, and a call per fact doubles the time.
          row = noRow;
          let summary = (b0[p0] as number) & (b1[p1] as number) & (b2[p2] as number) & (b3[p3] as number);
          while (summary !== 0) {
            const word = 32 - Math.clz32(summary & -summary);
            summary &= summary - 1;
            const bits =
              (b0[p0 + word] as number) &
              (b1[p1 + word] as number) &
              (b2[p2 + word] as number) &
              (b3[p3 + word] as number);
            if (bits === 0) continue;
            row = word * 32 - 1 - Math.clz32(bits & -bits);
            break;
          }
        }
      }
      rows[from + fact] = row;
    }
  }

  private findChosen(rows: Int32Array, from: number, count: number): void {
    const { lookups, search, sums, choice } = this;
    for (let fact = 0; fact < count; fact++) {
      let row = noCode;
      for (let at = 0; at < lookups.length && row === noCode; at++) {
        const sum = (sums[at] as Int32Array)[fact] as number;
        if (sum < 0 || !search.look(at, (lookups[at] as Lookup).offsets, sum)) row = valueRefused;
      }
      if (row === noCode) {
        if (search.keepsValues) this.keepValues(from + fact);
        row = choice === null ? search.nextRow(0) : choice(search);
      }
      rows[from + fact] = row;
    }
  }
}

function add(sums: Int32Array, at: number, code: number): void {
  sums[at] = (sums[at] as number) + code;
}

function addCoded(sums: Int32Array, codes: Int32Array, part: Part, from: number, count: number): void {
  const ofTable = part.codes;
  for (let fact = 0; fact < count; fact++) {
    sums[fact] = (sums[fact] as number) + (ofTable[codes[from + fact] as number] as number);
  }
}

/** Facts of a batch whose numbers fall into crowded buckets, which a loop of their own looks at: a call in the first would slow it down. */
const crowded = new Int32Array(batchSize);

/** Does what `stretchOf` does, written out: a call per fact would wrap every number in an object. */
function addFigures(sums: Int32Array, figures: Float64Array, part: Part, from: number, count: number): void {
  const { absent, stride } = part;
  const line = part.line as NumberLine;
  const { padded, starts, min, scale } = line;
  const lastBucket = starts.length - 2;
  let crowdedCount = 0;
  for (let fact = 0; fact < count; fact++) {
    const figure = figures[from + fact] as number;
    let code = absent;
    // The difference is NaN for NaN (absent) and Infinity (a wrong type).
    if (figure - figure === 0) {
      const at = (figure - min) * scale;
      const bucket = at >= lastBucket ? lastBucket : at > 0 ? at | 0 : 0;
      const start = starts[bucket] as number;
      if (start >= 0) code = (start + (Number((padded[start] as number) <= figure) | 0)) * stride;
      else {
        code = 0;
        crowded[crowdedCount++] = fact;
      }
    } else if (figure === Infinity) code = noCode;
    sums[fact] = (sums[fact] as number) + code;
  }
  for (let at = 0; at < crowdedCount; at++) {
    const fact = crowded[at] as number;
    add(sums, fact, stretchOf(line, figures[from + fact] as number) * stride);
  }
}

function codeAt(part: Part, fact: number): number {
  const { facts } = part;
  if (facts.kind === 'coded') return part.codes[facts.codes[fact] as number] as number;
  const figure = facts.figures[fact] as number;
  if (figure - figure !== 0) return figure === Infinity ? noCode : part.absent;
  if (facts.offsets !== null && part.offset !== null && (facts.offsets[fact] === 1) !== (part.offset === 'local')) {
    return noCode;
  }
  return stretchOf(part.line as NumberLine, figure) * part.stride;
}

function lookupOf(
  compiled: CompiledTable,
  dimension: Dimension,
  facts: FactColumns,
): { lookup: Lookup; blocks: Int32Array } {
  let { offsets, blocks } = dimension;
  const parts = dimension.columns.map((index, at): Part => {
    const column = compiled.columns[index] as CompiledColumn;
    const ofFacts = facts.columns[index] as FactColumn;
    const stride = dimension.strides[at] as number;
    let codes = new Int32Array(0);
    if (column.lists !== null && ofFacts.kind === 'coded') {
      ({ codes, offsets, blocks } = codesOfLists(compiled, column.lists, dimension, ofFacts.values));
    } else if (ofFacts.kind === 'coded') codes = codesOf(column, ofFacts.values, stride);
    const { line, offset } = column;
    return { facts: ofFacts, line, offset, stride, absent: (column.codeCount - 1) * stride, codes };
  });
  return { lookup: { parts, offsets }, blocks };
}

function codesOf(column: CompiledColumn, values: readonly JsonValue[], stride: number): Int32Array<ArrayBuffer> {
  return Int32Array.from(values, (value, code) => {
    if (code === wrongTypeCode) return noCode;
    return (code === absentCode ? column.codeCount - 1 : codeOf(column, value)) * stride;
  });
}

/** Every list of the facts gets its mask once. */
function codesOfLists({ layout }: CompiledTable, lists: ListMasks, dimension: Dimension, values: readonly JsonValue[]) {
  const made = new MaskBlocks(layout);
  const offsets = new Int32Array(values.length * layout.blockCount);
  const mask = new Int32Array(layout.wordCount);
  const codes = new Int32Array(values.length);
  for (const [code, value] of values.entries()) {
    codes[code] = code === wrongTypeCode ? noCode : code;
    const mayOccur = code === absentCode ? dimension.offsets[0] !== refused : code > 1 && lists.read(value) === true;
    for (let block = 0; block < layout.blockCount; block++) {
      const at = code * layout.blockCount + block;
      offsets[at] = refused;
      if (!mayOccur) continue;
      const from = dimension.offsets[(code === absentCode ? 0 : layout.blockCount) + block] as number;
      const size = Math.min(layout.blockWords, layout.wordCount - block * 32);
      for (let word = 0; word < size; word++) mask[block * 32 + word] = dimension.blocks[from + 1 + word] as number;
      offsets[at] = made.add(mask, block);
    }
  }
  return { codes, offsets, blocks: made.finish() };
}

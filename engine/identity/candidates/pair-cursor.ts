import type { BlockingPass } from './blocking-pass.ts';
import type { CandidatePlan } from './candidate-plan.ts';

/** From one block, including it, to another, without it; blocks are numbered through all passes. */
export interface BlockRange {
  from: number;
  to: number;
}

/** A chunk of pairs, `left[i] < right[i]`; valid until the next one is made. */
export interface CandidateChunk {
  left: Int32Array;
  right: Int32Array;
  size: number;
}

/** Bits of the whole numbers that processors work with: one for each key. */
const mostKeysOfMask = 32;

/** Walks through the blocks of a plan and gives each pair of records once, in chunks. */
export class PairCursor {
  readonly #plan: CandidatePlan;
  readonly #to: number;
  /** By rule's pass before the current one: a bit for each of its keys; null: there are too many keys. */
  #masksBefore: Int32Array | null = null;
  readonly #comparedOf: Float64Array;
  /** Keys of those rules. */
  #keysBefore = new Int32Array(0);
  /** Their codes of the record at hand; -1, which nobody has, where it has none. */
  #ownCodes = new Int32Array(0);
  #pass = 0;
  #block = 0;
  #blocksBefore = 0;
  /** Place of the record within the block whose pairs come next. */
  #place = 0;
  #left = new Int32Array(0);
  #right = new Int32Array(0);
  #size = 0;

  /**
   * @param plan as `planCandidates` makes it
   * @param range the part of it; absent: all
   * @param comparedOf by oversized block: pairs that were compared are added
   */
  constructor(plan: CandidatePlan, range: BlockRange | undefined, comparedOf: Float64Array) {
    this.#plan = plan;
    this.#comparedOf = comparedOf;
    this.#to = range?.to ?? blockCount(plan);
    this.#skipTo(range?.from ?? 0);
  }

  /**
   * Fills a chunk with the next pairs.
   * @param chunk whose arrays hold at least as many pairs as a record has
   * @returns false when there are no more; the chunk may be empty before
   */
  fill(chunk: CandidateChunk): boolean {
    [this.#left, this.#right, this.#size] = [chunk.left, chunk.right, 0];
    const { passes } = this.#plan;
    let isFull = false;
    while (!isFull && this.#blocksBefore + this.#block < this.#to && this.#pass < passes.length) {
      const pass = passes[this.#pass] as BlockingPass;
      if (this.#block + 1 >= pass.blocks.starts.length) {
        this.#blocksBefore += pass.blocks.starts.length - 1;
        this.#toPass(this.#pass + 1);
        this.#block = 0;
      } else isFull = !this.#fillFromBlock(pass);
    }
    chunk.size = this.#size;
    return isFull;
  }

  /** @returns false when the chunk is full */
  #fillFromBlock(pass: BlockingPass): boolean {
    const { order, starts } = pass.blocks;
    const start = starts[this.#block] as number;
    const end = starts[this.#block + 1] as number;
    for (let at = start + this.#place; at < end; at++) {
      const last = pass.window === 0 ? end : Math.min(end, at + 1 + pass.window);
      if (this.#size + last - at - 1 > this.#left.length) {
        this.#place = at - start;
        return false;
      }
      this.#fillRow(pass, order, at, last);
    }
    this.#block++;
    this.#place = 0;
    return true;
  }

  /** All pairs of one record with those after it. */
  #fillRow(pass: BlockingPass, order: Int32Array, at: number, last: number): void {
    const record = order[at] as number;
    if (this.#pass === 0 && pass.roots === null) this.#takeAll(order, record, at, last);
    else if (pass.roots === null && this.#masksBefore !== null && this.#plan.isFlagged[record] === 0) {
      this.#takeByMask(this.#masksBefore, order, record, at, last);
    } else this.#takeOneByOne(pass, order, record, at, last);
  }

  /** The first pass of all: nothing came before. */
  #takeAll(order: Int32Array, record: number, at: number, last: number): void {
    for (let next = at + 1; next < last; next++) this.#push(record, order[next] as number);
  }

  /** Where no block of the record was split, the keys on which two records agree say whether an earlier rule has them. */
  #takeByMask(masks: Int32Array, order: Int32Array, record: number, at: number, last: number): void {
    const { rows, width } = this.#plan;
    const [keys, codes] = [this.#keysBefore, this.#ownCodes];
    for (let at = 0; at < keys.length; at++) codes[at] = rows[record * width + (keys[at] as number)] || -1;
    for (let next = at + 1; next < last; next++) {
      const other = order[next] as number;
      const theirs = other * width;
      let agreement = 0;
      for (let at = 0; at < keys.length; at++) {
        if (rows[theirs + (keys[at] as number)] === codes[at]) agreement |= 1 << at;
      }
      let before = 0;
      while (before < masks.length && (agreement & (masks[before] as number)) !== masks[before]) before++;
      if (before === masks.length) this.#push(record, other);
    }
  }

  #takeOneByOne(pass: BlockingPass, order: Int32Array, record: number, at: number, last: number): void {
    const { passes } = this.#plan;
    let compared = 0;
    for (let next = at + 1; next < last; next++) {
      const other = order[next] as number;
      let isNew = true;
      let isNewToRule = true;
      for (let before = 0; before < this.#pass && isNewToRule; before++) {
        const earlier = passes[before] as BlockingPass;
        if (!isNew && earlier.rule !== pass.rule) continue;
        if (!this.#brings(earlier, record, other)) continue;
        isNew = false;
        isNewToRule = earlier.rule !== pass.rule;
      }
      if (isNewToRule) compared++;
      if (isNew) this.#push(record, other);
    }
    const root = pass.roots?.[this.#block];
    if (root !== undefined) (this.#comparedOf[root] as number) += compared;
  }

  /** Whether a pass has the pair in one of its blocks. */
  #brings(pass: BlockingPass, left: number, right: number): boolean {
    const { rows, width, flags } = this.#plan;
    if (pass.within !== -1 && (flags[pass.within] as Uint8Array)[left] === 0) return false;
    if (pass.oversized !== -1 && (flags[pass.oversized] as Uint8Array)[left] === 1) return false;
    for (let at = 0; at < pass.keys.length; at++) {
      const key = pass.keys[at] as number;
      const code = rows[left * width + key] as number;
      if (code === 0 || code !== rows[right * width + key]) return false;
    }
    if (pass.places === null) return pass.keys.length > 0;
    const distance = Math.abs((pass.places[left] as number) - (pass.places[right] as number));
    return distance <= pass.window;
  }

  #push(one: number, other: number): void {
    const size = this.#size++;
    if (one < other) {
      this.#left[size] = one;
      this.#right[size] = other;
    } else {
      this.#left[size] = other;
      this.#right[size] = one;
    }
  }

  #toPass(pass: number): void {
    this.#pass = pass;
    const before = this.#plan.passes.slice(0, pass).filter(({ keys, roots }) => roots === null && !keys.includes(-1));
    this.#keysBefore = Int32Array.from(new Set(before.flatMap(({ keys }) => keys)));
    this.#ownCodes = new Int32Array(this.#keysBefore.length);
    this.#masksBefore = masksOf(before, this.#keysBefore);
  }

  #skipTo(from: number): void {
    const { passes } = this.#plan;
    let next = 0;
    let pass = passes[next];
    while (pass !== undefined && this.#blocksBefore + pass.blocks.starts.length - 1 <= from) {
      this.#blocksBefore += pass.blocks.starts.length - 1;
      pass = passes[++next];
    }
    this.#toPass(next);
    this.#block = from - this.#blocksBefore;
  }
}

/** Blocks of all passes. */
export function blockCount({ passes }: CandidatePlan): number {
  return passes.reduce((sum, { blocks }) => sum + blocks.starts.length - 1, 0);
}

/** By pass: a bit for each of its keys, by place in `keys`; null: too many keys. */
function masksOf(passes: readonly BlockingPass[], keys: Int32Array): Int32Array | null {
  if (keys.length > mostKeysOfMask) return null;
  return Int32Array.from(passes, (pass) => pass.keys.reduce((mask, key) => mask | (1 << keys.indexOf(key)), 0));
}

import type { BlockingPass } from './blocking-pass.ts';
import type { CandidatePlan } from './candidate-plan.ts';
import { broughtBy, EarlierPasses } from './earlier-passes.ts';

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

/** Walks through the blocks of a plan and gives each pair of records once, in chunks. */
export class PairCursor {
  readonly #plan: CandidatePlan;
  readonly #to: number;
  readonly #comparedOf: Float64Array;
  readonly #isDrawn: ((one: number, other: number) => boolean) | null;
  /** Those before the pass at hand; null before the first one. */
  #earlier: EarlierPasses | null = null;
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
   * @param isDrawn which pairs are wanted; absent: all
   */
  constructor(
    plan: CandidatePlan,
    range: BlockRange | undefined,
    comparedOf: Float64Array,
    isDrawn?: (one: number, other: number) => boolean,
  ) {
    this.#isDrawn = isDrawn ?? null;
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
    if (this.#earlier === null) this.#takeAll(order, record, at, last);
    else this.#takeNew(this.#earlier, pass, order, record, at, last);
  }

  /** The first pass of all: nothing came before. */
  #takeAll(order: Int32Array, record: number, at: number, last: number): void {
    for (let next = at + 1; next < last; next++) {
      const other = order[next] as number;
      if (this.#isDrawn === null || this.#isDrawn(record, other)) this.#push(record, other);
    }
  }

  #takeNew(
    earlier: EarlierPasses,
    pass: BlockingPass,
    order: Int32Array,
    record: number,
    at: number,
    last: number,
  ): void {
    let compared = 0;
    earlier.take(record);
    for (let next = at + 1; next < last; next++) {
      const other = order[next] as number;
      if (this.#isDrawn !== null && !this.#isDrawn(record, other)) continue;
      const bringer = earlier.bringerOf(other);
      if (bringer !== broughtBy.sameRule) compared++;
      if (bringer === broughtBy.nobody) this.#push(record, other);
    }
    const root = pass.roots?.[this.#block];
    if (root !== undefined) (this.#comparedOf[root] as number) += compared;
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
    this.#earlier = pass > 0 && pass < this.#plan.passes.length ? new EarlierPasses(this.#plan, pass) : null;
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

import type { ComparatorId, IdentityModel } from '../model/identity-model.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { ColumnComparison } from './column-comparison.ts';
import { comparedColumns, type ComparedColumns } from './compared-columns.ts';
import { compileModel, type CompiledComparison, type CompiledModel } from './compiled-comparison.ts';
import { holdBackShared, isShared, type CompiledShared } from './shared-evidence.ts';
import { apart, howFar } from './value-sketch.ts';

/** Weighs pairs of records in columns. */
export interface PairScorer {
  /**
   * Bits of a pair with the prior, as `scorePair` gives them.
   * @param left, right indexes of records
   * @param atLeast a pair that cannot reach so many bits need not be weighed to the end
   * @returns the bits; -Infinity where they are below `atLeast`
   */
  bits(left: number, right: number, atLeast?: number): number;
  /**
   * The level of each comparison, in the order of the model.
   * @param into one place for each comparison: index of the level, -1 where it does not compare
   */
  levels(left: number, right: number, into: Int8Array): void;
  /** The bits that rarity adds at these levels, over all comparisons. */
  termBits(left: number, right: number, levels: Int8Array): number;
}

interface Part {
  /** Index in the model. */
  index: number;
  column: ColumnComparison;
  comparator: ComparatorId;
  near: number;
  nearFirst: number;
  mostBits: Float64Array;
  isFarExact: boolean;
  /** By code: bits of agreement on it; NaN or absent: not known. */
  equalBits: Float64Array;
  /** Where its sketch is in a row; -1: it has none. */
  sketch: number;
  /** Places, among the parts, of the comparisons that go before it. */
  insteadOf: readonly number[];
}

/**
 * Readies a model and records for weighing millions of pairs: each different value is prepared once, pairs of values are
 * remembered, and what costs least is looked at first.
 * @param model checked; a compiled one saves the compiling
 * @param prepared records in columns; they and the scorer belong together
 * @param columns what the comparisons look at, where that was read before, by a model with the same comparisons
 * @returns a scorer, which gives the same bits as `scorePair` does, in less than a microsecond
 * @throws RangeError for a model that cannot be compiled
 * @example const { bits } = pairScorer(model, prepareRecords(records)); bits(0, 1)
 */
export function pairScorer(
  model: IdentityModel | CompiledModel,
  prepared: Pick<PreparedRecords, 'count' | 'columns'>,
  columns?: ComparedColumns,
): PairScorer {
  const compiled = 'priorBits' in model ? model : compileModel(model);
  return new ColumnScorer(compiled, prepared, columns ?? comparedColumns(compiled, prepared));
}

/** The scorer of `pairScorer`, whose last record may be exchanged for another one. */
export class ColumnScorer implements PairScorer {
  readonly #comparisons: number;
  readonly #priorBits: number;
  readonly #parts: readonly Part[];
  /** Codes of a record after one another, then sketches: `rows[record * width + part]`. */
  readonly #rows: Int32Array;
  readonly #width: number;
  /** Parts in the order of effort. */
  readonly #byEffort: Int32Array;
  /** By part, of the pair at hand: 0 does not compare, 1 its bits are known, 2 they are at most so many. */
  readonly #state: Uint8Array;
  readonly #partBits: Float64Array;
  /** By part whose bits are not known: what sketches say, of `apart`. */
  readonly #far: Uint8Array;
  readonly #placeOf: ReadonlyMap<number, number>;
  /** `of` by places among the parts. */
  readonly #shared: readonly CompiledShared[];

  constructor(
    { comparisons, priorBits, shared }: CompiledModel,
    prepared: Pick<PreparedRecords, 'count' | 'columns'>,
    { parts: compared, rows, width }: ComparedColumns,
  ) {
    this.#comparisons = comparisons.length;
    this.#priorBits = priorBits;
    const placeOf = new Map(compared.map(({ index }, place) => [index, place]));
    const parts = compared.map(({ index, sketch, pairs }): Part => {
      const compiled = comparisons[index] as CompiledComparison;
      const column = new ColumnComparison(compiled, prepared, pairs);
      const { comparator, near, nearFirst, mostBits, isFarExact, equalBits } = column;
      const insteadOf = compiled.insteadOf.flatMap((before) => placeOf.get(before) ?? []);
      return { index, column, comparator, near, nearFirst, mostBits, isFarExact, equalBits, sketch, insteadOf };
    });
    this.#parts = parts;
    this.#width = width;
    this.#rows = rows;
    const effortOf = (part: number): number => (parts[part] as Part).column.effort;
    this.#byEffort = Int32Array.from(parts, (_, part) => part).sort((one, other) => effortOf(one) - effortOf(other));
    this.#state = new Uint8Array(parts.length);
    this.#partBits = new Float64Array(parts.length);
    this.#far = new Uint8Array(parts.length);
    this.#placeOf = placeOf;
    this.#shared = shared.map((one) => ({ ...one, of: one.of.flatMap((index) => placeOf.get(index) ?? []) }));
  }

  bits(left: number, right: number, atLeast = -Infinity): number {
    const parts = this.#parts;
    // The most that the pair can have: what is known, and the best of what is not.
    let most = this.#priorBits + this.#lookAtCodes(left, right);
    if (most < atLeast - slack) return -Infinity;
    for (let part = 0; part < parts.length; part++) {
      if (this.#state[part] !== 2) continue;
      const bits = (parts[part] as Part).column.mostOf(this.#far[part] as number, left, right);
      most += bits - (this.#partBits[part] as number);
      this.#partBits[part] = bits;
      if (most < atLeast - slack) return -Infinity;
    }
    for (let place = 0; place < parts.length; place++) {
      const part = this.#byEffort[place] as number;
      if (this.#state[part] !== 2) continue;
      const { column } = parts[part] as Part;
      const bits = column.bitsOf(this.#levelOf(part, left, right), left, right);
      most += bits - (this.#partBits[part] as number);
      this.#partBits[part] = bits;
      if (most < atLeast - slack) return -Infinity;
    }
    this.#holdBackShared(left, right);
    // In the order of the model, so that the sum is the same to the last digit.
    let sum = this.#priorBits;
    for (let part = 0; part < parts.length; part++) sum += this.#partBits[part] as number;
    return sum < atLeast ? -Infinity : sum;
  }

  /** Only lessens the bits, so that what was too little before still is. */
  #holdBackShared(left: number, right: number): void {
    const levelOf = (index: number): number => {
      const place = this.#placeOf.get(index) ?? -1;
      return place < 0 || this.#state[place] === 0 ? -1 : this.#levelOf(place, left, right);
    };
    for (const shared of this.#shared) {
      if (!isShared(shared, levelOf)) continue;
      const { column } = this.#parts[this.#placeOf.get(shared.two.comparison) as number] as Part;
      const rarity = column.termBits(levelOf(shared.two.comparison), left, right);
      holdBackShared(this.#partBits, shared.of, shared.atMostBits, rarity);
    }
  }

  levels(left: number, right: number, into: Int8Array): void {
    into.fill(-1, 0, this.#comparisons);
    this.#lookAtCodes(left, right);
    for (let part = 0; part < this.#parts.length; part++) {
      if (this.#state[part] !== 0) into[(this.#parts[part] as Part).index] = this.#levelOf(part, left, right);
    }
  }

  termBits(left: number, right: number, levels: Int8Array): number {
    let bits = 0;
    for (let part = 0; part < this.#parts.length; part++) {
      const { index, column } = this.#parts[part] as Part;
      const level = levels[index] as number;
      if (level >= 0) bits += column.termBits(level, left, right);
    }
    return bits;
  }

  /** Takes note that the last value of each column is another one now. */
  renewLast(columns: Pick<PreparedRecords, 'columns'>): void {
    for (const { column } of this.#parts) column.renewLast(columns);
  }

  #levelOf(part: number, left: number, right: number): number {
    const one = this.#rows[left * this.#width + part] as number;
    return (this.#parts[part] as Part).column.level(one, this.#rows[right * this.#width + part] as number);
  }

  /**
   * Finds out what codes and sketches say.
   * @returns the most bits that the pair can have, without the prior
   */
  #lookAtCodes(left: number, right: number): number {
    const [parts, rows, states, partBits] = [this.#parts, this.#rows, this.#state, this.#partBits];
    const own = left * this.#width;
    const theirs = right * this.#width;
    let most = 0;
    for (let at = 0; at < parts.length; at++) {
      const one = rows[own + at] as number;
      const other = rows[theirs + at] as number;
      states[at] = 0;
      partBits[at] = 0;
      if (one === 0 || other === 0) continue;
      const part = parts[at] as Part;
      if (part.insteadOf.length > 0 && this.#compares(part.insteadOf)) continue;
      let bits: number;
      let state = 2;
      if (one === other) {
        const known = part.equalBits[one];
        bits = known === known && known !== undefined ? known : part.column.bitsOfEqual(one, left, right);
        state = 1;
      } else {
        const far =
          part.sketch === -1
            ? 0
            : howFar(part.comparator, rows, own + part.sketch, theirs + part.sketch, part.near, part.nearFirst);
        bits = part.mostBits[far] as number;
        if (far === apart.far && part.isFarExact) state = 1;
        else this.#far[at] = far;
      }
      states[at] = state;
      partBits[at] = bits;
      most += bits;
    }
    return most;
  }

  #compares(parts: readonly number[]): boolean {
    for (let at = 0; at < parts.length; at++) if (this.#state[parts[at] as number] !== 0) return true;
    return false;
  }
}

/** Sums in another order differ in their last digits. */
const slack = 1e-6;

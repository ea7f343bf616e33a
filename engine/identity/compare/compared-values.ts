import type { PreparedColumn, PreparedRecords } from '../model/prepared-records.ts';
import type { Comparator } from './comparator.ts';
import type { CompiledComparison } from './compiled-comparison.ts';
import { NumberPairs } from './number-pairs.ts';
import { sketchOf } from './value-sketch.ts';

/** What one comparison looks at, each different value once. */
export class ComparedValues {
  /** By record: number of its value, or of its two values together; 0: nothing that can be compared. */
  readonly codes: Int32Array;
  /** How many different ones there are, 0 included. */
  readonly count: number;
  /** By position, by code in the column: the sketch of the value, its numbers after one another. */
  readonly #sketches: readonly Int32Array[];
  readonly #comparator: Comparator<unknown>;
  readonly #columns: readonly PreparedColumn[];
  /** By code, the codes in the columns; null where there is one column, whose codes are these. */
  readonly #pairs: NumberPairs | null;
  /** By position and code in the column: what the comparator prepared; filled as it is asked for. */
  readonly #prepared: readonly unknown[][];

  /**
   * @param comparison of a compiled model
   * @param prepared records in columns, which have all features of the comparison
   */
  constructor({ comparison, comparator }: CompiledComparison, prepared: PreparedRecords) {
    this.#comparator = comparator;
    this.#columns = comparison.features.map((feature) => prepared.columns.get(feature) as PreparedColumn);
    const read = this.#columns.map((column, position) => readValues(comparator, column, position));
    this.#sketches = read.map(({ sketches }) => sketches);
    const says = read.map((each) => each.says);
    this.#prepared = this.#columns.map(() => []);
    const [first, second] = this.#columns as [PreparedColumn, PreparedColumn | undefined];
    const [firstSays, secondSays] = says as [Uint8Array, Uint8Array];
    if (second === undefined) {
      this.#pairs = null;
      this.count = first.values.length;
      if (firstSays.every((each, code) => each === 1 || code === 0)) {
        this.codes = first.codes;
        return;
      }
      this.codes = new Int32Array(prepared.count);
      for (let record = 0; record < prepared.count; record++) {
        const code = first.codes[record] as number;
        this.codes[record] = firstSays[code] === 1 ? code : 0;
      }
      return;
    }
    this.codes = new Int32Array(prepared.count);
    const pairs = new NumberPairs();
    for (let record = 0; record < prepared.count; record++) {
      const [one, other] = [first.codes[record] as number, second.codes[record] as number];
      if (firstSays[one] === 1 && secondSays[other] === 1) this.codes[record] = pairs.numberOf(one, other);
    }
    this.#pairs = pairs;
    this.count = pairs.count;
  }

  /** The level of the comparator for two codes that are not 0. */
  levelOf(left: number, right: number, atLeast: readonly number[]): number {
    if (this.#pairs === null) {
      const [one, other] = [this.#preparedOf(0, left), this.#preparedOf(0, right)];
      return this.#comparator.compare(one, other, one, other, atLeast);
    }
    const { firsts, seconds } = this.#pairs;
    return this.#comparator.compare(
      this.#preparedOf(0, firsts[left] as number),
      this.#preparedOf(0, firsts[right] as number),
      this.#preparedOf(1, seconds[left] as number),
      this.#preparedOf(1, seconds[right] as number),
      atLeast,
    );
  }

  /** Writes the sketch of a record's values, one number after another. */
  writeSketch(record: number, into: Int32Array, at: number): void {
    let place = at;
    for (let position = 0; position < this.#columns.length; position++) {
      const { codes, values } = this.#columns[position] as PreparedColumn;
      const sketches = this.#sketches[position] as Int32Array;
      const words = sketches.length / values.length;
      const from = (codes[record] as number) * words;
      for (let word = 0; word < words; word++) into[place++] = sketches[from + word] as number;
    }
  }

  #preparedOf(position: 0 | 1, code: number): unknown {
    const known = this.#prepared[position] as unknown[];
    const value = known[code];
    if (value !== undefined) return value;
    const text = (this.#columns[position] as PreparedColumn).values[code] as string;
    return (known[code] = this.#comparator.prepare(text, position));
  }
}

/** By code: 1 where the comparator can make something of the value; its sketch. */
function readValues(
  comparator: Comparator<unknown>,
  { values }: PreparedColumn,
  position: number,
): { says: Uint8Array; sketches: Int32Array } {
  const says = new Uint8Array(values.length);
  let sketches: Int32Array | null = null;
  for (let code = 1; code < values.length; code++) {
    const prepared = comparator.prepare(values[code] as string, position);
    if (prepared === null) continue;
    says[code] = 1;
    const sketch = sketchOf(comparator.id, position, prepared);
    sketches ??= new Int32Array(values.length * sketch.length);
    sketches.set(sketch, code * sketch.length);
  }
  return { says, sketches: sketches ?? new Int32Array(0) };
}

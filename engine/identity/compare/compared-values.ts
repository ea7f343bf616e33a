import type { PreparedColumn } from '../model/prepared-records.ts';
import type { Comparator } from './comparator.ts';

/** Two features' values that one comparison looks at together, by number of the pair; 0 stands for none. */
export interface ValuePairs {
  firsts: Int32Array;
  seconds: Int32Array;
}

/** What one comparison looks at, each different value once: made ready when it is first looked at. */
export class ComparedValues {
  /** How many different ones there are, 0 included. */
  readonly count: number;
  readonly #comparator: Comparator<unknown>;
  readonly #columns: readonly PreparedColumn[];
  readonly #pairs: ValuePairs | null;
  /** By position and code in the column: what the comparator prepared; filled as it is asked for. */
  readonly #prepared: readonly unknown[][];

  /**
   * @param columns those of the comparison's features
   * @param pairs by code, the codes in the columns; null where there is one column, whose codes are these
   */
  constructor(comparator: Comparator<unknown>, columns: readonly PreparedColumn[], pairs: ValuePairs | null) {
    this.#comparator = comparator;
    this.#columns = columns;
    this.#pairs = pairs;
    this.count = pairs === null ? (columns[0] as PreparedColumn).values.length : pairs.firsts.length;
    this.#prepared = columns.map(() => []);
  }

  /** The level of the comparator for two codes that are not 0. */
  levelOf(left: number, right: number, atLeast: readonly number[]): number {
    if (this.#pairs === null) {
      const one = this.#preparedOf(0, left);
      const other = this.#preparedOf(0, right);
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

  /** Forgets what was made of the last value of each column, as it is another one now. */
  renewLast(): void {
    for (const [position, { values }] of this.#columns.entries()) {
      (this.#prepared[position] as unknown[])[values.length - 1] = undefined;
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

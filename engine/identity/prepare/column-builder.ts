import type { PreparedColumn } from '../model/prepared-records.ts';

/** chosen: 1,024 records to begin with; columns double as they fill. */
const firstCapacity = 1_024;

/** Collects one feature of records that come one after another: each value once, a code per record. */
export class ColumnBuilder {
  readonly #codeOf = new Map<string, number>([['', 0]]);
  readonly #values: string[] = [''];
  #codes = new Int32Array(firstCapacity);
  #counts = new Uint32Array(firstCapacity);

  /** The code of a value, which is given one when it is new. */
  codeOf(value: string): number {
    const known = this.#codeOf.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    // A text cut out of a longer one would keep all of that in memory.
    this.#codeOf.set(value, code);
    this.#values.push(value);
    if (code === this.#counts.length) this.#counts = grown(this.#counts, new Uint32Array(code * 2));
    return code;
  }

  /** Sets what a record has; records that nothing was set for have nothing. */
  set(record: number, code: number): void {
    if (record >= this.#codes.length) {
      this.#codes = grown(this.#codes, new Int32Array(Math.max(record + 1, this.#codes.length * 2)));
    }
    this.#codes[record] = code;
    (this.#counts[code] as number)++;
  }

  /** Sets what further records have, as another builder found it; `from` is the number of the first of them. */
  append(from: number, { codes, values, counts }: PreparedColumn): void {
    // Codes are given in the order of first appearance here as there, whatever is known already.
    const codeHere = Int32Array.from(values, (value) => this.codeOf(value));
    if (from + codes.length > this.#codes.length) {
      this.#codes = grown(this.#codes, new Int32Array(Math.max(from + codes.length, this.#codes.length * 2)));
    }
    for (let at = 0; at < codes.length; at++) this.#codes[from + at] = codeHere[codes[at] as number] as number;
    for (let code = 1; code < counts.length; code++) {
      const here = codeHere[code] as number;
      this.#counts[here] = (this.#counts[here] as number) + (counts[code] as number);
    }
  }

  /**
   * Closes the column; the builder is of no use afterwards.
   * @param records how many there are
   */
  finish(records: number): PreparedColumn {
    this.#codeOf.clear();
    const counts = this.#counts.slice(0, this.#values.length);
    counts[0] = 0;
    counts[0] = records - counts.reduce((sum, count) => sum + count, 0);
    const codes =
      records <= this.#codes.length ? this.#codes.slice(0, records) : grown(this.#codes, new Int32Array(records));
    return { codes, values: this.#values, counts };
  }
}

function grown<Column extends Int32Array | Uint32Array>(from: Column, to: Column): Column {
  to.set(from.subarray(0, to.length));
  return to;
}

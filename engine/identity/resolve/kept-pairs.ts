import type { ScoredPairs } from '../model/pair.ts';

/** Pairs in columns that grow. */
export class KeptPairs {
  #left = new Int32Array(1_024);
  #right = new Int32Array(1_024);
  #bits = new Float32Array(1_024);
  #size = 0;

  add(left: number, right: number, bits: number): void {
    const at = this.#size;
    if (at === this.#left.length) this.#grow();
    this.#left[at] = left;
    this.#right[at] = right;
    this.#bits[at] = bits;
    this.#size = at + 1;
  }

  /** The pairs so far; valid until the next is added. */
  columns(): ScoredPairs {
    return {
      left: this.#left.subarray(0, this.#size),
      right: this.#right.subarray(0, this.#size),
      bits: this.#bits.subarray(0, this.#size),
    };
  }

  #grow(): void {
    const size = this.#size * 2;
    const [left, right, bits] = [new Int32Array(size), new Int32Array(size), new Float32Array(size)];
    left.set(this.#left);
    right.set(this.#right);
    bits.set(this.#bits);
    [this.#left, this.#right, this.#bits] = [left, right, bits];
  }
}

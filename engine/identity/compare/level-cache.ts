import { hashOf } from './number-pairs.ts';

/** chosen: 2^16 pairs of values take 576 KiB, which stays in a processor's cache; hot pairs (common names, neighbouring towns) stay in. */
const size = 65_536;

/** Levels of the pairs of values that came last: a new pair takes the place of an old one. */
export class LevelCache {
  readonly #lefts = new Int32Array(size);
  readonly #rights = new Int32Array(size);
  readonly #levels = new Int8Array(size);

  /**
   * @param left, right codes, left below right
   * @returns -1: not known
   */
  get(left: number, right: number): number {
    const slot = hashOf(left, right) & (size - 1);
    return this.#lefts[slot] === left && this.#rights[slot] === right ? (this.#levels[slot] as number) : -1;
  }

  set(left: number, right: number, level: number): void {
    const slot = hashOf(left, right) & (size - 1);
    this.#lefts[slot] = left;
    this.#rights[slot] = right;
    this.#levels[slot] = level;
  }
}

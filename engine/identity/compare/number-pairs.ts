/** Gives each different pair of whole numbers a number, from 1. */
export class NumberPairs {
  /** By number of the pair. */
  firsts = new Int32Array(1_024);
  seconds = new Int32Array(1_024);
  /** Numbers given, 0 included. */
  count = 1;
  /** Open addressing: numbers of pairs; 0 is free. */
  #slots = new Int32Array(2_048);

  /** @param first, second 0 or more, below 2^31 */
  numberOf(first: number, second: number): number {
    if (this.count * 2 >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(first, second);
    const known = this.#slots[slot] as number;
    if (known !== 0) return known;
    const number = this.count++;
    this.#slots[slot] = number;
    this.firsts[number] = first;
    this.seconds[number] = second;
    return number;
  }

  /** The number that a pair was given; 0: none. */
  known(first: number, second: number): number {
    return this.#slots[this.#slotOf(first, second)] as number;
  }

  /** Where a pair is, or would be. */
  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(first, second) & mask;
    for (let number = this.#slots[slot] as number; number !== 0; number = this.#slots[slot] as number) {
      if (this.firsts[number] === first && this.seconds[number] === second) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    this.firsts = grown(this.firsts, size / 2);
    this.seconds = grown(this.seconds, size / 2);
    this.#slots = new Int32Array(size);
    for (let number = 1; number < this.count; number++) {
      let slot = hashOf(this.firsts[number] as number, this.seconds[number] as number) & (size - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = number;
    }
  }
}

/** Spreads two numbers over 32 bits. @source multipliers and shifts of MurmurHash3's finalizer, Austin Appleby, public domain */
export function hashOf(first: number, second: number): number {
  let hash = Math.imul(first, 0x85ebca6b) ^ Math.imul(second + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function grown(numbers: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(numbers);
  return larger;
}

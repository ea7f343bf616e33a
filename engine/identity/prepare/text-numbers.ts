/** Finds the number of a text among many, with 4 bytes for each in place of a `Map`'s 40 and more. */
export class TextNumbers {
  readonly #texts: readonly string[];
  /** Open addressing: numbers of texts; 0 is free. */
  readonly #slots: Int32Array;

  /** @param texts different ones; the first, number 0, stands for none */
  constructor(texts: readonly string[]) {
    this.#texts = texts;
    let size = 16;
    while (size < texts.length * 2) size *= 2;
    this.#slots = new Int32Array(size);
    for (let number = 1; number < texts.length; number++) {
      let slot = hashOfText(texts[number] as string) & (size - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = number;
    }
  }

  /** @returns 0 for a text that is not among them */
  numberOf(text: string): number {
    const mask = this.#slots.length - 1;
    let slot = hashOfText(text) & mask;
    for (let number = this.#slots[slot] as number; number !== 0; number = this.#slots[slot] as number) {
      if (this.#texts[number] === text) return number;
      slot = (slot + 1) & mask;
    }
    return 0;
  }
}

/** @source FNV-1a, 32 bits, Fowler, Noll and Vo, over UTF-16 units, mixed at the end as its low bits are weak */
export function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

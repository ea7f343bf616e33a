/**
 * Masks of rows, kept as shared blocks.
 *
 * A mask is cut into blocks of up to 32 words, that is 1,024 rows. A block begins with a summary (bit n: word n is not
 * empty), its words follow. Blocks of equal content are kept once, so that the thousands of values of a column, which
 * differ from their neighbours in a row or two, cost one block each however many rows the table has.
 */
export interface MaskLayout {
  /** Words of 32 rows in a whole mask; at least one. */
  wordCount: number;
  /** Blocks in a mask. */
  blockCount: number;
  /** Words in a block, its summary not counted. */
  blockWords: number;
}

/** The layout of the masks of a table. @param rowCount rows that are not disabled */
export function maskLayout(rowCount: number): MaskLayout {
  const wordCount = Math.max(1, Math.ceil(rowCount / 32));
  return { wordCount, blockCount: Math.ceil(wordCount / 32), blockWords: Math.min(wordCount, 32) };
}

/** Collects masks; every block that it was given before is found again. */
export class MaskBlocks {
  readonly layout: MaskLayout;
  private words: Int32Array;
  private used = 0;
  private count = 0;
  /** Open addressing: offset of a block + 1, or 0. */
  private slots = new Int32Array(64);

  constructor(layout: MaskLayout) {
    this.layout = layout;
    this.words = new Int32Array(16 * (layout.blockWords + 1));
  }

  /** All blocks, one after the other. Take it when everything is added. */
  finish(): Int32Array {
    return this.words.slice(0, this.used);
  }

  /**
   * Finds or adds one block of a mask.
   * @param mask a whole mask of `wordCount` words
   * @param block which block of it
   * @returns offset of its summary in `finish()`
   */
  add(mask: Int32Array, block: number): number {
    const { blockWords, wordCount } = this.layout;
    const from = block * 32;
    const size = Math.min(blockWords, wordCount - from);
    this.reserve(blockWords + 1);
    const { words, used } = this;
    let summary = 0;
    for (let word = 0; word < size; word++) {
      const bits = mask[from + word] as number;
      words[used + 1 + word] = bits;
      if (bits !== 0) summary |= 1 << word;
    }
    words.fill(0, used + 1 + size, used + 1 + blockWords);
    words[used] = summary;
    return this.findOrKeep(hashOf(words, used, blockWords + 1));
  }

  /** Looks for the block that stands behind the used words. */
  private findOrKeep(hash: number): number {
    const stride = this.layout.blockWords + 1;
    let at = hash & (this.slots.length - 1);
    for (;;) {
      const slot = this.slots[at] as number;
      if (slot === 0) break;
      if (this.equal(slot - 1, stride)) return slot - 1;
      at = (at + 1) & (this.slots.length - 1);
    }
    const offset = this.used;
    this.slots[at] = offset + 1;
    this.used += stride;
    if (++this.count * 2 > this.slots.length) this.grow();
    return offset;
  }

  private equal(offset: number, stride: number): boolean {
    const { words, used } = this;
    for (let word = 0; word < stride; word++) if (words[offset + word] !== words[used + word]) return false;
    return true;
  }

  private reserve(size: number): void {
    if (this.used + size <= this.words.length) return;
    const larger = new Int32Array(this.words.length * 2);
    larger.set(this.words);
    this.words = larger;
  }

  private grow(): void {
    const { blockWords } = this.layout;
    const slots = new Int32Array(this.slots.length * 2);
    for (let offset = 0; offset < this.used; offset += blockWords + 1) {
      let at = hashOf(this.words, offset, blockWords + 1) & (slots.length - 1);
      while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
      slots[at] = offset + 1;
    }
    this.slots = slots;
  }
}

function hashOf(words: Int32Array, from: number, count: number): number {
  let hash = 0;
  for (let at = from; at < from + count; at++) {
    hash = Math.imul(hash ^ (words[at] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

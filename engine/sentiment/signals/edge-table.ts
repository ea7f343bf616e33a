const none = -1;

/**
 * (node, number of a word) → nodes, in one table with open addressing: a Map per node would take most of the time of loading,
 * and a Map over pairs most of the time of reading.
 */
export class EdgeTable {
  private from = new Int32Array(1 << 14).fill(none);
  private word = new Int32Array(1 << 14);
  private to: number[][] = [];
  private index = new Int32Array(1 << 14);

  get(node: number, word: number): readonly number[] | undefined {
    const at = this.find(node, word);
    return this.from[at] === none ? undefined : this.to[this.index[at] as number];
  }

  add(node: number, word: number, target: number): void {
    if (this.to.length * 2 >= this.from.length) this.grow();
    const at = this.find(node, word);
    if (this.from[at] !== none) {
      const targets = this.to[this.index[at] as number] as number[];
      if (!targets.includes(target)) targets.push(target);
      return;
    }
    this.put(at, node, word, this.to.length);
    this.to.push([target]);
  }

  private grow(): void {
    const [from, word, index] = [this.from, this.word, this.index];
    this.from = new Int32Array(from.length * 2).fill(none);
    this.word = new Int32Array(from.length * 2);
    this.index = new Int32Array(from.length * 2);
    for (let at = 0; at < from.length; at++) {
      const node = from[at] as number;
      if (node === none) continue;
      this.put(this.find(node, word[at] as number), node, word[at] as number, index[at] as number);
    }
  }

  private put(at: number, node: number, word: number, index: number): void {
    this.from[at] = node;
    this.word[at] = word;
    this.index[at] = index;
  }

  /** Where the pair is, or would be. */
  private find(node: number, word: number): number {
    const mask = this.from.length - 1;
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    while (this.from[at] !== none && (this.from[at] !== node || this.word[at] !== word)) at = (at + 1) & mask;
    return at;
  }
}

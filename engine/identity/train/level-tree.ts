/** Branches of a node: more than any comparison has levels. */
const branches = 16;

/** Numbers outcomes in the order that they come in, from 0: one step per comparison, without making a text of it. */
export class LevelTree {
  #children = new Int32Array(branches * 1024);
  #nodes = 1;
  #leaves = 0;

  /**
   * @param levels each from -1 to 14
   * @param last one more number, 0 to 255
   */
  leafOf(levels: Int8Array, last: number): number {
    let node = 0;
    for (let at = 0; at < levels.length; at++) node = this.#step(node, (levels[at] as number) + 1);
    node = this.#step(node, last >> 4);
    const slot = node * branches + (last & 15);
    const known = this.#children[slot] as number;
    if (known !== 0) return known - 1;
    this.#children[slot] = ++this.#leaves;
    return this.#leaves - 1;
  }

  #step(node: number, branch: number): number {
    const slot = node * branches + branch;
    const known = this.#children[slot] as number;
    if (known !== 0) return known;
    const made = this.#nodes++;
    if ((made + 1) * branches > this.#children.length) {
      const larger = new Int32Array(this.#children.length * 2);
      larger.set(this.#children);
      this.#children = larger;
    }
    this.#children[slot] = made;
    return made;
  }
}

/** Sets of whole numbers that can be joined; the set is named by its root. */
export class UnionFind {
  readonly parent: Int32Array;

  /** @param count of numbers, each in a set of its own at first */
  constructor(count: number) {
    this.parent = new Int32Array(count);
    for (let member = 0; member < count; member += 1) this.parent[member] = member;
  }

  /** The root of the set that holds a number; shortens the way there. */
  root(member: number): number {
    const { parent } = this;
    let at = member;
    for (;;) {
      const up = parent[at] ?? at;
      if (up === at) return at;
      const next = parent[up] ?? up;
      parent[at] = next;
      at = next;
    }
  }

  /** Joins two sets; the lower root stays. */
  join(left: number, right: number): void {
    const [a, b] = [this.root(left), this.root(right)];
    if (a === b) return;
    if (a < b) this.parent[b] = a;
    else this.parent[a] = b;
  }
}

/** A possible join of two clusters, named by their first atom. */
export interface Join {
  average: number;
  left: number;
  right: number;
  /** Which state of the two it was computed from; a later one makes it void. */
  stamp: number;
}

/** Joins by average, highest first; ties go to the earlier clusters. A binary heap. */
export class JoinQueue {
  readonly #heap: Join[] = [];

  push(join: Join): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(join);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = heap[up];
      if (above === undefined || !comesBefore(join, above)) break;
      heap[at] = above;
      at = up;
    }
    heap[at] = join;
  }

  pop(): Join | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      if (left === undefined) break;
      const [child, place] = right !== undefined && comesBefore(right, left) ? [right, 2 * at + 2] : [left, 2 * at + 1];
      if (!comesBefore(child, last)) break;
      heap[at] = child;
      at = place;
    }
    heap[at] = last;
    return first;
  }
}

function comesBefore(one: Join, other: Join): boolean {
  if (one.average !== other.average) return one.average > other.average;
  return one.left !== other.left ? one.left < other.left : one.right < other.right;
}

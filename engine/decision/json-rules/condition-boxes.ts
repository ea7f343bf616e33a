/**
 * A conjunction over columns: by the index of a column the values that it asks for, as bits; a column that is not named
 * may have any value.
 */
export type Box = ReadonlyMap<number, bigint>;

/** Chosen: a rule that takes more rows than a person reads is no row of a table. */
export const maxBoxes = 500;

/** Chosen: about a second's work. */
const maxComparisons = 3_000_000;

const everything: Box = new Map();

/**
 * Writes conditions as boxes of which at most one holds: what `all`, `any` and `not` make of the boxes of their parts.
 * Beyond 500 boxes, or what takes too long to find them, it gives up, and says so in `exceeded`.
 */
export class BoxAlgebra {
  exceeded = false;
  private left = maxComparisons;
  /** By column: all its values. */
  private readonly full: readonly bigint[];

  constructor(full: readonly bigint[]) {
    this.full = full;
  }

  /** Begins with another rule. */
  restart(): void {
    this.exceeded = false;
    this.left = maxComparisons;
  }

  /** One column alone. */
  single(column: number, values: bigint): Box[] {
    const kept = values & (this.full[column] as bigint);
    if (kept === 0n) return [];
    return [kept === this.full[column] ? everything : new Map([[column, kept]])];
  }

  all(parts: readonly Box[][]): Box[] {
    let boxes: Box[] = [everything];
    for (const part of parts) {
      if (boxes.length * part.length > maxComparisons / 100) return this.tooMany();
      boxes = this.tidy(boxes.flatMap((left) => part.flatMap((right) => this.intersect(left, right) ?? [])));
      if (boxes.length === 0) return boxes;
    }
    return boxes;
  }

  /** json-rules-engine takes an `any` without parts for true. */
  any(parts: readonly Box[][]): Box[] {
    if (parts.length === 0) return [everything];
    let boxes: Box[] = [];
    for (const box of parts.flat()) boxes = this.tidy([...boxes, ...this.without([box], boxes)]);
    return boxes;
  }

  not(boxes: readonly Box[]): Box[] {
    return this.tidy(this.without([everything], boxes));
  }

  private without(boxes: readonly Box[], taken: readonly Box[]): Box[] {
    let rest = [...boxes];
    for (const box of taken) {
      rest = rest.flatMap((left) => this.subtract(left, box));
      if (rest.length > maxBoxes) return this.tooMany();
    }
    return rest;
  }

  private intersect(left: Box, right: Box): Box | null {
    const both = new Map(left);
    for (const [column, values] of right) {
      const kept = (left.get(column) ?? (this.full[column] as bigint)) & values;
      if (kept === 0n) return null;
      both.set(column, kept);
    }
    return both;
  }

  /** What of a box lies outside of another: per column the part that leaves it there, having stayed inside before. */
  private subtract(box: Box, taken: Box): Box[] {
    if (this.count() === 0) return [];
    if (this.intersect(box, taken) === null) return [box];
    const outside: Box[] = [];
    const inside = new Map(box);
    for (const [column, values] of taken) {
      const own = inside.get(column) ?? (this.full[column] as bigint);
      const left = own & ~values;
      if (left !== 0n) outside.push(new Map(inside).set(column, left));
      inside.set(column, own & values);
    }
    return outside;
  }

  /** Joins boxes that differ in one column alone. */
  private tidy(boxes: Box[]): Box[] {
    if (boxes.length > maxBoxes || this.exceeded) return this.tooMany();
    const open = [...boxes];
    const done: Box[] = [];
    for (let box = open.pop(); box !== undefined; box = open.pop()) {
      const joined = this.joinWithOne(box, open);
      if (!joined) done.unshift(box);
    }
    return done;
  }

  /** Puts the union with the first box that it can be joined with in the place of that one. */
  private joinWithOne(box: Box, others: Box[]): boolean {
    for (const [place, other] of others.entries()) {
      if (this.count() === 0) return false;
      const union = this.union(box, other);
      if (union === null) continue;
      others[place] = union;
      return true;
    }
    return false;
  }

  private union(left: Box, right: Box): Box | null {
    const [larger, smaller] = left.size < right.size ? [right, left] : [left, right];
    if (larger.size - smaller.size > 1) return null;
    let differing: number | null = null;
    for (const [column, values] of larger) {
      if (smaller.get(column) === values) continue;
      if (differing !== null) return null;
      differing = column;
    }
    if (differing === null) return left;
    // Of equal size they have to name the same columns; of others the smaller has any value where they differ.
    if (larger.size === smaller.size && !smaller.has(differing)) return null;
    const full = this.full[differing] as bigint;
    const values = (left.get(differing) ?? full) | (right.get(differing) ?? full);
    const joined = new Map(left);
    if (values === full) joined.delete(differing);
    else joined.set(differing, values);
    return joined;
  }

  /** Counts one comparison of boxes; 0 when there were too many. */
  private count(): number {
    this.left -= 1;
    if (this.left <= 0) this.exceeded = true;
    return this.exceeded ? 0 : this.left;
  }

  private tooMany(): Box[] {
    this.exceeded = true;
    return [];
  }
}

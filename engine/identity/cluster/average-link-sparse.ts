import { JoinQueue } from './join-queue.ts';
import { weightBetween, type LinkedCluster, type LinkProblem } from './link-problem.ts';

/** Sum of weights between two clusters; `stamp` tells its state from earlier ones. */
interface Slot {
  sum: number;
  stamp: number;
}

/**
 * Joins as `averageLinkDense` does, with the same result, for many atoms: only clusters with a pair that weighs enough are
 * weighed, because no other two can reach the average.
 * @param atoms records that are together already, by the rank of their first record
 * @returns clusters by their first atom
 */
export function averageLinkSparse(atoms: readonly (readonly number[])[], problem: LinkProblem): LinkedCluster[] {
  return new SparseLinks(atoms, problem).run();
}

class SparseLinks {
  readonly #problem: LinkProblem;
  readonly #records: number[][];
  readonly #weakest: number[];
  readonly #slots: Map<number, Slot>[];
  readonly #gone: Uint8Array;
  readonly #queue = new JoinQueue();
  #stamp = 0;

  constructor(atoms: readonly (readonly number[])[], problem: LinkProblem) {
    this.#problem = problem;
    this.#records = atoms.map((atom) => [...atom]);
    this.#weakest = atoms.map(() => Infinity);
    this.#slots = atoms.map(() => new Map<number, Slot>());
    this.#gone = new Uint8Array(atoms.length);
    const atomOf = new Map<number, number>();
    atoms.forEach((atom, index) => {
      for (const record of atom) atomOf.set(record, index);
    });
    atoms.forEach((atom, index) => {
      for (const record of atom) {
        for (const neighbour of problem.strongNeighbours(record)) {
          const other = atomOf.get(neighbour);
          if (other !== undefined && other > index) this.#open(index, other);
        }
      }
    });
  }

  run(): LinkedCluster[] {
    for (;;) {
      const join = this.#queue.pop();
      if (join === undefined) break;
      const { left, right } = join;
      if (this.#slots[left]?.get(right)?.stamp !== join.stamp) continue;
      if (this.#problem.keptApart(this.#records[left] ?? [], this.#records[right] ?? [])) {
        this.#set(left, right, -Infinity);
      } else this.#merge(left, right, join.average);
    }
    return this.#records.flatMap((records, atom) =>
      this.#gone[atom] === 1 ? [] : [{ records, weakest: this.#weakest[atom] ?? Infinity }],
    );
  }

  #open(left: number, right: number): void {
    if (this.#slots[left]?.has(right) === true) return;
    this.#set(left, right, this.#weigh(left, right));
  }

  #weigh(left: number, right: number): number {
    return weightBetween(this.#problem.weightOf, this.#records[left] ?? [], this.#records[right] ?? []);
  }

  #set(one: number, other: number, sum: number): void {
    const slot = { sum, stamp: (this.#stamp += 1) };
    this.#slots[one]?.set(other, slot);
    this.#slots[other]?.set(one, slot);
    const average = sum / ((this.#records[one]?.length ?? 1) * (this.#records[other]?.length ?? 1));
    if (average < this.#problem.sameFixed) return;
    this.#queue.push({ average, left: Math.min(one, other), right: Math.max(one, other), stamp: slot.stamp });
  }

  #merge(left: number, right: number, average: number): void {
    const [kept, gone] = [this.#slots[left], this.#slots[right]];
    if (kept === undefined || gone === undefined) return;
    kept.delete(right);
    gone.delete(left);
    // Sums first, while both still have their own records.
    const sums = new Map<number, number>();
    for (const [other, slot] of kept) sums.set(other, slot.sum + (gone.get(other)?.sum ?? this.#weigh(right, other)));
    for (const [other, slot] of gone) {
      this.#slots[other]?.delete(right);
      if (!kept.has(other)) sums.set(other, slot.sum + this.#weigh(left, other));
    }
    this.#records[left]?.push(...(this.#records[right] ?? []));
    this.#records[right] = [];
    this.#gone[right] = 1;
    this.#slots[right] = new Map();
    this.#weakest[left] = Math.min(this.#weakest[left] ?? 0, this.#weakest[right] ?? 0, average);
    for (const [other, sum] of sums) this.#set(left, other, sum);
  }
}

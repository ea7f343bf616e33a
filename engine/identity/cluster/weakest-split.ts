import { weightBetween } from './link-problem.ts';
import type { WeightOf } from './pair-lookup.ts';

/** Clusters of at most so many atoms are split in every possible way; chosen: 12, which has 2,047 ways. */
export const mostAtomsTriedFully = 12;

/** Larger clusters than this are left as their joins made them; chosen: 1,024, whose weights take 8 MiB. */
export const mostAtomsSplit = 1_024;

/** Starting points that are improved in a larger cluster. */
const improvedStarts = 24;

/** A way to part a cluster in two. */
export interface Split {
  /** By atom: 1 for those that leave. */
  side: Uint8Array;
  /** The sum of the weights across, in fixed bits: below 0, two customers are likelier than one. */
  across: number;
}

/**
 * The split of a cluster with the least weight across. The likelihood of a grouping is the product of the odds of all pairs
 * that it puts together, so that a split raises the likelihood exactly where the weights across add up to less than 0.
 *
 * Up to `mostAtomsTriedFully` atoms it is the least of all. Beyond, finding the least is as hard as a maximum cut: each atom by
 * itself and each link of the maximum spanning tree are tried, and the best of them improved by moving atoms one by one.
 * @param atoms records that stay together whatever comes
 * @returns null for fewer than two atoms, where no weight is negative, or for more than `mostAtomsSplit`
 */
export function weakestSplit(atoms: readonly (readonly number[])[], weightOf: WeightOf): Split | null {
  const count = atoms.length;
  if (count < 2 || count > mostAtomsSplit) return null;
  const weights = new Float64Array(count * count);
  let negative = false;
  for (let left = 0; left < count; left += 1) {
    for (let right = left + 1; right < count; right += 1) {
      const sum = weightBetween(weightOf, atoms[left] ?? [], atoms[right] ?? []);
      weights[left * count + right] = sum;
      weights[right * count + left] = sum;
      if (sum < 0) negative = true;
    }
  }
  if (!negative) return null;
  const board = new SplitBoard(weights, count);
  return count <= mostAtomsTriedFully ? everySplit(board) : nearbySplits(board);
}

/** Goes through all splits, each one move from the last (Gray code); the first atom stays. */
function everySplit(board: SplitBoard): Split {
  let best = Infinity;
  let side = board.side.slice();
  for (let step = 1; step < 2 ** (board.count - 1); step += 1) {
    board.move(1 + (31 - Math.clz32(step & -step)));
    if (board.across >= best) continue;
    best = board.across;
    side = board.side.slice();
  }
  return { side, across: best };
}

function nearbySplits(board: SplitBoard): Split {
  const starts: Split[] = [];
  const note = (): void => {
    starts.push({ side: board.side.slice(), across: board.across });
  };
  for (let atom = 0; atom < board.count; atom += 1) {
    board.reset();
    board.move(atom);
    note();
  }
  for (const branch of board.branches()) {
    board.reset();
    for (const atom of branch) board.move(atom);
    note();
  }
  starts.sort((one, other) => one.across - other.across);
  let best: Split | null = null;
  for (const start of starts.slice(0, improvedStarts)) {
    board.set(start.side);
    board.improve();
    if (best === null || board.across < best.across) best = { side: board.side.slice(), across: board.across };
  }
  return best ?? { side: board.side, across: Infinity };
}

/** A split that is changed atom by atom, with the weight across kept up to date. */
class SplitBoard {
  readonly count: number;
  readonly side: Uint8Array;
  across = 0;
  readonly #weights: Float64Array;
  /** By atom: the weight to the other side less that to its own: what a move takes away from `across`. */
  readonly #gain: Float64Array;
  #moved = 0;

  constructor(weights: Float64Array, count: number) {
    this.count = count;
    this.#weights = weights;
    this.side = new Uint8Array(count);
    this.#gain = new Float64Array(count);
    this.reset();
  }

  reset(): void {
    const { count } = this;
    this.side.fill(0);
    this.across = 0;
    this.#moved = 0;
    for (let atom = 0; atom < count; atom += 1) {
      let own = 0;
      for (let other = 0; other < count; other += 1) own += this.#weights[atom * count + other] ?? 0;
      this.#gain[atom] = -own;
    }
  }

  set(side: Uint8Array): void {
    this.reset();
    side.forEach((value, atom) => {
      if (value === 1) this.move(atom);
    });
  }

  move(atom: number): void {
    const { count, side } = this;
    const gain = this.#gain[atom] ?? 0;
    this.across -= gain;
    const to = side[atom] === 1 ? 0 : 1;
    side[atom] = to;
    this.#moved += to === 1 ? 1 : -1;
    for (let other = 0; other < count; other += 1) {
      const weight = this.#weights[atom * count + other] ?? 0;
      // Those now on the same side lose the link across, the others gain one.
      this.#gain[other] = (this.#gain[other] ?? 0) + (side[other] === to ? -2 * weight : 2 * weight);
    }
    this.#gain[atom] = -gain;
  }

  /** Moves the atom that takes away most, until none takes away anything; neither side may become empty. */
  improve(): void {
    for (let round = 0; round < 4 * this.count; round += 1) {
      let best = -1;
      let most = 0;
      for (let atom = 0; atom < this.count; atom += 1) {
        const left = this.side[atom] === 1 ? this.#moved - 1 : this.count - this.#moved - 1;
        if (left === 0 || (this.#gain[atom] ?? 0) <= most) continue;
        most = this.#gain[atom] ?? 0;
        best = atom;
      }
      if (best === -1) return;
      this.move(best);
    }
  }

  /** For each link of the maximum spanning tree: the atoms beyond it. */
  branches(): number[][] {
    const { parent, order } = this.#spanningTree();
    const below: number[][] = Array.from({ length: this.count }, (_none, atom) => [atom]);
    for (const atom of order.slice(1).reverse()) below[parent[atom] ?? 0]?.push(...(below[atom] ?? []));
    return order.slice(1).map((atom) => below[atom] ?? []);
  }

  /** Prim's algorithm over the full matrix. */
  #spanningTree(): { parent: Int32Array; order: number[] } {
    const { count } = this;
    const parent = new Int32Array(count);
    const nearest = new Float64Array(count).fill(-Infinity);
    const reached = new Uint8Array(count);
    const order: number[] = [];
    let at = 0;
    while (order.length < count) {
      reached[at] = 1;
      order.push(at);
      let next = -1;
      for (let other = 0; other < count; other += 1) {
        if (reached[other] === 1) continue;
        const weight = this.#weights[at * count + other] ?? 0;
        if (weight > (nearest[other] ?? 0)) {
          nearest[other] = weight;
          parent[other] = at;
        }
        if (next === -1 || (nearest[other] ?? 0) > (nearest[next] ?? 0)) next = other;
      }
      if (next === -1) break;
      at = next;
    }
    return { parent, order };
  }
}

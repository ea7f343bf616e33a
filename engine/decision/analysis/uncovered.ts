import { type ClassSet, difference, firstMember, intersection, isEmptySet, lastMember, rangeSet } from './class-set.ts';
import type { SetPool } from './set-pool.ts';

/** A set of points: per dimension the classes that they may have. */
export type Box = ClassSet[];

/** A box of a row: per dimension the number of a set in the dimension's pool. */
export type RowBox = Int32Array;

/** Work that may still be done: a look at one row in one part of a box is one step. Shared by all questions about a table. */
export interface Budget {
  steps: number;
}

/** What a set of a row is to the box at hand. */
const unknown = 0;
const apart = 1;
const partial = 2;
const whole = 3;

/** A part of the box that is still to be looked at, and the rows that may cover some of it. */
interface Part {
  box: Box;
  /** Rows that meet the part, by their number among the covers. */
  active: Int32Array;
  /** Per dimension what each set of the pool is to the part, where known. */
  relations: Uint8Array[];
  /** The dimension in which the part was cut; -1 for all. */
  changed: number;
}

/**
 * Finds points of a box that none of the covers holds, or shows that there are none.
 *
 * The box is cut in two again and again, where that parts the covers best; a cover that spans a part but for one
 * dimension takes its classes off that dimension. Parts that one cover spans are done, and a part that none meets is the answer.
 * This is the search that solvers of satisfiability use: exponential in the worst case, which the budget ends.
 * @param pools per dimension the sets that the covers' numbers mean
 * @param box where to look; not changed
 * @param covers boxes by numbers of sets
 * @param budget is used up; at 0 the search gives up
 * @returns a box of points, all of them uncovered; null when every point is covered; undefined when the budget ended
 * @source Davis, Logemann and Loveland, "A machine program for theorem-proving", CACM 5 (1962): splitting and unit clauses
 */
export function findUncovered(
  pools: readonly SetPool[],
  box: Box,
  covers: readonly RowBox[],
  budget: Budget,
): Box | null | undefined {
  if (box.some(isEmptySet)) return null;
  const pending: Part[] = [
    {
      box,
      active: Int32Array.from(covers.keys()),
      relations: pools.map((pool) => new Uint8Array(pool.sets.length)),
      changed: -1,
    },
  ];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (!settle(pools, part, covers, budget)) continue;
    if (part.active.length === 0) return part.box;
    if (budget.steps <= 0) return undefined;
    pending.push(...cut(pools, part, covers, budget));
  }
  return null;
}

/** Drops covers that do not meet the part and takes off what single dimensions say. False when the part is covered. */
function settle(pools: readonly SetPool[], part: Part, covers: readonly RowBox[], budget: Budget): boolean {
  let changed = part.changed === -1 ? [] : [part.changed];
  do {
    for (const dimension of changed) part.relations[dimension] = renewed(part.relations[dimension] as Uint8Array);
    const left = new Map<number, ClassSet>();
    const kept = new Int32Array(part.active.length);
    let count = 0;
    budget.steps -= part.active.length;
    for (const cover of part.active) {
      const ids = covers[cover] as RowBox;
      let open = 0;
      let last = -1;
      for (let dimension = 0; dimension < ids.length; dimension++) {
        const relation = relationOf(pools, part, dimension, ids[dimension] as number);
        if (relation === whole) continue;
        if (relation === apart) {
          open = -1;
          break;
        }
        open++;
        last = dimension;
      }
      if (open === 0) return false;
      if (open > 1) kept[count++] = cover;
      if (open !== 1) continue;
      // What this cover leaves over lies outside of its set in the one dimension; others are looked at anew.
      const own = left.get(last) ?? (part.box[last] as ClassSet);
      left.set(last, difference(own, pools[last]?.sets[ids[last] as number] as ClassSet));
    }
    part.active = kept.subarray(0, count);
    part.box = part.box.map((set, dimension) => left.get(dimension) ?? set);
    changed = [...left.keys()];
    if (changed.some((dimension) => isEmptySet(part.box[dimension] as ClassSet))) return false;
  } while (changed.length > 0);
  return true;
}

/** The relations of sets to a part that shrank: what lay apart or spanned it still does. */
function renewed(relations: Uint8Array): Uint8Array {
  return relations.map((relation) => (relation === partial ? unknown : relation));
}

function relationOf(pools: readonly SetPool[], part: Part, dimension: number, id: number): number {
  if (id === 0) return whole;
  const relations = part.relations[dimension] as Uint8Array;
  const known = relations[id] as number;
  if (known !== unknown) return known;
  const relation = compare(pools[dimension]?.sets[id] as ClassSet, part.box[dimension] as ClassSet);
  relations[id] = relation;
  return relation;
}

function compare(set: ClassSet, box: ClassSet): number {
  let inside = false;
  let outside = false;
  for (let word = 0; word < box.length; word++) {
    const bits = box[word] as number;
    if (bits === 0) continue;
    const common = bits & (set[word] as number);
    if (common !== 0) inside = true;
    if ((bits & ~common) !== 0) outside = true;
    if (inside && outside) return partial;
  }
  return inside ? whole : apart;
}

/** Cuts a part in two; the half with fewer covers comes last, to be looked at first. */
function cut(pools: readonly SetPool[], part: Part, covers: readonly RowBox[], budget: Budget): Part[] {
  const best = bestCut(pools, part, covers, budget) ?? setCut(pools, part, covers);
  const { dimension, inside } = best;
  const own = part.box[dimension] as ClassSet;
  const halves = [intersection(own, inside), difference(own, inside)].map((half) => ({
    box: part.box.with(dimension, half),
    active: part.active,
    relations: [...part.relations],
    changed: dimension,
  }));
  return best.fewerInside ? halves.reverse() : halves;
}

interface Cut {
  dimension: number;
  inside: ClassSet;
  fewerInside: boolean;
}

/** The cut between two neighbouring classes that leaves the fewest covers on either side. */
function bestCut(pools: readonly SetPool[], part: Part, covers: readonly RowBox[], budget: Budget): Cut | null {
  const { active } = part;
  let best: { cost: number; dimension: number; at: number; left: number; right: number } | null = null;
  const firsts = new Int32Array(active.length);
  const lasts = new Int32Array(active.length);
  for (let dimension = 0; dimension < pools.length; dimension++) {
    const box = part.box[dimension] as ClassSet;
    const low = firstMember(box);
    const high = lastMember(box);
    if (low === high) continue;
    const pool = pools[dimension] as SetPool;
    let count = 0;
    for (const cover of active) {
      const id = covers[cover]?.[dimension] as number;
      if (relationOf(pools, part, dimension, id) !== partial) continue;
      firsts[count] = Math.max(low, pool.firsts(id));
      lasts[count++] = Math.min(high, pool.lasts(id));
    }
    if (count === 0) continue;
    budget.steps -= count;
    const spanning = active.length - count;
    const begins = firsts.subarray(0, count).sort();
    const ends = lasts.subarray(0, count).sort();
    let begun = 0;
    let ended = 0;
    // Cuts are tried after each end and before each begin.
    while (begun < count || ended < count) {
      const beginCut = begun < count ? (begins[begun] as number) - 1 : high;
      const at = Math.min(beginCut, ended < count ? (ends[ended] as number) : high);
      while (begun < count && (begins[begun] as number) <= at) begun++;
      while (ended < count && (ends[ended] as number) <= at) ended++;
      if (at >= high) break;
      if (at >= low) {
        const left = begun + spanning;
        const right = count - ended + spanning;
        const cost = left * left + right * right;
        if (best === null || cost < best.cost) best = { cost, dimension, at, left, right };
      }
      while (begun < count && (begins[begun] as number) - 1 <= at) begun++;
    }
  }
  if (best === null) return null;
  const { length } = part.box[best.dimension] as ClassSet;
  return { dimension: best.dimension, inside: rangeSet(length * 32, 0, best.at), fewerInside: best.left <= best.right };
}

/** Where all covers reach from end to end and differ by holes: inside and outside of one of them. */
function setCut(pools: readonly SetPool[], part: Part, covers: readonly RowBox[]): Cut {
  for (const cover of part.active) {
    const ids = covers[cover] as RowBox;
    for (let dimension = 0; dimension < ids.length; dimension++) {
      const id = ids[dimension] as number;
      if (relationOf(pools, part, dimension, id) !== partial) continue;
      return { dimension, inside: pools[dimension]?.sets[id] as ClassSet, fewerInside: false };
    }
  }
  throw new Error('a cover that neither spans a part nor lies apart from it has an open dimension');
}

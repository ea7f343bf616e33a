import {
  type ClassSet,
  countOf,
  difference,
  firstMember,
  intersection,
  isEmptySet,
  lastMember,
  rangeSet,
} from './class-set.ts';
import {
  apart,
  coverQuery,
  type CoverQuery,
  partial,
  type QueryAxis,
  relate,
  spanning,
  unknown,
} from './cover-query.ts';
import type { Box, RowBox } from './box.ts';
import type { SetPool } from './set-pool.ts';

/**
 * Work that may still be done: a look at one cell in one part of a box is one step. Shared by many questions;
 * one takes a share of what is left at most, so that a hard one leaves something for those after it.
 */
export interface Budget {
  steps: number;
  /** The most that one question may take, as a share of what is left. */
  share: number;
}

/** A part of the box that is still to be looked at, and the covers that may cover some of it. */
interface Part {
  /** By axis of the query. */
  box: Box;
  /** Covers that meet the part, by their place in the query. */
  active: Int32Array;
  /** Per axis what each set is to the part, where known. */
  relations: Uint8Array[];
  /** The axis in which the part was cut; -1 for none. */
  changed: number;
}

/** What every question may take. */
const minSteps = 2_000;
/** Sets of one dimension that are tried for a cut. chosen: 32, more than the cells of a column that people still read. */
const maxTried = 32;

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
 * @param needed gets the numbers of covers that together cover the box, when it is covered
 * @param rest gets, when points are found, boxes of the points that were not looked at; all others are covered
 * @returns a box of points, all of them uncovered; null when every point is covered; undefined when the budget ended
 * @source Davis, Logemann and Loveland, "A machine program for theorem-proving", CACM 5 (1962): splitting and unit clauses
 */
export function findUncovered(
  pools: readonly SetPool[],
  box: Box,
  covers: readonly RowBox[],
  budget: Budget,
  needed?: Set<number>,
  rest?: Box[],
): Box | null | undefined {
  if (box.some(isEmptySet)) return null;
  if (budget.steps <= 0) return undefined;
  const until = budget.steps - Math.max(minSteps, budget.steps * budget.share);
  budget.steps -= covers.length;
  const query = coverQuery(pools, box, covers);
  if (typeof query === 'number') {
    needed?.add(query);
    return null;
  }
  const need = (place: number) => needed?.add(query.origins[place] as number);
  const { axes } = query;
  const wholeBox = (part: Part): Box => {
    const whole = [...box];
    for (const [axis, set] of part.box.entries()) whole[axes[axis]?.dimension as number] = set;
    return whole;
  };
  const pending: Part[] = [
    {
      box: axes.map(({ dimension }) => box[dimension] as ClassSet),
      active: Int32Array.from(query.origins.keys()),
      relations: axes.map(({ sets }) => new Uint8Array(sets.length)),
      changed: -1,
    },
  ];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (!settle(query, part, budget, need)) continue;
    if (part.active.length === 0) {
      rest?.push(...pending.map(wholeBox));
      return wholeBox(part);
    }
    if (budget.steps <= until) return undefined;
    cut(query, part, pending, budget);
  }
  return null;
}

/** Drops covers that do not meet the part and takes off what single dimensions say. False when the part is covered. */
function settle(query: CoverQuery, part: Part, budget: Budget, need: (place: number) => void): boolean {
  const { axes, limits, starts } = query;
  let changed = part.changed === -1 ? [] : [part.changed];
  do {
    for (const axis of changed) part.relations[axis] = renewed(part.relations[axis] as Uint8Array);
    const left = new Map<number, ClassSet>();
    const kept = new Int32Array(part.active.length);
    let keptCount = 0;
    budget.steps -= axes.length;
    const ends = part.box.map((set) => [firstMember(set), lastMember(set)] as const);
    for (const place of part.active) {
      const end = starts[place + 1] as number;
      let open = 0;
      let last = 0;
      budget.steps--;
      for (let at = starts[place] as number; at < end; at += 2) {
        const axis = limits[at] as number;
        const number = limits[at + 1] as number;
        const relation = relationOf(
          axes[axis] as QueryAxis,
          part,
          axis,
          number,
          ends[axis] as readonly [number, number],
        );
        if (relation === spanning) continue;
        if (relation === apart) {
          open = -1;
          break;
        }
        open++;
        last = at;
      }
      if (open === 0) {
        need(place);
        return false;
      }
      if (open > 1) kept[keptCount++] = place;
      if (open !== 1) continue;
      // What this cover leaves over lies outside of its set in the one dimension; others are looked at anew.
      const axis = limits[last] as number;
      const own = left.get(axis) ?? (part.box[axis] as ClassSet);
      left.set(axis, difference(own, axes[axis]?.sets[limits[last + 1] as number] as ClassSet));
      need(place);
    }
    part.active = kept.subarray(0, keptCount);
    changed = [...left.keys()];
    if (changed.length > 0) part.box = part.box.map((set, axis) => left.get(axis) ?? set);
    if (changed.some((axis) => isEmptySet(part.box[axis] as ClassSet))) return false;
  } while (changed.length > 0);
  return true;
}

/** The relations of sets to a part that shrank: what lay apart or spanned it still does. */
function renewed(relations: Uint8Array): Uint8Array {
  const fresh = relations.slice();
  for (let number = 0; number < fresh.length; number++) if (fresh[number] === partial) fresh[number] = unknown;
  return fresh;
}

function relationOf(
  axis: QueryAxis,
  part: Part,
  at: number,
  number: number,
  [low, high]: readonly [number, number],
): number {
  const relations = part.relations[at] as Uint8Array;
  const known = relations[number] as number;
  if (known !== unknown) return known;
  const { sets, firsts, lasts } = axis;
  const relation = relate(
    sets[number] as ClassSet,
    firsts[number] as number,
    lasts[number] as number,
    part.box[at] as ClassSet,
    low,
    high,
  );
  relations[number] = relation;
  return relation;
}

/** Cuts a part in two; the half with fewer covers comes last, to be looked at first. */
function cut(query: CoverQuery, part: Part, pending: Part[], budget: Budget): void {
  const { axis, inside, fewerInside } = bestCut(query, part) ?? setCut(query, part, budget);
  const own = part.box[axis] as ClassSet;
  const { active } = part;
  const within: Part = {
    box: part.box.with(axis, intersection(own, inside)),
    active,
    relations: [...part.relations],
    changed: axis,
  };
  const without: Part = {
    box: part.box.with(axis, difference(own, inside)),
    active,
    relations: [...part.relations],
    changed: axis,
  };
  if (fewerInside) pending.push(without, within);
  else pending.push(within, without);
}

interface Cut {
  axis: number;
  inside: ClassSet;
  fewerInside: boolean;
}

/** The cut between two neighbouring classes that leaves the fewest covers on either side. */
function bestCut(query: CoverQuery, part: Part): Cut | null {
  const { axes } = query;
  const partials = partialNumbers(query, part);
  const activeCount = part.active.length;
  let best: { cost: number; axis: number; at: number; left: number; right: number } | null = null;
  for (const [axis, numbers] of partials.entries()) {
    const box = part.box[axis] as ClassSet;
    const low = firstMember(box);
    const high = lastMember(box);
    const count = numbers.length;
    if (low === high || count === 0) continue;
    const { firsts, lasts } = axes[axis] as QueryAxis;
    const spanningCount = activeCount - count;
    const begins = new Int32Array(count);
    const ends = new Int32Array(count);
    for (let index = 0; index < count; index++) {
      const number = numbers[index] as number;
      begins[index] = Math.max(low, firsts[number] as number);
      ends[index] = Math.min(high, lasts[number] as number);
    }
    begins.sort();
    ends.sort();
    let begun = 0;
    let ended = 0;
    // Cuts are tried after each end and before each begin.
    while (begun < count || ended < count) {
      const beforeBegin = begun < count ? (begins[begun] as number) - 1 : high;
      const at = Math.min(beforeBegin, ended < count ? (ends[ended] as number) : high);
      if (at >= high) break;
      while (begun < count && (begins[begun] as number) <= at) begun++;
      while (ended < count && (ends[ended] as number) <= at) ended++;
      if (at >= low) {
        const left = begun + spanningCount;
        const right = count - ended + spanningCount;
        const cost = left * left + right * right;
        if (best === null || cost < best.cost) best = { cost, axis, at, left, right };
      }
      while (begun < count && (begins[begun] as number) - 1 <= at) begun++;
    }
  }
  if (best === null) return null;
  const { length } = part.box[best.axis] as ClassSet;
  return { axis: best.axis, inside: rangeSet(length * 32, 0, best.at), fewerInside: best.left <= best.right };
}

/** By axis the numbers of the sets that hold some of the part, once for each cover. */
function partialNumbers({ axes, limits, starts }: CoverQuery, part: Part): number[][] {
  const found: number[][] = axes.map(() => []);
  for (const place of part.active) {
    const end = starts[place + 1] as number;
    for (let at = starts[place] as number; at < end; at += 2) {
      const axis = limits[at] as number;
      const number = limits[at + 1] as number;
      if (part.relations[axis]?.[number] === partial) found[axis]?.push(number);
    }
  }
  return found;
}

/** Where all covers reach from end to end and differ by holes: inside and outside of the one that leaves the most out. */
function setCut(query: CoverQuery, part: Part, budget: Budget): Cut {
  let best: (Cut & { held: number }) | null = null;
  for (const [axis, numbers] of partialNumbers(query, part).entries()) {
    const own = part.box[axis] as ClassSet;
    // Any of these sets cuts; the best of thousands is not worth the search.
    const tried = new Set<number>();
    for (let at = 0; at < numbers.length && tried.size < maxTried; at++) tried.add(numbers[at] as number);
    budget.steps -= (numbers.length >>> 3) + tried.size * (1 + (own.length >>> 2));
    for (const number of tried) {
      const inside = query.axes[axis]?.sets[number] as ClassSet;
      const held = countOf(intersection(inside, own));
      if (best === null || held < best.held) best = { axis, inside, fewerInside: false, held };
    }
  }
  if (best === null) throw new Error('a cover that neither spans a part nor lies apart from it has an open dimension');
  return best;
}

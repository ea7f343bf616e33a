import { type ClassSet, firstMember, intersects, isWithin, lastMember } from './class-set.ts';
import type { SetPool } from './set-pool.ts';
import type { Box, RowBox } from './box.ts';

/** What a set is to a box in one dimension. */
export const unknown = 0;
/** They have no class in common. */
export const apart = 1;
/** The set holds some of the box's classes. */
export const partial = 2;
/** The set holds all of them. */
export const spanning = 3;

/** One dimension of a question: the sets by which covers limit it. */
export interface QueryAxis {
  /** The dimension that it is. */
  dimension: number;
  sets: ClassSet[];
  /** Lowest and highest class of each set. */
  firsts: number[];
  lasts: number[];
}

/** A question whether covers cover a box, without what has no say: covers apart from the box, dimensions that none limits. */
export interface CoverQuery {
  axes: QueryAxis[];
  /** Which of the given covers is left at each place. */
  origins: number[];
  /** Axis and number of a set, by turns: what limits the cover at place p stands from `starts[p]` up to `starts[p + 1]`. */
  limits: Int32Array;
  starts: Int32Array;
}

/**
 * Makes a question small.
 * @returns the question; or the number of a cover that covers the box alone
 */
export function coverQuery(pools: readonly SetPool[], box: Box, covers: readonly RowBox[]): CoverQuery | number {
  const dimensionCount = pools.length;
  const lows = box.map(firstMember);
  const highs = box.map(lastMember);
  const relations = pools.map((pool) => new Uint8Array(pool.sets.length));
  const origins: number[] = [];
  // Dimension and set of each limit, by turns, until all are known and can be numbered anew.
  const limits = new Int32Array(2 * dimensionCount * covers.length);
  const starts = new Int32Array(covers.length + 1);
  let end = 0;
  for (const [origin, ids] of covers.entries()) {
    const start = end;
    let meets = true;
    for (let dimension = 0; dimension < dimensionCount; dimension++) {
      const id = ids[dimension] as number;
      if (id === 0) continue;
      const known = relations[dimension] as Uint8Array;
      let relation = known[id] as number;
      if (relation === unknown) {
        const pool = pools[dimension] as SetPool;
        const [low, high] = [lows[dimension] as number, highs[dimension] as number];
        const [first, last] = [pool.firsts(id), pool.lasts(id)];
        relation = relate(pool.sets[id] as ClassSet, first, last, box[dimension] as ClassSet, low, high);
        known[id] = relation;
      }
      if (relation === apart) {
        meets = false;
        break;
      }
      if (relation !== partial) continue;
      limits[end] = dimension;
      limits[end + 1] = id;
      end += 2;
    }
    if (!meets) {
      end = start;
      continue;
    }
    if (end === start) return origin;
    origins.push(origin);
    starts[origins.length] = end;
  }
  const axes = renumber(pools, limits.subarray(0, end));
  return { axes, origins, limits: limits.subarray(0, end), starts: starts.subarray(0, origins.length + 1) };
}

/** Numbers the dimensions and sets that limit some cover from 0 on, in place, so that what is kept per set stays small. */
function renumber(pools: readonly SetPool[], limits: Int32Array): QueryAxis[] {
  const axes: QueryAxis[] = [];
  const axisOf = new Int32Array(pools.length).fill(-1);
  const numbers: Int32Array[] = [];
  for (let at = 0; at < limits.length; at += 2) {
    const dimension = limits[at] as number;
    const id = limits[at + 1] as number;
    const pool = pools[dimension] as SetPool;
    let axis = axisOf[dimension] as number;
    if (axis === -1) {
      axis = axisOf[dimension] = axes.length;
      axes.push({ dimension, sets: [], firsts: [], lasts: [] });
      numbers.push(new Int32Array(pool.sets.length).fill(-1));
    }
    const own = numbers[axis] as Int32Array;
    if (own[id] === -1) {
      const { sets, firsts, lasts } = axes[axis] as QueryAxis;
      own[id] = sets.length;
      sets.push(pool.sets[id] as ClassSet);
      firsts.push(pool.firsts(id));
      lasts.push(pool.lasts(id));
    }
    limits[at] = axis;
    limits[at + 1] = own[id] as number;
  }
  return axes;
}

/**
 * What a set is to a box.
 * @param first its lowest class, -1 for none; `last` its highest
 * @param low the box's lowest class; `high` its highest
 */
export function relate(set: ClassSet, first: number, last: number, box: ClassSet, low: number, high: number): number {
  if (first === -1 || last < low || high < first) return apart;
  if (first <= low && high <= last) return isWithin(box, set) ? spanning : intersects(box, set) ? partial : apart;
  // One end of the box lies outside, so the set cannot span it.
  return intersects(box, set) ? partial : apart;
}

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
  const ends = box.map((set) => [firstMember(set), lastMember(set)] as const);
  const known = pools.map(() => new Map<number, number>());
  const origins: number[] = [];
  const open: number[][] = [];
  for (const [origin, ids] of covers.entries()) {
    const limits: number[] = [];
    let meets = true;
    for (let dimension = 0; meets && dimension < ids.length; dimension++) {
      const id = ids[dimension] as number;
      if (id === 0) continue;
      const relations = known[dimension] as Map<number, number>;
      let relation = relations.get(id);
      if (relation === undefined) {
        const pool = pools[dimension] as SetPool;
        const [low, high] = ends[dimension] as readonly [number, number];
        relation = relate(
          pool.sets[id] as ClassSet,
          pool.firsts(id),
          pool.lasts(id),
          box[dimension] as ClassSet,
          low,
          high,
        );
        relations.set(id, relation);
      }
      if (relation === apart) meets = false;
      else if (relation === partial) limits.push(dimension, id);
    }
    if (!meets) continue;
    if (limits.length === 0) return origin;
    origins.push(origin);
    open.push(limits);
  }
  return compact(pools, origins, open);
}

/** Numbers the dimensions and sets that are left from 0 on. */
function compact(pools: readonly SetPool[], origins: number[], open: readonly number[][]): CoverQuery {
  const axes: QueryAxis[] = [];
  const axisOf = new Map<number, number>();
  const numbers: Map<number, number>[] = [];
  for (const limits of open) {
    for (let at = 0; at < limits.length; at += 2) {
      const dimension = limits[at] as number;
      const id = limits[at + 1] as number;
      let axis = axisOf.get(dimension);
      if (axis === undefined) {
        axisOf.set(dimension, (axis = axes.length));
        axes.push({ dimension, sets: [], firsts: [], lasts: [] });
        numbers.push(new Map());
      }
      const own = numbers[axis] as Map<number, number>;
      if (own.has(id)) continue;
      const pool = pools[dimension] as SetPool;
      const { sets, firsts, lasts } = axes[axis] as QueryAxis;
      own.set(id, sets.length);
      sets.push(pool.sets[id] as ClassSet);
      firsts.push(pool.firsts(id));
      lasts.push(pool.lasts(id));
    }
  }
  const starts = new Int32Array(open.length + 1);
  for (const [place, own] of open.entries()) starts[place + 1] = (starts[place] as number) + own.length;
  const limits = new Int32Array(starts[open.length] as number);
  for (const [place, own] of open.entries()) {
    for (let at = 0; at < own.length; at += 2) {
      const axis = axisOf.get(own[at] as number) as number;
      const to = (starts[place] as number) + at;
      limits[to] = axis;
      limits[to + 1] = numbers[axis]?.get(own[at + 1] as number) as number;
    }
  }
  return { axes, origins, limits, starts };
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

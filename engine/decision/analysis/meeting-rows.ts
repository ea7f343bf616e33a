import { type ClassSet, hasMember, intersects, isEmptySet } from './class-set.ts';
import type { Space, SpaceRow } from './table-space.ts';

/** Which rows have points in common. */
export interface Meetings {
  /** Places in `rows` of the rows that have a point in common with the row at a place, itself left out, ascending. */
  of(place: number): number[];
}

/**
 * Finds for each row the rows that it has points in common with: per dimension a mask of rows for each different set, one
 * `and` per dimension for each row.
 * @param rows in any order; places count in it
 */
export function meetingsOf(space: Space, rows: readonly SpaceRow[]): Meetings {
  const wordCount = (rows.length + 31) >>> 5;
  const axes = space.pools.map((pool, axis) => {
    const ids = [...new Set(rows.map(({ box }) => box[axis] as number))];
    const holders = new Map(ids.map((id) => [id, new Uint32Array(wordCount)]));
    for (const [place, { box }] of rows.entries()) add(holders.get(box[axis] as number) as Uint32Array, place);
    const masks = new Map<number, Uint32Array>();
    for (const id of ids) masks.set(id, new Uint32Array(wordCount));
    for (const [at, id] of ids.entries()) {
      for (const other of ids.slice(at)) {
        if (
          !meet(
            pool.sets[id] as ClassSet,
            pool.sets[other] as ClassSet,
            pool.firsts(id),
            pool.lasts(id),
            pool.firsts(other),
            pool.lasts(other),
          )
        )
          continue;
        unite(masks.get(id) as Uint32Array, holders.get(other) as Uint32Array);
        if (id !== other) unite(masks.get(other) as Uint32Array, holders.get(id) as Uint32Array);
      }
    }
    return masks;
  });
  return {
    of(place) {
      const { box } = rows[place] as SpaceRow;
      const places: number[] = [];
      for (let word = 0; word < wordCount; word++) {
        let bits = 0xffffffff;
        for (let axis = 0; axis < axes.length && bits !== 0; axis++)
          bits &= axes[axis]?.get(box[axis] as number)?.[word] ?? 0;
        while (bits !== 0) {
          const lowest = bits & -bits;
          const other = word * 32 + 31 - Math.clz32(lowest);
          if (other !== place && other < rows.length) places.push(other);
          bits ^= lowest;
        }
      }
      return places;
    },
  };
}

function meet(
  left: ClassSet,
  right: ClassSet,
  leftFirst: number,
  leftLast: number,
  rightFirst: number,
  rightLast: number,
): boolean {
  if (leftFirst === -1 || rightFirst === -1 || leftLast < rightFirst || rightLast < leftFirst) return false;
  // Most cells are one stretch, and then an end of one lies in the other.
  return hasMember(left, rightFirst) || intersects(left, right);
}

function add(mask: Uint32Array, place: number): void {
  mask[place >>> 5] = (mask[place >>> 5] as number) | (1 << (place & 31));
}

function unite(mask: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < mask.length; word++) mask[word] = (mask[word] as number) | (other[word] as number);
}

/** True when a row has a point at all. */
export function isReachable(space: Space, row: SpaceRow): boolean {
  return space.pools.every((pool, axis) => !isEmptySet(pool.sets[row.box[axis] as number] as ClassSet));
}

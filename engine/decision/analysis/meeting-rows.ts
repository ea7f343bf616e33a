import { type ClassSet, intersects, isEmptySet } from './class-set.ts';
import type { SetPool } from './set-pool.ts';
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
  const axes = space.pools.map((pool, axis) =>
    masksOf(
      pool,
      rows.map(({ box }) => box[axis] as number),
      wordCount,
    ),
  );
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

/**
 * For each set that rows have the rows whose set meets it. Sets without holes meet when neither ends before the other
 * begins, which sorted ends say for all at once; other sets with holes are looked at one by one.
 * @param ids by place the number of the row's set
 */
function masksOf(pool: SetPool, ids: readonly number[], wordCount: number): Map<number, Uint32Array> {
  const holders = new Map<number, Uint32Array>();
  for (const [place, id] of ids.entries()) {
    let mask = holders.get(id);
    if (mask === undefined) holders.set(id, (mask = new Uint32Array(wordCount)));
    add(mask, place);
  }
  const filled = [...holders.keys()].filter((id) => pool.firsts(id) !== -1);
  const runs = new Set(filled.filter((id) => pool.isRun(id)));
  const endedBefore = stairs([...runs], (id) => pool.lasts(id), holders, wordCount);
  const begunBefore = stairs([...runs], (id) => pool.firsts(id), holders, wordCount);
  // Sets that hold the last class, as every `not(…)` of texts does, meet there: nobody has to compare them.
  const last = pool.lasts(0);
  const atLast = new Set(filled.filter((id) => pool.lasts(id) === last));
  const rowsAtLast = new Uint32Array(wordCount);
  for (const id of atLast) unite(rowsAtLast, holders.get(id) as Uint32Array);
  const masks = new Map([...holders.keys()].map((id) => [id, new Uint32Array(wordCount)]));
  for (const id of filled) {
    const mask = masks.get(id) as Uint32Array;
    if (runs.has(id)) {
      const ended = endedBefore(pool.firsts(id));
      const begun = begunBefore(pool.lasts(id) + 1);
      for (let word = 0; word < wordCount; word++) mask[word] = (begun[word] as number) & ~(ended[word] as number);
    }
    if (atLast.has(id)) unite(mask, rowsAtLast);
    for (const other of filled) {
      if ((runs.has(id) && runs.has(other)) || (atLast.has(id) && atLast.has(other))) continue;
      if (intersects(pool.sets[id] as ClassSet, pool.sets[other] as ClassSet))
        unite(mask, holders.get(other) as Uint32Array);
    }
  }
  return masks;
}

/** Masks of the rows whose sets have their end below a class, for every class. */
function stairs(
  ids: readonly number[],
  endOf: (id: number) => number,
  holders: ReadonlyMap<number, Uint32Array>,
  wordCount: number,
): (below: number) => Uint32Array {
  const sorted = ids.toSorted((left, right) => endOf(left) - endOf(right));
  const ends = sorted.map(endOf);
  const masks = [new Uint32Array(wordCount)];
  for (const id of sorted) {
    const mask = (masks.at(-1) as Uint32Array).slice();
    unite(mask, holders.get(id) as Uint32Array);
    masks.push(mask);
  }
  return (below) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] as number) < below) low = middle + 1;
      else high = middle;
    }
    return masks[low] as Uint32Array;
  };
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

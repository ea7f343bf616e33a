import { type ClassSet, countOf, firstMember, lastMember, rangeSet, intersection, sameSet } from './class-set.ts';

/** The different sets of one dimension that rows have, each with a small number; number 0 is the universe. */
export class SetPool {
  readonly sets: ClassSet[] = [];
  private readonly byHash = new Map<number, number[]>();
  private readonly seen = new Map<ClassSet, number>();
  private readonly ends: [number, number][] = [];

  constructor(universe: ClassSet) {
    this.idOf(universe);
  }

  /** The number of a set, which must not change any more; sets with the same members have the same. */
  idOf(set: ClassSet): number {
    const met = this.seen.get(set);
    if (met !== undefined) return met;
    const hash = hashOf(set);
    const alike = this.byHash.get(hash) ?? [];
    let id = alike.find((candidate) => sameSet(this.sets[candidate] as ClassSet, set));
    if (id === undefined) {
      id = this.sets.length;
      this.sets.push(set);
      this.ends.push([firstMember(set), lastMember(set)]);
      this.byHash.set(hash, [...alike, id]);
    }
    this.seen.set(set, id);
    return id;
  }

  /** Lowest class of a set. */
  firsts(id: number): number {
    return this.ends[id]?.[0] ?? -1;
  }

  /** Highest class of a set. */
  lasts(id: number): number {
    return this.ends[id]?.[1] ?? -1;
  }

  /** True for a set that holds all of the universe from its lowest class to its highest. */
  isRun(id: number): boolean {
    const set = this.sets[id] as ClassSet;
    const stretch = rangeSet(set.length * 32, this.firsts(id), this.lasts(id));
    return countOf(intersection(this.sets[0] as ClassSet, stretch)) === countOf(set);
  }
}

/** @source Fowler, Noll and Vo, FNV-1a, on words of 32 bits */
function hashOf(set: ClassSet): number {
  let hash = 0x811c9dc5;
  for (let word = 0; word < set.length; word++) hash = Math.imul(hash ^ (set[word] as number), 0x01000193);
  return hash;
}

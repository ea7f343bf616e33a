import { type ClassSet, firstMember, lastMember } from './class-set.ts';

/** The different sets of one dimension that rows have, each with a small number; number 0 is the universe. */
export class SetPool {
  readonly sets: ClassSet[] = [];
  private readonly ids = new Map<string, number>();
  private readonly seen = new Map<ClassSet, number>();
  private readonly ends: [number, number][] = [];

  constructor(universe: ClassSet) {
    this.idOf(universe);
  }

  /** The number of a set, which must not change any more; sets with the same members have the same. */
  idOf(set: ClassSet): number {
    const met = this.seen.get(set);
    if (met !== undefined) return met;
    const key = set.join();
    let id = this.ids.get(key);
    if (id === undefined) {
      this.ids.set(key, (id = this.sets.length));
      this.sets.push(set);
      this.ends.push([firstMember(set), lastMember(set)]);
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
}

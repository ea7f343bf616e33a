/**
 * A set of the classes of one dimension, one bit each, lowest first. All sets of a dimension have the same length; bits
 * beyond its classes are never set.
 */
export type ClassSet = Uint32Array;

/** A set without members. */
export function emptySet(classCount: number): ClassSet {
  return new Uint32Array((classCount + 31) >>> 5);
}

/** The set of the classes from `from` up to, and with, `to`; none when `to` is below `from`. */
export function rangeSet(classCount: number, from: number, to: number): ClassSet {
  return addRange(emptySet(classCount), from, to);
}

export function addRange(set: ClassSet, from: number, to: number): ClassSet {
  for (let member = from; member <= to; member++) {
    if ((member & 31) === 0 && member + 31 <= to) {
      set[member >>> 5] = 0xffffffff;
      member += 31;
    } else addMember(set, member);
  }
  return set;
}

export function addMember(set: ClassSet, member: number): ClassSet {
  set[member >>> 5] = (set[member >>> 5] as number) | (1 << (member & 31));
  return set;
}

export function hasMember(set: ClassSet, member: number): boolean {
  return ((set[member >>> 5] as number) & (1 << (member & 31))) !== 0;
}

export function isEmptySet(set: ClassSet): boolean {
  for (let word = 0; word < set.length; word++) if (set[word] !== 0) return false;
  return true;
}

export function intersects(left: ClassSet, right: ClassSet): boolean {
  for (let word = 0; word < left.length; word++) {
    if (((left[word] as number) & (right[word] as number)) !== 0) return true;
  }
  return false;
}

/** True when every member of `part` is one of `whole`. */
export function isWithin(part: ClassSet, whole: ClassSet): boolean {
  for (let word = 0; word < part.length; word++) {
    if (((part[word] as number) & ~(whole[word] as number)) !== 0) return false;
  }
  return true;
}

export function sameSet(left: ClassSet, right: ClassSet): boolean {
  for (let word = 0; word < left.length; word++) if (left[word] !== right[word]) return false;
  return true;
}

export function intersection(left: ClassSet, right: ClassSet): ClassSet {
  return left.map((bits, word) => bits & (right[word] as number));
}

export function union(left: ClassSet, right: ClassSet): ClassSet {
  return left.map((bits, word) => bits | (right[word] as number));
}

export function difference(left: ClassSet, right: ClassSet): ClassSet {
  return left.map((bits, word) => bits & ~(right[word] as number));
}

/** The lowest member; -1 for none. */
export function firstMember(set: ClassSet): number {
  for (let word = 0; word < set.length; word++) {
    const bits = set[word] as number;
    if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits);
  }
  return -1;
}

/** The highest member; -1 for none. */
export function lastMember(set: ClassSet): number {
  for (let word = set.length - 1; word >= 0; word--) {
    const bits = set[word] as number;
    if (bits !== 0) return word * 32 + 31 - Math.clz32(bits);
  }
  return -1;
}

/** The members, ascending. */
export function membersOf(set: ClassSet): number[] {
  const members: number[] = [];
  for (let word = 0; word < set.length; word++) {
    let bits = set[word] as number;
    while (bits !== 0) {
      const lowest = bits & -bits;
      members.push(word * 32 + 31 - Math.clz32(lowest));
      bits ^= lowest;
    }
  }
  return members;
}

/** How many members a set has. */
export function countOf(set: ClassSet): number {
  let count = 0;
  for (const bits of set) for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

import type { ScoredPairs } from '../model/pair.ts';
import type { Atoms } from './atoms.ts';
import { fixedBits } from './fixed-bits.ts';
import { UnionFind } from './union-find.ts';

/** Records that hang together by pairs that weigh enough, or by what persons said. No customer reaches beyond one of them. */
export interface StrongComponents {
  /** By component: where its records begin in `members`; and one more. */
  starts: Int32Array;
  /** Records by component, by rank. */
  members: Int32Array;
  componentOf: Int32Array;
}

/**
 * @param count of records
 * @param sameFixed weight from which a pair counts, in fixed bits
 * @param byRank all records, by rank
 */
export function strongComponents(
  count: number,
  pairs: ScoredPairs,
  sameFixed: number,
  atoms: Atoms,
  byRank: Int32Array,
): StrongComponents {
  const { left, right, bits } = pairs;
  const sets = new UnionFind(count);
  for (let pair = 0; pair < left.length; pair += 1) {
    if (fixedBits(bits[pair] ?? 0) >= sameFixed) sets.join(left[pair] ?? 0, right[pair] ?? 0);
  }
  for (let record = 0; record < atoms.sets.parent.length; record += 1) sets.join(record, atoms.sets.root(record));
  return membersOf(count, sets, byRank);
}

/** Components by their first record in the order of ranks, each with its records in that order. */
function membersOf(count: number, sets: UnionFind, byRank: Int32Array): StrongComponents {
  const numberOf = new Int32Array(count).fill(-1);
  const componentOf = new Int32Array(count);
  const sizes = new Int32Array(count + 1);
  let components = 0;
  for (const record of byRank) {
    const root = sets.root(record);
    if (numberOf[root] === -1) {
      numberOf[root] = components;
      components += 1;
    }
    const component = numberOf[root] ?? 0;
    componentOf[record] = component;
    sizes[component + 1] = (sizes[component + 1] ?? 0) + 1;
  }
  const starts = sizes.slice(0, components + 1);
  for (let component = 0; component < components; component += 1) {
    starts[component + 1] = (starts[component + 1] ?? 0) + (starts[component] ?? 0);
  }
  const next = starts.slice();
  const members = new Int32Array(count);
  for (const record of byRank) {
    const component = componentOf[record] ?? 0;
    const at = next[component] ?? 0;
    members[at] = record;
    next[component] = at + 1;
  }
  return { starts, members, componentOf };
}

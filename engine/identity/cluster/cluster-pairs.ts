import type { ScoredPairs } from '../model/pair.ts';
import { atomsOf, type Atoms } from './atoms.ts';
import { clusterComponent } from './cluster-component.ts';
import type { ClusteredRecords, ClusterOptions } from './cluster-options.ts';
import { fixedBits, fixedPerBit, mostPairBits } from './fixed-bits.ts';
import { guardCheck, type GuardCheck } from './guard-check.ts';
import type { LinkedCluster, LinkProblem } from './link-problem.ts';
import { pairLookup } from './pair-lookup.ts';
import { radixOrder } from './radix-order.ts';
import { strongComponents, type StrongComponents } from './strong-components.ts';
import { zonesAfterClosure } from './zones-after-closure.ts';

/**
 * Groups records into customers from the weights of their pairs: the two clusters with the highest average weight are joined
 * first, as long as the average is certain; then every cluster whose weakest split would raise the likelihood is split. A pair
 * that was never compared counts too, by `bitsOf` or `missingBits`. Guards keep clusters apart; answers of persons win over both.
 * The result does not depend on the order of records or pairs where `rank` does not.
 * @param count of records; they are named by their index
 * @param pairs each unordered pair at most once, in any order
 * @param options thresholds in bits; `sameBits` of 0 or less counts as just above 0
 * @returns profiles, and all pairs inside profiles or in doubt; records without pairs are profiles of their own
 * @example clusterPairs(3, { left, right, bits }, { sameBits: 6.6, askBits: 0 }).profileOf // Int32Array [0, 0, 1]
 */
export function clusterPairs(count: number, pairs: ScoredPairs, options: ClusterOptions): ClusteredRecords {
  const rank = options.rank ?? Int32Array.from({ length: count }, (_none, record) => record);
  const byRank = options.rank === undefined ? rank : radixOrder([Uint32Array.from(rank)]);
  // Two are never joined where that would lower the likelihood.
  const sameFixed = Math.max(1, fixedBits(options.sameBits));
  const atoms = atomsOf(count, options.answers ?? [], rank);
  const components = strongComponents(count, pairs, sameFixed, atoms, byRank);
  const guards = guardCheck(options);
  const problem = linkProblem(count, pairs, options, { sameFixed, atoms, components, guards });
  const clusters = clustersOf(components, atoms, problem);
  const profiles = numberProfiles(count, clusters);
  const { profileOf } = profiles;
  const recordsOf = (profile: number): Int32Array =>
    profiles.members.subarray(profiles.starts[profile] ?? 0, profiles.starts[profile + 1] ?? 0);
  const guardsBetween = (one: number, other: number): ReturnType<GuardCheck> =>
    guards === null ? [] : guards([...recordsOf(one)], [...recordsOf(other)]);
  const zones = zonesAfterClosure(pairs, {
    profileOf,
    sameFixed,
    askFixed: Math.min(sameFixed, fixedBits(options.askBits)),
    rank,
    guarded: (left, right) => guardsBetween(profileOf[left] ?? 0, profileOf[right] ?? 0).length > 0,
    answered: answeredApart(atoms, profileOf),
  });
  return {
    ...profiles,
    pairs: zones,
    sameCount: pairsInside(profiles.starts),
    askCount: zones.state.reduce((sum, state) => sum + (state === 0 ? 0 : 1), 0),
    contradicted: atoms.contradicted,
    guardsBetween,
  };
}

interface ProblemParts {
  sameFixed: number;
  atoms: Atoms;
  components: StrongComponents;
  guards: GuardCheck | null;
}

function linkProblem(
  count: number,
  pairs: ScoredPairs,
  options: ClusterOptions,
  { sameFixed, atoms, components: { componentOf }, guards }: ProblemParts,
): LinkProblem {
  const missingBits = options.missingBits ?? -Math.max(0, options.sameBits);
  const { weightOf, neighboursOf } = pairLookup(
    count,
    pairs,
    (left, right) => componentOf[left] === componentOf[right],
    options.bitsOf ?? (() => missingBits),
    Math.max(sameFixed, fixedBits(mostPairBits)),
  );
  return {
    weightOf,
    sameFixed,
    strongNeighbours: (record) => neighboursOf(record, sameFixed),
    keptApart: (left, right) =>
      personsKeepApart(atoms, left, right) || (guards !== null && guards(left, right).length > 0),
  };
}

function clustersOf({ starts, members }: StrongComponents, atoms: Atoms, problem: LinkProblem): LinkedCluster[] {
  const clusters: LinkedCluster[] = [];
  for (let component = 0; component + 1 < starts.length; component += 1) {
    const records = [...members.subarray(starts[component] ?? 0, starts[component + 1] ?? 0)];
    if (records.length === 1) clusters.push({ records, weakest: Infinity });
    else for (const cluster of clusterComponent(atomsAmong(records, atoms), problem)) clusters.push(cluster);
  }
  return clusters;
}

/** Records that persons joined together, by their first. */
function atomsAmong(records: readonly number[], { sets }: Atoms): number[][] {
  const atoms = new Map<number, number[]>();
  for (const record of records) {
    const root = sets.root(record);
    const atom = atoms.get(root);
    if (atom === undefined) atoms.set(root, [record]);
    else atom.push(record);
  }
  return [...atoms.values()];
}

type Profiles = Pick<ClusteredRecords, 'profileOf' | 'profileCount' | 'starts' | 'members' | 'weakestBits'>;

/** Numbers clusters by their first record. */
function numberProfiles(count: number, clusters: readonly LinkedCluster[]): Profiles {
  const clusterOf = new Int32Array(count);
  clusters.forEach(({ records }, cluster) => {
    for (const record of records) clusterOf[record] = cluster;
  });
  const numberOf = new Int32Array(clusters.length).fill(-1);
  const profileOf = new Int32Array(count);
  const starts = new Int32Array(clusters.length + 1);
  const weakestBits = new Float64Array(clusters.length);
  let profileCount = 0;
  for (let record = 0; record < count; record += 1) {
    const cluster = clusterOf[record] ?? 0;
    if (numberOf[cluster] === -1) {
      numberOf[cluster] = profileCount;
      weakestBits[profileCount] = (clusters[cluster]?.weakest ?? Infinity) / fixedPerBit;
      profileCount += 1;
    }
    const profile = numberOf[cluster] ?? 0;
    profileOf[record] = profile;
    starts[profile + 1] = (starts[profile + 1] ?? 0) + 1;
  }
  for (let profile = 0; profile < profileCount; profile += 1) {
    starts[profile + 1] = (starts[profile + 1] ?? 0) + (starts[profile] ?? 0);
  }
  const next = starts.slice();
  const members = new Int32Array(count);
  profileOf.forEach((profile, record) => {
    const at = next[profile] ?? 0;
    members[at] = record;
    next[profile] = at + 1;
  });
  return { profileOf, profileCount, starts, members, weakestBits };
}

function personsKeepApart({ sets, apart }: Atoms, left: readonly number[], right: readonly number[]): boolean {
  if (apart.size === 0) return false;
  const others = new Set(right.map((record) => sets.root(record)));
  return left.some((record) => {
    for (const root of apart.get(sets.root(record)) ?? []) if (others.has(root)) return true;
    return false;
  });
}

/** A person who said that two records are two customers said it of their profiles: nobody is asked again. */
function answeredApart({ apart }: Atoms, profileOf: Int32Array): (left: number, right: number) => boolean {
  const answered = new Set<number>();
  const keyOf = (left: number, right: number): number => {
    const [a, b] = [profileOf[left] ?? 0, profileOf[right] ?? 0];
    return Math.min(a, b) * profileOf.length + Math.max(a, b);
  };
  for (const [left, others] of apart) for (const right of others) answered.add(keyOf(left, right));
  return (left, right) => answered.size > 0 && answered.has(keyOf(left, right));
}

function pairsInside(starts: Int32Array): number {
  let sum = 0;
  for (let profile = 0; profile + 1 < starts.length; profile += 1) {
    const size = (starts[profile + 1] ?? 0) - (starts[profile] ?? 0);
    sum += (size * (size - 1)) / 2;
  }
  return sum;
}

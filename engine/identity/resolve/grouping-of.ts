import { pairStates, type ClusteredRecords } from '../cluster/cluster-options.ts';
import { probabilityOf } from '../compare/score-pair.ts';
import type { Grouping, GroupingReport, ResolvedPair, ResolvedProfile } from '../model/grouping.ts';

/** Groups and pairs as objects, which are made when they are first asked for: a million records have millions. */
export function groupingOf(clustered: ClusteredRecords, report: GroupingReport): Grouping {
  let profiles: readonly ResolvedProfile[] | undefined;
  let pairs: readonly ResolvedPair[] | undefined;
  return {
    profileOf: clustered.profileOf,
    get profiles() {
      profiles ??= profilesOf(clustered);
      return profiles;
    },
    get pairs() {
      pairs ??= pairsOf(clustered);
      return pairs;
    },
    report,
  };
}

function profilesOf({ profileCount, starts, members, weakestBits }: ClusteredRecords): ResolvedProfile[] {
  return Array.from({ length: profileCount }, (_none, profile) => ({
    records: [...members.subarray(starts[profile] ?? 0, starts[profile + 1] ?? 0)],
    probability: probabilityOf(weakestBits[profile] ?? Infinity),
  }));
}

function pairsOf({ pairs, profileOf, guardsBetween }: ClusteredRecords): ResolvedPair[] {
  return Array.from({ length: pairs.left.length }, (_none, row): ResolvedPair => {
    const [left, right] = [pairs.left[row] ?? 0, pairs.right[row] ?? 0];
    const bits = pairs.bits[row] ?? 0;
    const pair = { left, right, bits, probability: probabilityOf(bits) };
    switch (pairStates[pairs.state[row] ?? 0] ?? 'ask') {
      case 'same':
        return { ...pair, zone: 'same' };
      case 'ask':
        return { ...pair, zone: 'ask' };
      case 'ask-weakest-link':
        return { ...pair, zone: 'ask', keptApart: { by: 'weakest-link' } };
      case 'ask-guard': {
        const findings = guardsBetween(profileOf[left] ?? 0, profileOf[right] ?? 0);
        return { ...pair, zone: 'ask', keptApart: { by: 'guard', findings } };
      }
    }
  });
}

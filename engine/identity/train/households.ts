import type { CompiledShared } from '../compare/shared-evidence.ts';
import type { IdentityComparison, SharedEvidence } from '../model/identity-model.ts';

/** What shared contact details are taken to be worth in the first round, in bits. chosen: 6: households are looked for first, and given up where there are none */
const firstBits = 6;
/** So many pairs, and so many by match, have to look like households before there are any. chosen: 2 and .02, what wrong names alone make of records of one customer */
const least = { pairs: 2, byMatch: 0.02 };
/** Of each kind so many are put down to wrong names where there are households. chosen: 2 */
const byWrongNames = 2;
/** Where there are none. Above 0, so that logarithms are finite. */
const none = 1e-6;
/** Bits beyond which nothing is held back. */
const mostBits = 60;

/** By shared evidence: how many pairs of strangers come out at its levels. */
function strangersAt(shared: readonly CompiledShared[], comparisons: readonly IdentityComparison[], allPairs: number) {
  return shared.map(({ two }) => {
    const levels = comparisons[two.comparison]?.levels ?? [];
    return two.levels.reduce((sum, level) => sum + (levels[level]?.u ?? 0), 0) * allPairs;
  });
}

/** Pairs of households to begin with. */
export function firstHouseholds(
  shared: readonly CompiledShared[],
  comparisons: readonly IdentityComparison[],
  allPairs: number,
): number[] {
  return strangersAt(shared, comparisons, allPairs).map((strangers) => Math.max(none, strangers * 2 ** -firstBits));
}

/** Pairs of households as they were counted; none where there are so few altogether that wrong names explain them. */
export function measuredHouseholds(counted: readonly number[], matches: number): number[] {
  const all = counted.reduce((sum, pairs) => sum + pairs, 0);
  const areThere = all > least.pairs + least.byMatch * matches;
  return counted.map((pairs) => (areThere ? Math.max(none, pairs - byWrongNames) : none));
}

/** Shared evidence with what it is worth in data that have so many pairs of households. */
export function measuredShared(
  shared: readonly SharedEvidence[],
  compiled: readonly CompiledShared[],
  { comparisons, households }: { comparisons: readonly IdentityComparison[]; households: readonly number[] },
  allPairs: number,
): SharedEvidence[] {
  const strangers = strangersAt(compiled, comparisons, allPairs);
  return shared.map((one, at) => {
    const bits = Math.log2((strangers[at] as number) / (households[at] as number));
    return { ...one, atMostBits: Math.min(mostBits, Math.max(0, bits)) };
  });
}

import type { IdentityComparison, SharedEvidence } from '../model/identity-model.ts';

/** What people share who are not one customer, ready for many pairs. */
export interface CompiledShared {
  /** The comparison whose level says that there are two. */
  two: LevelsOf;
  /** The comparison whose level says that there is one all the same; null: none does. */
  one: LevelsOf | null;
  /** Indexes of the comparisons whose agreement then says little. */
  of: readonly number[];
  atMostBits: number;
}

/** Levels of a comparison, by index. */
export interface LevelsOf {
  comparison: number;
  levels: readonly number[];
}

/**
 * Finds the comparisons that shared evidence names.
 * @throws RangeError for a comparison or level that the model does not have
 */
export function compileShared(
  shared: readonly SharedEvidence[],
  comparisons: readonly IdentityComparison[],
): CompiledShared[] {
  const ids = comparisons.map(({ id }) => id);
  const levelsOf = ({ comparison, levels }: { comparison: string; levels: readonly string[] }): LevelsOf => {
    const index = indexIn(ids, comparison);
    const known = comparisons[index]?.levels.map(({ id }) => id) ?? [];
    return { comparison: index, levels: levels.map((level) => indexIn(known, level)) };
  };
  return shared.map(({ comparison, levels, of, atMostBits, unless }) => ({
    two: levelsOf({ comparison, levels }),
    one: unless === undefined ? null : levelsOf(unless),
    of: of.map((id) => indexIn(ids, id)),
    atMostBits,
  }));
}

/**
 * Whether the names say that there are two, and nothing says that it is one all the same.
 * @param levelOf by index of comparison: index of its level, -1 where it does not compare
 */
export function isShared({ two, one }: CompiledShared, levelOf: (comparison: number) => number): boolean {
  const isIn = ({ comparison, levels }: LevelsOf) => levels.includes(levelOf(comparison));
  return isIn(two) && (one === null || !isIn(one));
}

/**
 * Holds evidence that people share to so many bits together: the first takes what there is, and the others what is left.
 * Evidence against stays. A rare name that both have says nothing, either, as it is the household's: what its rarity weighs is taken
 * off what the shared details may weigh.
 * @param bits by comparison; changed in place
 * @param nameRarity bits of the comparison that says that there are two which come from how rare its values are
 * @returns whether anything was held back
 */
export function holdBackShared(
  bits: number[] | Float64Array,
  of: readonly number[],
  atMostBits: number,
  nameRarity: number,
): boolean {
  let left = Math.max(0, atMostBits - nameRarity);
  let isHeld = false;
  for (const index of of) {
    const own = bits[index] ?? 0;
    if (own <= 0) continue;
    const kept = Math.min(own, left);
    left -= kept;
    if (kept === own) continue;
    bits[index] = kept;
    isHeld = true;
  }
  return isHeld;
}

function indexIn(ids: readonly string[], id: string): number {
  const index = ids.indexOf(id);
  if (index < 0) throw new RangeError(`shared evidence names ${id}, which the model does not have`);
  return index;
}

import type { ComparisonLevel } from '../model/identity-model.ts';
import type { IdentityFeature } from '../model/identity-record.ts';

/** `[id, m, u, features whose rarity counts]`; the last level takes what is left of 1. */
type LevelRow = readonly [id: string, m: number, u: number, rarity?: readonly IdentityFeature[]];

/** The levels of a default model, as a table; `differs` is written last. */
export function levelTable(...rows: readonly LevelRow[]): ComparisonLevel[] {
  const left = (of: 1 | 2): number => 1 - rows.reduce((sum, row) => sum + row[of], 0);
  const written = rows.map(([id, m, u, rarity]) => ({ id, m, u, ...(rarity && { termFrequencyOf: rarity }) }));
  return [...written, { id: 'differs', m: left(1), u: left(2) }];
}

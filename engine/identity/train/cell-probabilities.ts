import type { CompiledShared } from '../compare/shared-evidence.ts';
import { isShared } from '../compare/shared-evidence.ts';
import type { LevelCell } from './level-cells.ts';
import type { Estimate, TrainingPairs } from './training-pairs.ts';

/** By cell: what its pairs are. What is left of 1 is that they are strangers. */
export interface CellProbabilities {
  /** One customer. */
  same: Float64Array;
  /** Two people of one household. */
  household: Float64Array;
}

/**
 * By cell: index of the shared evidence that says that there are two; -1: none. It depends on levels alone, and is looked for once.
 */
export function evidenceOfCells(cells: readonly LevelCell[], shared: readonly CompiledShared[]): Int8Array {
  return Int8Array.from(cells, ({ levels }) =>
    shared.findIndex((one) => isShared(one, (comparison) => levels[comparison] as number)),
  );
}

/**
 * Weighs three explanations of each cell: one customer, two of one household, strangers. Those of a household share their contact
 * details as often as the records of one customer do, and agree on all else as rarely as strangers.
 */
export function cellProbabilities(
  { comparisons, priorMatch, households }: Estimate,
  { candidates, evidence, shared, allPairs }: Pick<TrainingPairs, 'candidates' | 'evidence' | 'shared' | 'allPairs'>,
): CellProbabilities {
  const bits = comparisons.map(({ levels }) => Float64Array.from(levels, ({ m, u }) => Math.log2(m / u)));
  const prior = Math.log2(priorMatch / (1 - priorMatch));
  const isOf = shared.map(({ of }) => comparisons.map((_comparison, index) => of.includes(index)));
  // What agreement on contact details is worth at most, beside what households share: strangers by pair of a household.
  const mostBits = shared.map(({ two }, at) => {
    const levels = comparisons[two.comparison]?.levels ?? [];
    const strangers = two.levels.reduce((sum, level) => sum + (levels[level]?.u ?? 0), 0);
    return Math.log2((strangers * allPairs) / (households[at] as number));
  });
  const found: CellProbabilities = {
    same: new Float64Array(candidates.length),
    household: new Float64Array(candidates.length),
  };
  for (let at = 0; at < candidates.length; at++) {
    const { levels, termBits } = candidates[at] as LevelCell;
    const two = evidence[at] as number;
    const isContact = two < 0 ? null : (isOf[two] as readonly boolean[]);
    let own = prior + termBits;
    let ofHousehold = 0;
    for (let comparison = 0; comparison < levels.length; comparison++) {
      const level = levels[comparison] as number;
      if (level < 0) continue;
      const part = (bits[comparison] as Float64Array)[level] as number;
      if (isContact !== null && isContact[comparison] === true) ofHousehold += part;
      else own += part;
    }
    const stranger = 2 ** -(own + ofHousehold);
    const household = two < 0 ? 0 : 2 ** -(own + (mostBits[two] as number));
    found.same[at] = 1 / (1 + stranger + household);
    found.household[at] = household === 0 ? 0 : 1 / (1 + (1 + stranger) / household);
  }
  return found;
}

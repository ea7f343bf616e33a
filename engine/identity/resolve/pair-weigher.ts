import { compileModel } from '../compare/compiled-comparison.ts';
import { notCompared, pairLevels } from '../compare/pair-levels.ts';
import type { IdentityModel } from '../model/identity-model.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';

/** Weighs any two prepared records, in bits with the prior. */
export type PairWeigher = (left: number, right: number) => number;

/** The weight that `scorePair` finds, over columns. */
export function pairWeigher(model: IdentityModel, prepared: PreparedRecords): PairWeigher {
  const compiled = compileModel(model);
  const compare = pairLevels(compiled, prepared);
  const levels = new Int8Array(compiled.comparisons.length);
  return (left, right) => {
    compare.read(left, right, levels);
    let bits = compiled.priorBits;
    for (let comparison = 0; comparison < levels.length; comparison += 1) {
      const level = levels[comparison] as number;
      if (level !== notCompared) bits += compiled.comparisons[comparison]?.bits[level] ?? 0;
    }
    return bits + compare.termBits(left, right, levels);
  };
}

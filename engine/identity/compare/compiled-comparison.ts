import type { IdentityComparison, IdentityModel } from '../model/identity-model.ts';
import type { IdentityFeature } from '../model/identity-record.ts';
import type { Comparator } from './comparator.ts';
import { comparators } from './comparators.ts';
import { compileShared, type CompiledShared } from './shared-evidence.ts';
import { termWeights, type TermWeights } from './term-weights.ts';

/** A comparison of a model, ready for many pairs. */
export interface CompiledComparison {
  comparison: IdentityComparison;
  comparator: Comparator<unknown>;
  /** By level of the comparator: index of the model's level. */
  levelOf: readonly number[];
  /** By level of the comparator, as `Comparator.compare` takes it. */
  atLeast: readonly number[];
  /** By level of the model: log2(m / u). */
  bits: readonly number[];
  /** By level of the model: how much rarity adds, feature by feature; empty where it does not count. */
  terms: readonly (readonly CompiledTerm[])[];
  /** Indexes of the comparisons that go before this one. */
  insteadOf: readonly number[];
}

export interface CompiledTerm {
  feature: IdentityFeature;
  weights: TermWeights;
}

/** A model, ready for many pairs. */
export interface CompiledModel {
  model: IdentityModel;
  /** log2(p / (1 - p)) of the prior. */
  priorBits: number;
  comparisons: readonly CompiledComparison[];
  shared: readonly CompiledShared[];
}

/**
 * Readies a model for many pairs: finds its comparators, turns probabilities into bits and values' frequencies into weights.
 * @param model as `parseIdentityModel` of the rules reads it
 * @returns what `scorePair` and the fast scorer work with
 * @throws RangeError for a level that the comparator does not know, a comparison that stands in for one that does not go
 *   before it, or shared evidence that names what the model does not have
 * @example compileModel(defaultIdentityModel('person')).comparisons[0]?.bits
 */
export function compileModel(model: IdentityModel): CompiledModel {
  const ids = model.comparisons.map(({ id }) => id);
  const terms = new Map<IdentityFeature, TermWeights>();
  for (const [feature, frequencies] of Object.entries(model.termFrequencies ?? {})) {
    terms.set(feature as IdentityFeature, termWeights(frequencies));
  }
  const comparisons = model.comparisons.map((comparison, index) => {
    const insteadOf = (comparison.insteadOf ?? []).map((id) => ids.indexOf(id));
    if (insteadOf.some((before) => before < 0 || before >= index)) {
      throw new RangeError(`${comparison.id} stands in for a comparison that does not go before it`);
    }
    return compileComparison(comparison, insteadOf, terms);
  });
  return {
    model,
    priorBits: Math.log2(model.priorMatch / (1 - model.priorMatch)),
    comparisons,
    shared: compileShared(model.shared ?? [], model.comparisons),
  };
}

function compileComparison(
  comparison: IdentityComparison,
  insteadOf: readonly number[],
  terms: ReadonlyMap<IdentityFeature, TermWeights>,
): CompiledComparison {
  const comparator = comparators[comparison.comparator];
  const known = comparator.levels;
  const indexOf = (id: string): number => comparison.levels.findIndex((level) => level.id === id);
  const unknown = comparison.levels.find(({ id }) => !known.some((level) => level.id === id));
  if (unknown !== undefined) throw new RangeError(`${comparison.comparator} has no level ${unknown.id}`);
  return {
    comparison,
    comparator,
    levelOf: known.map(({ id }) => {
      let level = id;
      while (indexOf(level) === -1 && level !== 'differs') {
        level = known.find((one) => one.id === level)?.otherwise ?? 'differs';
      }
      return indexOf(level);
    }),
    atLeast: known.map(({ id, atLeast }) => {
      const level = comparison.levels[indexOf(id)];
      return level === undefined ? Infinity : (level.atLeast ?? atLeast ?? 0);
    }),
    bits: comparison.levels.map(({ m, u }) => Math.log2(m / u)),
    terms: comparison.levels.map(({ termFrequencyOf }) =>
      (termFrequencyOf ?? []).flatMap((feature) => {
        const weights = terms.get(feature);
        return weights === undefined ? [] : [{ feature, weights }];
      }),
    ),
    insteadOf,
  };
}

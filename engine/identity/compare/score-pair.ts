import type { IdentityModel, Zones } from '../model/identity-model.ts';
import type { IdentityFeature, NormalizedRecord } from '../model/identity-record.ts';
import type { PairExplanation, PairPart, Zone } from '../model/pair.ts';
import { compileModel, type CompiledComparison, type CompiledModel } from './compiled-comparison.ts';
import { findGuards } from './find-guards.ts';
import { holdBackShared, isShared } from './shared-evidence.ts';
import { termBits } from './term-weights.ts';

type Values = NormalizedRecord['values'];

/**
 * Weighs whether two records are one customer, and says how: the plain truth that faster ways have to equal.
 * @param model a compiled one saves the compiling
 * @param left, right normalized; exchanging them gives the same bits
 * @returns prior and parts, which add up to `bits`; a comparison with a missing value has level null and weighs 0. `zone` is by
 *   probability alone: `guards` say what keeps the two apart nevertheless
 * @throws RangeError for a model that cannot be compiled
 * @example scorePair(defaultIdentityModel('person'), normalizeRecord(one), normalizeRecord(other)).zone // 'ask'
 * @source I. P. Fellegi, A. B. Sunter, A theory for record linkage, JASA 64 (1969)
 */
export function scorePair(
  model: IdentityModel | CompiledModel,
  left: NormalizedRecord,
  right: NormalizedRecord,
): PairExplanation {
  const compiled = 'priorBits' in model ? model : compileModel(model);
  const compared: PairPart[] = [];
  for (const comparison of compiled.comparisons) {
    const standsBack = comparison.insteadOf.some((before) => compared[before]?.level !== null);
    compared.push(partOf(comparison, standsBack, left.values, right.values));
  }
  const parts = withSharedHeldBack(compiled, compared);
  const bits = parts.reduce((sum, part) => sum + part.bits, compiled.priorBits);
  const probability = probabilityOf(bits);
  return {
    priorBits: compiled.priorBits,
    parts,
    bits,
    probability,
    zone: zoneOf(probability, compiled.model.zones),
    guards: findGuards(compiled.model.guards, left.values, right.values),
  };
}

function partOf(comparison: CompiledComparison, standsBack: boolean, left: Values, right: Values): PairPart {
  const { features, id } = comparison.comparison;
  const part = { comparison: id, features, left: pick(left, features), right: pick(right, features) };
  const index = standsBack ? null : levelIndex(comparison, left, right);
  if (index === null) return { ...part, level: null, bits: 0, termFrequencyBits: 0 };
  const termFrequencyBits = (comparison.terms[index] ?? []).reduce(
    (sum, { feature, weights }) => sum + termBits(weights, left[feature] ?? '', right[feature] ?? ''),
    0,
  );
  const bits = (comparison.bits[index] as number) + termFrequencyBits;
  return { ...part, level: comparison.comparison.levels[index]?.id ?? null, bits, termFrequencyBits };
}

function withSharedHeldBack({ comparisons, shared }: CompiledModel, parts: readonly PairPart[]): readonly PairPart[] {
  const bits = parts.map((part) => part.bits);
  const levelOf = (index: number): number =>
    comparisons[index]?.comparison.levels.findIndex(({ id }) => id === parts[index]?.level) ?? -1;
  const isHeld = shared.map(
    (one) =>
      isShared(one, levelOf) &&
      holdBackShared(bits, one.of, one.atMostBits, parts[one.two.comparison]?.termFrequencyBits ?? 0),
  );
  if (!isHeld.includes(true)) return parts;
  return parts.map((part, index) => {
    const kept = bits[index] ?? part.bits;
    return kept === part.bits ? part : { ...part, bits: kept, heldBackBits: part.bits - kept };
  });
}

function pick(values: Values, features: readonly IdentityFeature[]): PairPart['left'] {
  const picked: Partial<Record<IdentityFeature, string>> = {};
  for (const feature of features) {
    const value = values[feature];
    if (value !== undefined) picked[feature] = value;
  }
  return picked;
}

function levelIndex({ comparison, comparator, levelOf, atLeast }: CompiledComparison, left: Values, right: Values) {
  const prepared: unknown[] = [];
  for (const [position, feature] of comparison.features.entries()) {
    for (const value of [left[feature], right[feature]]) {
      const ready = value === undefined || value === '' ? null : comparator.prepare(value, position);
      if (ready === null) return null;
      prepared.push(ready);
    }
  }
  const [first, firstRight, second = first, secondRight = firstRight] = prepared;
  return levelOf[comparator.compare(first, firstRight, second, secondRight, atLeast)] as number;
}

/** Turns bits into a probability: 2^bits / (1 + 2^bits), from 0 to 1. */
export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** The zone of a probability. */
export function zoneOf(probability: number, zones: Zones): Zone {
  if (probability >= zones.same) return 'same';
  return probability >= zones.ask ? 'ask' : 'different';
}

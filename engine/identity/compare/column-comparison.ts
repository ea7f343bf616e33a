import type { ComparatorId } from '../model/identity-model.ts';
import type { IdentityFeature } from '../model/identity-record.ts';
import type { PreparedColumn, PreparedRecords } from '../model/prepared-records.ts';
import { ComparedValues, type ValuePairs } from './compared-values.ts';
import type { CompiledComparison, CompiledTerm } from './compiled-comparison.ts';
import { LevelCache } from './level-cache.ts';
import type { TermWeights } from './term-weights.ts';
import { levelsApart } from './value-sketch.ts';

/** Comparators for which different values are never `equal`, because they keep all of a value. */
const keepsAll: ReadonlySet<ComparatorId> = new Set(['exact', 'birth-date', 'email', 'company-email']);

/** How much work a comparator is: those with little come first, as they may spare the others. */
const effort: Readonly<Record<ComparatorId, number>> = {
  'birth-date': 1,
  exact: 1,
  postcode: 1,
  phone: 2,
  place: 3,
  street: 4,
  text: 5,
  email: 6,
  'company-email': 6,
  'person-name': 7,
  company: 8,
};

interface Term {
  feature: IdentityFeature;
  weights: TermWeights;
  /** By record. */
  codes: Int32Array;
  /** By code. */
  bits: Float64Array;
  most: number;
}

/** One comparison over columns. */
export class ColumnComparison {
  readonly effort: number;
  /** By `apart`: the most bits that two different values can have, whoever has them. */
  readonly mostBits: Float64Array;
  /** Whether values that are far from one another always have so many bits. */
  readonly isFarExact: boolean;
  readonly comparator: ComparatorId;
  /** The similarity from which on texts are near; and those that are compared first, where it is another. */
  readonly near: number;
  readonly nearFirst: number;
  /** By `apart`: levels of the model that can be found. */
  readonly #reachable: readonly (readonly number[])[];
  readonly #compiled: CompiledComparison;
  readonly #values: ComparedValues;
  readonly #cache = new LevelCache();
  /** The code whose value changes, so that nothing is remembered of it; -1: none. */
  #changing = -1;
  /** By level of the model. */
  readonly #terms: readonly (readonly Term[])[];
  /** By code: bits of agreement on it where they do not depend on the record; NaN: not known yet. */
  readonly equalBits: Float64Array;

  constructor(
    compiled: CompiledComparison,
    prepared: Pick<PreparedRecords, 'count' | 'columns'>,
    pairs: ValuePairs | null,
  ) {
    this.#compiled = compiled;
    const columns = compiled.comparison.features.map((feature) => prepared.columns.get(feature) as PreparedColumn);
    this.#values = new ComparedValues(compiled.comparator, columns, pairs);
    this.effort = effort[compiled.comparison.comparator];
    const terms = new Map<CompiledTerm, Term>();
    this.#terms = compiled.terms.map((ofLevel) =>
      ofLevel.map((term) => {
        const known = terms.get(term) ?? termOf(term, prepared);
        terms.set(term, known);
        return known;
      }),
    );
    const mostOf = compiled.bits.map((bits, level) =>
      (this.#terms[level] ?? []).reduce((sum, { most }) => sum + most, bits),
    );
    this.#reachable = reachableLevels(compiled);
    this.mostBits = Float64Array.from(this.#reachable, (levels) =>
      Math.max(...levels.map((level) => mostOf[level] as number)),
    );
    const differs = compiled.levelOf.at(-1) as number;
    this.isFarExact = this.#terms[differs]?.length === 0;
    this.comparator = compiled.comparison.comparator;
    this.near = leastOfNear(compiled);
    this.nearFirst = leastOfNear(compiled, levelsOfFirst[this.comparator]);
    const ownFeatures = new Set<string>(compiled.comparison.features);
    const isOwn = compiled.terms.every((ofLevel) => ofLevel.every(({ feature }) => ownFeatures.has(feature)));
    this.equalBits = new Float64Array(isOwn ? this.#values.count : 0).fill(NaN);
  }

  /**
   * @param one, other codes that are not 0
   * @returns index of the model's level
   */
  level(one: number, other: number): number {
    return one < other ? this.#levelOf(one, other) : this.#levelOf(other, one);
  }

  /** Bits of two records with the same code. */
  bitsOfEqual(code: number, left: number, right: number): number {
    const known = this.equalBits[code];
    // NaN is not equal to itself.
    if (known === known && known !== undefined) return known;
    const bits = this.bitsOf(this.#levelOf(code, code), left, right);
    if (known !== undefined) this.equalBits[code] = bits;
    return bits;
  }

  /**
   * The most bits that two records can have, by how rare what they say is.
   * @param howFar of `apart`
   */
  mostOf(howFar: number, left: number, right: number): number {
    const levels = this.#reachable[howFar] as readonly number[];
    let most = -Infinity;
    for (let at = 0; at < levels.length; at++) most = Math.max(most, this.bitsOf(levels[at] as number, left, right));
    return most;
  }

  /** Takes note that the last value of each column is another one now. */
  renewLast({ columns }: Pick<PreparedRecords, 'columns'>): void {
    this.#changing = this.#values.count - 1;
    this.#values.renewLast();
    for (const { feature, weights, bits } of new Set(this.#terms.flat())) {
      const last = bits.length - 1;
      bits[last] = bitsOfTerm(weights, columns.get(feature)?.values[last] ?? '');
    }
  }

  /** Bits of a level that was found for two records. */
  bitsOf(level: number, left: number, right: number): number {
    return (this.#compiled.bits[level] as number) + this.termBits(level, left, right);
  }

  /** The part of them that comes from how rare the values are. */
  termBits(level: number, left: number, right: number): number {
    const terms = this.#terms[level] as readonly Term[];
    let ofTerms = 0;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as Term;
      const [one, other] = [term.bits[term.codes[left] as number], term.bits[term.codes[right] as number]];
      ofTerms += Math.min(one as number, other as number);
    }
    return ofTerms;
  }

  #levelOf(one: number, other: number): number {
    const { levelOf, atLeast } = this.#compiled;
    if (other === this.#changing) return levelOf[this.#values.levelOf(one, other, atLeast)] as number;
    const known = this.#cache.get(one, other);
    if (known !== -1) return known;
    const level = levelOf[this.#values.levelOf(one, other, atLeast)] as number;
    this.#cache.set(one, other, level);
    return level;
  }
}

/** By `apart`: levels of the model that two different values can have. */
function reachableLevels({ comparison, comparator, levelOf }: CompiledComparison): number[][] {
  const known = comparator.levels.map(({ id }, level) => ({ id, level: levelOf[level] as number }));
  const others = keepsAll.has(comparison.comparator) ? known.slice(1) : known;
  const [first, second] = levelsApart[comparison.comparator] ?? [];
  const named = (...ids: (string | undefined)[]) => known.filter(({ id }) => ids.includes(id));
  return [others, named('differs'), named(first, 'one-near', 'differs'), named(second, 'one-near', 'differs')].map(
    (levels) => [...new Set(levels.map(({ level }) => level))],
  );
}

/** Levels that ask for similarity of what is compared first; absent: all. */
const levelsOfFirst: Readonly<Partial<Record<ComparatorId, readonly string[]>>> = { email: ['near', 'near-local'] };

/** The similarity from which on a comparator takes texts for near. */
function leastOfNear({ comparator, atLeast }: CompiledComparison, ids?: readonly string[]): number {
  const limits = comparator.levels.flatMap((level, at) =>
    level.atLeast === undefined || ids?.includes(level.id) === false ? [] : [atLeast[at] as number],
  );
  return Math.min(1, ...limits);
}

function termOf({ feature, weights }: CompiledTerm, prepared: Pick<PreparedRecords, 'count' | 'columns'>): Term {
  const column: PreparedColumn | undefined = prepared.columns.get(feature);
  const values = column?.values ?? [''];
  const bits = Float64Array.from(values, (value) => bitsOfTerm(weights, value));
  return {
    feature,
    weights,
    codes: column?.codes ?? new Int32Array(prepared.count),
    bits,
    most: bits.reduce((most, each) => Math.max(most, each), -Infinity),
  };
}

function bitsOfTerm({ byValue, rest }: TermWeights, value: string): number {
  return byValue.get(value) ?? rest;
}

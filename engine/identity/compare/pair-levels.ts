import type { PreparedColumn, PreparedRecords } from '../model/prepared-records.ts';
import type { CompiledComparison, CompiledModel } from './compiled-comparison.ts';
import { termBits } from './term-weights.ts';

/** What `PairLevels` says of a comparison that a missing value prevents, or that another one stands before. */
export const notCompared = -1;

/** Compares pairs of prepared records, level by level, as training needs it. */
export interface PairLevels {
  /** Writes the level of each comparison of the model, or `notCompared`. */
  read(left: number, right: number, levels: Int8Array): void;
  /** The bits that rarity adds at these levels, over all comparisons. */
  termBits(left: number, right: number, levels: Int8Array): number;
}

/**
 * Readies the comparison of prepared records; each value is prepared at most once, when it is first compared.
 * @param compiled the model
 * @param prepared the records
 * @returns functions on indexes of records
 * @example const levels = new Int8Array(compiled.comparisons.length); pairLevels(compiled, prepared).read(0, 1, levels)
 */
export function pairLevels(compiled: CompiledModel, prepared: PreparedRecords): PairLevels {
  const readers = compiled.comparisons.map((comparison) => levelReader(comparison, prepared));
  return {
    read(left, right, levels) {
      for (const [index, { insteadOf }] of compiled.comparisons.entries()) {
        const standsBack = insteadOf.some((before) => levels[before] !== notCompared);
        levels[index] = standsBack ? notCompared : (readers[index] as LevelReader)(left, right);
      }
    },
    termBits(left, right, levels) {
      let bits = 0;
      for (const [index, { terms }] of compiled.comparisons.entries()) {
        for (const { feature, weights } of terms[levels[index] as number] ?? []) {
          const column = prepared.columns.get(feature);
          if (column !== undefined) bits += termBits(weights, valueAt(column, left), valueAt(column, right));
        }
      }
      return bits;
    },
  };
}

type LevelReader = (left: number, right: number) => number;

function valueAt({ codes, values }: PreparedColumn, record: number): string {
  return values[codes[record] as number] as string;
}

function levelReader(compiled: CompiledComparison, prepared: PreparedRecords): LevelReader {
  const columns = compiled.comparison.features.map((feature, position) => {
    const column = prepared.columns.get(feature);
    return column === undefined ? null : columnReader(compiled, column, position);
  });
  const [first, second = first] = columns;
  if (first == null || second == null) return () => notCompared;
  const { comparator, levelOf, atLeast } = compiled;
  return (left, right) => {
    const [one, other] = [first(left), first(right)];
    if (one === null || other === null) return notCompared;
    const [two, otherTwo] = second === first ? [one, other] : [second(left), second(right)];
    if (two === null || otherTwo === null) return notCompared;
    return levelOf[comparator.compare(one, other, two, otherTwo, atLeast)] as number;
  };
}

/** Prepared values by record; null where there is none. */
function columnReader(
  { comparator }: CompiledComparison,
  { codes, values }: PreparedColumn,
  position: number,
): (record: number) => unknown {
  const ready = new Array<unknown>(values.length);
  ready[0] = null;
  return (record) => {
    const code = codes[record] as number;
    const known = ready[code];
    if (known !== undefined) return known;
    const made = comparator.prepare(values[code] as string, position);
    ready[code] = made;
    return made;
  };
}

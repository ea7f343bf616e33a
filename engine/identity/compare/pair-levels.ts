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
  const { comparisons } = compiled;
  const weighed = comparisons.map(({ terms }) =>
    terms.map((ofLevel) =>
      ofLevel.flatMap(({ feature, weights }) => {
        const column = prepared.columns.get(feature);
        return column === undefined ? [] : [{ column, weights }];
      }),
    ),
  );
  return {
    read(left, right, levels) {
      for (let index = 0; index < comparisons.length; index++) {
        const { insteadOf } = comparisons[index] as CompiledComparison;
        let level: number = notCompared;
        if (!isAnyCompared(insteadOf, levels)) level = (readers[index] as LevelReader)(left, right);
        levels[index] = level;
      }
    },
    termBits(left, right, levels) {
      let bits = 0;
      for (let index = 0; index < comparisons.length; index++) {
        const level = levels[index] as number;
        const terms = level === notCompared ? undefined : weighed[index]?.[level];
        if (terms === undefined) continue;
        for (const { column, weights } of terms) {
          bits += termBits(weights, valueAt(column, left), valueAt(column, right));
        }
      }
      return bits;
    },
  };
}

function isAnyCompared(indexes: readonly number[], levels: Int8Array): boolean {
  for (let at = 0; at < indexes.length; at++) {
    if (levels[indexes[at] as number] !== notCompared) return true;
  }
  return false;
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
    const one = first(left);
    const other = one === null ? null : first(right);
    if (other === null) return notCompared;
    const two = second === first ? one : second(left);
    const otherTwo = second === first ? other : second(right);
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

import {
  partInWords,
  type ComparisonLevel,
  type IdentityComparison,
  type IdentityModel,
} from '../../../../engine/index.ts';

/** How much one level of one comparison says, in bits, now and as proposed. */
export interface WeightChange {
  /** Ids of the comparison and of the level. */
  comparison: string;
  level: string;
  /** What two records have, in words. */
  words: string;
  /** Null: the model does not have the level. */
  now: number | null;
  then: number | null;
}

/** Less than this, in bits, is no change that people would notice. */
const leastChange = 0.1;

/** The weight of a level: log2(m / u). */
export function weightOf({ m, u }: Pick<ComparisonLevel, 'm' | 'u'>): number {
  return Math.log2(m / u);
}

/** Every level of two models side by side, in the order of the proposed one. */
export function weightChanges(now: IdentityModel, then: IdentityModel): WeightChange[] {
  return then.comparisons.flatMap((comparison) => {
    const { id, levels } = comparison;
    const before = now.comparisons.find((one) => one.id === id);
    return levels.map((level) => {
      const was = before?.levels.find((one) => one.id === level.id);
      return {
        comparison: id,
        level: level.id,
        words: levelInWords(comparison, level.id),
        now: was ? weightOf(was) : null,
        then: weightOf(level),
      };
    });
  });
}

/** Those that people would notice, the largest change first. */
export function noticeableChanges(changes: readonly WeightChange[]): WeightChange[] {
  const size = ({ now, then }: WeightChange) => Math.abs((then ?? 0) - (now ?? 0));
  return changes.filter((change) => size(change) >= leastChange).sort((one, other) => size(other) - size(one));
}

/** A level of a comparison as people see it when two records have it. */
export function levelInWords({ id, features }: Pick<IdentityComparison, 'id' | 'features'>, level: string): string {
  const part = { comparison: id, features, left: {}, right: {}, level, bits: 0, termFrequencyBits: 0 };
  return partInWords(part) ?? level;
}

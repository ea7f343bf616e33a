import type { ComparisonLevel, IdentityModel } from '../../../../engine/index.ts';
import { fieldsTitle } from '../parts/field-words.ts';

/** How much one level of one comparison says, in bits, now and as proposed. */
export interface WeightChange {
  comparison: string;
  level: string;
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
  return then.comparisons.flatMap(({ id, features, levels }) => {
    const before = now.comparisons.find((comparison) => comparison.id === id);
    return levels.map((level) => {
      const was = before?.levels.find((one) => one.id === level.id);
      return {
        comparison: fieldsTitle(features),
        level: levelTitle(level.id),
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

/** The id of a level as words: `near-given` is "near given". */
export function levelTitle(id: string): string {
  return id.replaceAll('-', ' ');
}

import type { BoxAlgebra, Box } from './condition-boxes.ts';
import type { ImportColumns, ImportReason } from './import-columns.ts';
import type { JsonCondition, RootCondition, RuleSet } from './rule-set.ts';

/** A condition with comparisons turned into columns; a refusal ends the reading. */
export type ReadCondition = { ok: true; boxes: (algebra: BoxAlgebra) => Box[] } | { ok: false; reason: ImportReason };

/** Turns the comparisons of a condition into columns. */
export class ConditionReader {
  private refused: ImportReason | null = null;
  private readonly followed = new Map<string, (algebra: BoxAlgebra) => Box[]>();
  private readonly columns: ImportColumns;
  private readonly shared: ReadonlyMap<string, RootCondition>;
  private readonly ruleSet: RuleSet;

  constructor(columns: ImportColumns, shared: ReadonlyMap<string, RootCondition>, ruleSet: RuleSet) {
    this.columns = columns;
    this.shared = shared;
    this.ruleSet = ruleSet;
  }

  read(condition: RootCondition): ReadCondition {
    const boxes = this.boxesOf(condition);
    return this.refused === null ? { ok: true, boxes } : { ok: false, reason: this.refused };
  }

  private boxesOf(condition: JsonCondition): (algebra: BoxAlgebra) => Box[] {
    if (this.refused !== null) return () => [];
    if ('all' in condition || 'any' in condition) {
      const parts = ('all' in condition ? condition.all : condition.any).map((part) => this.boxesOf(part));
      const kind = 'all' in condition ? 'all' : 'any';
      return (algebra) => (algebra.exceeded ? [] : algebra[kind](parts.map((part) => part(algebra))));
    }
    if ('not' in condition) {
      const part = this.boxesOf(condition.not);
      return (algebra) => algebra.not(part(algebra));
    }
    if ('condition' in condition) {
      const shared = this.shared.get(condition.condition);
      if (shared !== undefined) return this.follow(condition.condition, shared);
      return this.ruleSet.allowUndefinedConditions === true ? () => [] : this.refuse('missing_condition');
    }
    const asked = this.columns.valuesOf(condition);
    if ('refused' in asked) return this.refuse(asked.refused);
    return (algebra) => algebra.single(asked.column, asked.values);
  }

  /** Shared conditions are read and turned into boxes once each, since they may double with every level. */
  private follow(name: string, shared: RootCondition): (algebra: BoxAlgebra) => Box[] {
    const known = this.followed.get(name);
    if (known !== undefined) return known;
    const boxesOf = this.boxesOf(shared);
    let made: Box[] | null = null;
    const once = (algebra: BoxAlgebra): Box[] => {
      if (made !== null) return made;
      const boxes = boxesOf(algebra);
      if (!algebra.exceeded) made = boxes;
      return boxes;
    };
    this.followed.set(name, once);
    return once;
  }

  private refuse(reason: ImportReason): () => Box[] {
    this.refused ??= reason;
    return () => [];
  }
}

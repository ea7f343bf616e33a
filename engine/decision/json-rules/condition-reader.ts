import type { BoxAlgebra, Box } from './condition-boxes.ts';
import type { ImportColumns, ImportReason } from './import-columns.ts';
import type { JsonCondition, RootCondition, RuleSet } from './rule-set.ts';

/** A condition with comparisons turned into columns; a refusal ends the reading. */
export type ReadCondition = { ok: true; boxes: (algebra: BoxAlgebra) => Box[] } | { ok: false; reason: ImportReason };

/** Turns the comparisons of a condition into columns. */
export class ConditionReader {
  private refused: ImportReason | null = null;
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
      return (algebra) => algebra[kind](parts.map((part) => (algebra.exceeded ? [] : part(algebra))));
    }
    if ('not' in condition) {
      const part = this.boxesOf(condition.not);
      return (algebra) => algebra.not(part(algebra));
    }
    if ('condition' in condition) {
      const shared = this.shared.get(condition.condition);
      if (shared !== undefined) return this.boxesOf(shared);
      return this.ruleSet.allowUndefinedConditions === true ? () => [] : this.refuse('missing_condition');
    }
    const asked = this.columns.valuesOf(condition);
    if ('refused' in asked) return this.refuse(asked.refused);
    return (algebra) => algebra.single(asked.column, asked.values);
  }

  private refuse(reason: ImportReason): () => Box[] {
    this.refused ??= reason;
    return () => [];
  }
}

import type { CompiledCondition, CompiledPlace } from './compiled-condition.ts';
import type { JsonRule, RuleEvent } from './rule-set.ts';

/** A rule made ready to run. */
export interface CompiledRule {
  rule: JsonRule;
  /** Place in the rule set. */
  index: number;
  root: CompiledCondition;
  /** The rule's event as json-rules-engine gives it; frozen, and the same object in every run. */
  event: RuleEvent;
  /** The params that name facts, when the rule set replaces those; null when it replaces none. */
  replaced: { key: string; place: CompiledPlace | null }[] | null;
}

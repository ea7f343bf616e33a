import {
  describeIssue,
  importJsonRules,
  readRuleSet,
  type DecisionTable,
  type JsonCondition,
  type RuleSet,
} from '../../../../engine/index.ts';

/** A rule set whose rules have these conditions, and an event each. */
export function ruleSetOf(conditions: JsonCondition[], more: Partial<RuleSet> = {}): RuleSet {
  const rules = conditions.map((condition, index) => ({ conditions: condition, event: { type: `e${index}` } }));
  const read = readRuleSet({ rules, ...more });
  if (!read.ok) throw new Error(read.issues.map(describeIssue).join(' '));
  return read.value;
}

/** The table that is made of a rule set. */
export function tableOf(ruleSet: RuleSet): DecisionTable {
  const imported = importJsonRules(ruleSet);
  if (!imported.ok) throw new Error(imported.issues.map(describeIssue).join(' '));
  return imported.value.table;
}

import type { JsonValue } from '../../json.ts';
import { ConditionCompiler } from './compile-condition.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { quickRules, type QuickRules } from './quick-rules.ts';
import { isFactReference, type JsonRule, type RootCondition, type RuleEvent, type RuleSet } from './rule-set.ts';

/** A rule set made ready to run. Opaque outside of this folder. */
export interface CompiledRuleSet {
  ruleSet: RuleSet;
  shared: ReadonlyMap<string, RootCondition>;
  /** By descending priority; those of one priority in the order of the rule set. */
  groups: CompiledRule[][];
  compiler: ConditionCompiler;
  /** The same rules without failures and changing orders; null when they may have such. */
  quick: QuickRules | null;
}

const compiledSets = new WeakMap<RuleSet, CompiledRuleSet>();

/**
 * Makes a rule set ready to run, once per object: rule sets are values, so a changed one has to be a new object.
 * Conditions that are equal, wherever they stand, become one and are looked at once per run.
 * @param ruleSet from `readRuleSet`. One that did not come from there may have references to shared conditions that do
 *   not exist (a failure of the run), but a wrong operator or path is a bug of the caller and throws
 * @example const compiled = compileRuleSet(ruleSet)
 */
export function compileRuleSet(ruleSet: RuleSet): CompiledRuleSet {
  let compiled = compiledSets.get(ruleSet);
  if (compiled === undefined) compiledSets.set(ruleSet, (compiled = compile(ruleSet)));
  return compiled;
}

function compile(ruleSet: RuleSet): CompiledRuleSet {
  const shared = new Map(Object.entries(ruleSet.conditions ?? {}));
  const compiler = new ConditionCompiler(shared);
  const byPriority = new Map<number, CompiledRule[]>();
  for (const [index, rule] of ruleSet.rules.entries()) {
    const priority = rule.priority ?? 1;
    const compiled = compileRule(compiler, rule, index, ruleSet.replaceFactsInEventParams === true);
    const group = byPriority.get(priority);
    if (group === undefined) byPriority.set(priority, [compiled]);
    else group.push(compiled);
  }
  const groups = [...byPriority].sort(([a], [b]) => b - a).map(([, group]) => group);
  const quick = quickRules(ruleSet, shared, groups, compiler.places, compiler.conditions.length);
  return { ruleSet, shared, groups, compiler, quick };
}

function compileRule(compiler: ConditionCompiler, rule: JsonRule, index: number, replaces: boolean): CompiledRule {
  const { type, params } = rule.event;
  const event = frozen<RuleEvent>(params ? { type, params: structuredCopy(params) } : { type });
  const root = compiler.compile(rule.conditions);
  const replaced =
    replaces && typeof params === 'object' && params !== null
      ? Object.entries(params).map(([key, param]) => ({
          key,
          place: isFactReference(param) ? compiler.place(param, 'fact') : null,
        }))
      : null;
  return { rule, index, root, event, replaced };
}

function structuredCopy(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, structuredCopy(member as JsonValue)]));
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) frozen(member);
    Object.freeze(value);
  }
  return value;
}

import type { JsonObject, JsonValue } from '../../json.ts';
import type { CompiledRule } from './compile-rule-set.ts';
import type { CompiledPlace } from './compiled-condition.ts';
import { QuickCompiler, type QuickCondition, type QuickRun } from './quick-condition.ts';
import { readRulePath } from './rule-path.ts';
import { ruleTurns } from './rule-turns.ts';
import type { RootCondition, RuleEvent, RuleSet } from './rule-set.ts';

/** Rules that cannot fail and whose events come in an order that facts do not change, in that order. */
export interface QuickRules {
  events: RuleEvent[];
  conditions: QuickCondition[];
  places: readonly CompiledPlace[];
  /** Facts without which the run would fail, or the order of events change. */
  needed: string[];
  known: Uint8Array;
}

/**
 * Finds out whether a rule set can be run without looking at turns and failures.
 * @returns null when some rule may fail, or the order of events depends on more than which facts are there
 */
export function quickRules(
  ruleSet: RuleSet,
  shared: ReadonlyMap<string, RootCondition>,
  groups: readonly CompiledRule[][],
  places: readonly CompiledPlace[],
  conditionCount: number,
): QuickRules | null {
  const rules = groups.flat();
  if (rules.some(({ event, replaced }) => event.type === 'error' || replaced !== null)) return null;
  const compiler = new QuickCompiler(
    rules.map(({ root }) => root),
    ruleSet.allowUndefinedConditions === true,
  );
  const quick: QuickRules = { events: [], conditions: [], places, needed: [], known: new Uint8Array(conditionCount) };
  const needed = new Set(ruleSet.allowUndefinedFacts === true ? [] : places.map(({ fact }) => fact));
  for (const group of groups) {
    const timed = group.map((rule) => ({ rule, turns: ruleTurns(rule.rule, shared, false) }));
    if (timed.length > 1) {
      if (timed.some(({ turns }) => turns.least !== turns.most)) return null;
      for (const { fact, path } of places) if (path !== null) needed.add(fact);
      timed.sort((a, b) => a.turns.least - b.turns.least);
    }
    for (const { rule } of timed) {
      const condition = compiler.compile(rule.root);
      if (condition === null) return null;
      quick.conditions.push(condition);
      quick.events.push(rule.event);
    }
  }
  quick.needed = [...needed];
  return quick;
}

/**
 * Runs such rules.
 * @returns events and failure events; null for facts that need the exact way: a needed one is absent, or a value is an object
 */
export function runQuickRules(
  { events, conditions, places, needed, known }: QuickRules,
  facts: JsonObject,
): { events: RuleEvent[]; failureEvents: RuleEvent[] } | null {
  for (const fact of needed) if (!Object.hasOwn(facts, fact)) return null;
  const values: (JsonValue | undefined)[] = [];
  for (const { fact, path } of places) {
    const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (path !== null && !path.plain) return null;
    const read = path === null ? value : readRulePath(value, path);
    if (typeof read === 'object' && read !== null && !isListOfPlain(read)) return null;
    values.push(read);
  }
  known.fill(0);
  const run: QuickRun = { values, known };
  const passed: RuleEvent[] = [];
  const failed: RuleEvent[] = [];
  for (let index = 0; index < conditions.length; index++) {
    ((conditions[index] as QuickCondition)(run) ? passed : failed).push(events[index] as RuleEvent);
  }
  return { events: passed, failureEvents: failed };
}

function isListOfPlain(value: JsonValue[] | JsonObject): boolean {
  return Array.isArray(value) && value.every((member) => typeof member !== 'object' || member === null);
}

import type { Issue } from '../../issue.ts';
import { leavesOf } from './import-columns.ts';
import { ruleTurns } from './rule-turns.ts';
import type { JsonRule, RootCondition, RuleSet } from './rule-set.ts';

/** Rules by priority, then by the turns that they take, then by their places; what facts could change is noted. */
export function orderOfEvents(ruleSet: RuleSet, shared: ReadonlyMap<string, RootCondition>, notes: Issue[]): number[] {
  const { rules, allowUndefinedFacts = false } = ruleSet;
  const timed = rules.map((rule, index) => {
    const { least, most } = ruleTurns(rule, shared, allowUndefinedFacts);
    const ofParams = ruleSet.replaceFactsInEventParams === true ? paramsTurns(rule) : 0;
    return { index, priority: rule.priority ?? 1, least: least + ofParams, most: most + ofParams };
  });
  timed.sort((a, b) => b.priority - a.priority || a.least - b.least || a.index - b.index);
  let slowest: (typeof timed)[number] | null = null;
  for (const rule of timed) {
    if (slowest?.priority !== rule.priority) slowest = rule;
    // Equal and fixed turns keep the order of the rules; otherwise the one has to end before the other begins to.
    else if (slowest.most > rule.least || (slowest.most === rule.least && slowest.index > rule.index)) {
      const others = [slowest.index, rule.index].map((index) => nameOf(rules[index] as JsonRule, index));
      notes.push(noteOf('order_within_priority', rule.index, { rule: others[1] ?? '', other: others[0] ?? '' }));
    }
    if (rule.most > slowest.most || (rule.most === slowest.most && rule.index > slowest.index)) slowest = rule;
  }
  const mayFail =
    !allowUndefinedFacts && leavesOf([...rules.map(({ conditions }) => conditions), ...shared.values()]).length > 0;
  if (mayFail) notes.push({ code: 'absent_facts_decide', path: [], severity: 'warning', params: {} });
  return timed.map(({ index }) => index);
}

/** Params to go through for facts take two turns, also where there are none. */
function paramsTurns({ event: { params } }: JsonRule): number {
  return typeof params === 'object' && params !== null && Object.keys(params).length > 0 ? 2 : 0;
}

/** What to call a rule in a message. */
export function nameOf({ name }: JsonRule, index: number): string {
  return typeof name === 'string' ? name : `rule ${index + 1}`;
}

/** A warning about a rule. */
export function noteOf(code: string, index: number, params: Issue['params']): Issue {
  return { code, path: ['rules', index], severity: 'warning', params };
}

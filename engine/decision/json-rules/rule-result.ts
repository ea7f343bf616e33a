import type { JsonValue } from '../../json.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { CompiledCondition, CompiledGroup } from './compiled-condition.ts';
import type { JsonCondition, RuleEvent } from './rule-set.ts';
import { readPlace, settle, type RunState } from './settle-condition.ts';

/**
 * A condition with what it came to: as `RuleResult.toJSON` of json-rules-engine writes it, shared conditions in the place
 * of references; and `result` on `all`, `any`, `not` below the root too. What was not looked at has no `result`.
 */
export interface ConditionResult {
  priority?: number;
  name?: JsonValue;
  result?: boolean;
  all?: ConditionResult[];
  any?: ConditionResult[];
  not?: ConditionResult;
  condition?: string;
  fact?: string;
  operator?: string;
  value?: JsonValue;
  params?: JsonValue;
  path?: string;
  /** The value of the fact; absent when undefined. */
  factResult?: JsonValue;
  /** The value that it was compared with; absent when undefined. */
  valueResult?: JsonValue;
}

/** Why a rule holds or does not. Holds values of the facts: show it to those who may see them, and keep it out of logs. */
export interface RuleResult {
  conditions: ConditionResult;
  event: RuleEvent;
  priority: number;
  name?: JsonValue;
  result: boolean;
}

/** Chosen: 10,000 conditions written out per rule; shared conditions inside of shared ones could double without end. */
const maxWritten = 10_000;

/**
 * Writes out what a rule came to, from what the run has noted.
 * @source json-rules-engine 7.3.1, `rule-result.js`, `condition.js` (toJSON)
 */
export function ruleResult(
  compiled: CompiledRuleSet,
  state: RunState,
  { rule, root }: CompiledRule,
  event: RuleEvent,
  result: boolean,
): RuleResult {
  const writer = new ResultWriter(compiled, state);
  const conditions = writer.write(rule.conditions, root, true);
  if (!('condition' in rule.conditions)) delete conditions.result;
  const written: RuleResult = { conditions, event, priority: rule.priority ?? 1, result };
  if (rule.name !== undefined) written.name = rule.name;
  return written;
}

class ResultWriter {
  private left = maxWritten;
  private readonly compiled: CompiledRuleSet;
  private readonly state: RunState;

  constructor(compiled: CompiledRuleSet, state: RunState) {
    this.compiled = compiled;
    this.state = state;
  }

  /** @param looked json-rules-engine has looked at this condition in this rule */
  write(condition: JsonCondition, compiled: CompiledCondition, looked: boolean): ConditionResult {
    this.left -= 1;
    if ('condition' in condition) return this.writeReference(condition, compiled, looked);
    if (compiled.kind === 'leaf') {
      const { fact, operator, value, params, path } = condition as ConditionResult;
      const written: ConditionResult = { ...labelOf(condition), operator, value, fact } as ConditionResult;
      if (params !== undefined) written.params = params;
      if (path !== undefined) written.path = path;
      if (!looked) return written;
      const factResult = readPlace(this.state, compiled.fact).value;
      const valueResult = compiled.value === null ? compiled.constant : readPlace(this.state, compiled.value).value;
      if (factResult !== undefined) written.factResult = factResult;
      if (valueResult !== undefined) written.valueResult = valueResult;
      return { ...written, result: settle(this.state, compiled).value };
    }
    const written: ConditionResult = { priority: 1, ...labelOf(condition) };
    if (looked) written.result = settle(this.state, compiled).value;
    if ('not' in condition && compiled.kind === 'not') written.not = this.write(condition.not, compiled.part, looked);
    if ('all' in condition) written.all = this.writeParts(condition.all, compiled as CompiledGroup, looked);
    if ('any' in condition) written.any = this.writeParts(condition.any, compiled as CompiledGroup, looked);
    return written;
  }

  private writeReference(
    reference: JsonCondition & { condition: string },
    compiled: CompiledCondition,
    looked: boolean,
  ): ConditionResult {
    const shared = this.compiled.shared.get(reference.condition);
    // json-rules-engine copies the fields of a shared condition over those of the reference when it comes to look at it.
    if (shared !== undefined && looked && this.left > 0) {
      const { priority, name } = reference;
      const kept = {
        ...(name === undefined ? {} : { name }),
        ...('condition' in shared && priority ? { priority } : {}),
      };
      return this.write({ ...kept, ...shared }, compiled, looked);
    }
    const written: ConditionResult = { ...labelOf(reference), condition: reference.condition };
    return looked ? { ...written, result: settle(this.state, compiled).value } : written;
  }

  private writeParts(
    parts: readonly JsonCondition[],
    { kind, sets }: CompiledGroup,
    looked: boolean,
  ): ConditionResult[] {
    // The sets hold the parts by priority, in the order of the parts: each is taken from the front of its set.
    const priorities = [...new Set(parts.map(priorityOf))].sort((a, b) => b - a);
    const open = sets.map((set, index) => ({
      rest: [...set],
      looked: looked && !this.decided(sets.slice(0, index), kind),
    }));
    return parts.map((part) => {
      const set = open[priorities.indexOf(priorityOf(part))] as (typeof open)[number];
      return this.write(part, set.rest.shift() as CompiledCondition, set.looked);
    });
  }

  /** The sets before decide, so that the next is not looked at: a false one of `all`, a true one of `any`. */
  private decided(sets: readonly CompiledCondition[][], kind: 'all' | 'any'): boolean {
    const value = (part: CompiledCondition) => settle(this.state, part).value;
    return sets.some((set) => (kind === 'all' ? !set.every(value) : set.some(value)));
  }
}

function priorityOf(condition: JsonCondition): number {
  return condition.priority ?? 1;
}

function labelOf({ priority, name }: JsonCondition): { priority?: number; name?: JsonValue } {
  return { ...(priority === undefined ? {} : { priority }), ...(name ? { name } : {}) };
}

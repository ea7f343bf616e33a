import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { runQuickRules } from './quick-rules.ts';
import { ruleResult, type RuleResult } from './rule-result.ts';
import type { RuleEvent } from './rule-set.ts';
import { firstFailure, readPlace, settle, settleGroup, type RunState, type Settled } from './settle-condition.ts';

/** What a run of a rule set gives, as `engine.run` of json-rules-engine does. */
export interface RuleSetRun {
  /** Events of the rules that hold, in the order in which json-rules-engine gives them. Do not change them: they are frozen unless facts were put into them. */
  events: RuleEvent[];
  /** Events of the rules that do not hold. */
  failureEvents: RuleEvent[];
  /** Only when asked for: the rules that hold, condition by condition. */
  results?: RuleResult[];
  /** Only when asked for: the rules that do not hold. */
  failureResults?: RuleResult[];
}

export interface RunRuleSetOptions {
  /** Also give the results: which condition was true, which was false, and on which values. @default false */
  results?: boolean;
}

/**
 * Runs a rule set: the same events in the same order as `new Engine(rules, options).run(facts)` of json-rules-engine 7.3,
 * at once and without running code.
 * @param compiled from `compileRuleSet`
 * @param facts the facts by name; plain JSON
 * @returns events and failure events. Or one issue, where json-rules-engine's promise rejects: `undefined_fact`,
 *   `undefined_condition`, `operator_failed` (its TypeError: `in` without a list and the like), `error_event` (an event
 *   of the type `error` that nobody listens to), `empty_fact_name`
 * @example runRuleSet(compileRuleSet(ruleSet), { age: 20 }) // { ok: true, value: { events: [{ type: 'adult' }], … } }
 * @source json-rules-engine 7.3.1, `engine.js`, `rule.js`; the order of events: `settle-condition.ts`
 */
export function runRuleSet(
  compiled: CompiledRuleSet,
  facts: JsonObject,
  options: RunRuleSetOptions = {},
): Result<RuleSetRun> {
  if (Object.hasOwn(facts, '')) return { ok: false, issues: [errorIssue('empty_fact_name', [])] };
  const { ruleSet, compiler, quick } = compiled;
  const run = quick === null || options.results === true ? null : runQuickRules(quick, facts);
  if (run !== null) return { ok: true, value: run };
  const state: RunState = {
    facts,
    allowUndefinedFacts: ruleSet.allowUndefinedFacts === true,
    allowUndefinedConditions: ruleSet.allowUndefinedConditions === true,
    places: new Array<undefined>(compiler.places.length).fill(undefined),
    settled: new Array<undefined>(compiler.conditions.length).fill(undefined),
  };
  const ended: EndedRule[] = [];
  for (const group of compiled.groups) {
    const ofGroup = group.map((rule) => runRule(state, rule));
    const failed = firstFailure(ofGroup);
    if (failed?.failure) return { ok: false, issues: [failed.failure] };
    ended.push(...inOrder(ofGroup));
  }
  return { ok: true, value: outcomeOf(compiled, state, ended, options.results === true) };
}

interface EndedRule extends Settled {
  rule: CompiledRule;
  event: RuleEvent;
}

/** Turns from the end of a rule's condition to the rejection of the run, against those of a failing condition. */
const failedParamsTurns = 5;
const errorEventTurns = 9;

function runRule(state: RunState, rule: CompiledRule): EndedRule {
  const settled = settleRoot(state, rule);
  const { event } = rule;
  if (settled.failure !== null) return { ...settled, rule, event };
  const replaced = rule.replaced === null ? null : replaceFacts(state, event, rule.replaced);
  const ended = { ...settled, rule, event: replaced?.event ?? event, turns: settled.turns + (replaced?.turns ?? 0) };
  if (replaced?.failure) return { ...ended, turns: settled.turns + failedParamsTurns, failure: replaced.failure };
  if (!settled.value || event.type !== 'error') return ended;
  const failure = errorIssue('error_event', ['rules', rule.index, 'event', 'type']);
  return { ...ended, turns: ended.turns + errorEventTurns, failure };
}

/** The root of a rule notes no result of its own, unless it is a reference: then one turn less. */
function settleRoot(state: RunState, { root, rule }: CompiledRule): Settled {
  if ('condition' in rule.conditions) return settle(state, root);
  if (root.kind === 'all' || root.kind === 'any') return settleGroup(state, root);
  const settled = settle(state, root);
  return settled.thrown ? settled : { ...settled, turns: settled.turns - 1 };
}

/** Params to go through take two turns (each is put in its place, then all are gathered), and one more for paths in them. */
const replaceTurns = 2;

function replaceFacts(
  state: RunState,
  event: RuleEvent,
  replaced: NonNullable<CompiledRule['replaced']>,
): { event: RuleEvent; turns: number; failure: Issue | null } {
  if (replaced.length === 0) return { event, turns: 0, failure: null };
  const params = (Array.isArray(event.params) ? [...event.params] : { ...(event.params as JsonObject) }) as JsonObject;
  let pathTurns = 0;
  for (const { key, place } of replaced) {
    if (place === null) continue;
    const { value, turns, failure } = readPlace(state, place);
    if (failure !== null) return { event, turns: 0, failure };
    params[key] = value;
    pathTurns = Math.max(pathTurns, turns);
  }
  return { event: { type: event.type, params: params as JsonValue }, turns: replaceTurns + pathTurns, failure: null };
}

/** In the order of their ends; a stable sort keeps the order of the rules among equals. */
function inOrder(ended: EndedRule[]): EndedRule[] {
  const turns = ended[0]?.turns;
  return ended.every((rule) => rule.turns === turns) ? ended : ended.sort((a, b) => a.turns - b.turns);
}

function outcomeOf(
  compiled: CompiledRuleSet,
  state: RunState,
  ended: readonly EndedRule[],
  withResults: boolean,
): RuleSetRun {
  const run: RuleSetRun = { events: [], failureEvents: [] };
  if (withResults) Object.assign(run, { results: [], failureResults: [] });
  for (const { value, event, rule } of ended) {
    (value ? run.events : run.failureEvents).push(event);
    if (withResults) (value ? run.results : run.failureResults)?.push(ruleResult(compiled, state, rule, event, value));
  }
  return run;
}

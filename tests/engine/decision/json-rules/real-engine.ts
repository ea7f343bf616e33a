import { setImmediate } from 'node:timers/promises';
import { Engine } from 'json-rules-engine';
import type { JsonObject, JsonValue, RuleSet } from '../../../../engine/index.ts';

/** What the real json-rules-engine says, in a form to compare. */
export type EngineAnswer =
  { events: unknown[]; failureEvents: unknown[]; results?: unknown[]; failureResults?: unknown[] } | { failed: string };

/** The real engine, on a copy of the rule set: it writes into what it is given. */
export function realEngine(ruleSet: RuleSet): Engine {
  const { rules, conditions, ...options } = JSON.parse(JSON.stringify(ruleSet)) as RuleSet;
  const engine = new Engine(rules as ConstructorParameters<typeof Engine>[0], options);
  for (const [name, condition] of Object.entries(conditions ?? {})) {
    engine.setCondition(name, condition as Parameters<Engine['setCondition']>[1]);
  }
  return engine;
}

export async function askRealEngine(engine: Engine, facts: JsonObject, withResults: boolean): Promise<EngineAnswer> {
  try {
    const { events, failureEvents, results, failureResults } = await engine.run(facts);
    if (!withResults) return { events, failureEvents };
    return {
      events,
      failureEvents,
      results: results.map((result) => result.toJSON(false)),
      failureResults: failureResults.map((result) => result.toJSON(false)),
    };
  } catch (error) {
    // The rules of lower priorities go on after the run has failed, and would end the next run on the same engine.
    await setImmediate();
    return { failed: failureOf(error) };
  }
}

/** The kind of a failure, with the name of the fact or condition where there is one. */
function failureOf(error: unknown): string {
  if (error === "Uncaught, unspecified 'error' event.") return 'error_event';
  if (!(error instanceof Error)) throw error;
  const condition = /^No condition (.*) exists$/.exec(error.message);
  if (condition !== null) return `undefined_condition ${condition[1]}`;
  if ('code' in error && error.code === 'UNDEFINED_FACT')
    return error.message.replace('Undefined fact: ', 'undefined_fact ');
  if (error.message === 'factId required') return 'empty_fact_name';
  if (error instanceof TypeError || error instanceof RangeError) return 'operator_failed';
  throw error;
}

/** Our failures in the same form. */
export function failureName(issue: { code: string; params: Record<string, JsonValue> }): string {
  if (issue.code === 'undefined_condition') return `undefined_condition ${String(issue.params['condition'])}`;
  return issue.code === 'undefined_fact' ? `undefined_fact ${String(issue.params['fact'])}` : issue.code;
}

import { Engine, type RuleProperties } from 'json-rules-engine';
import {
  decideTable,
  exportJsonRules,
  itemIsFacts,
  outcomeFromEvents,
  type DecisionTable,
  type JsonObject,
  type Result,
  type RuleEvent,
} from '../../../engine/index.ts';
import type { Verdict } from './certificate.ts';
import { inNumbers } from './in-numbers.ts';

/** What decides facts by one table on one day. */
export type Evaluator = (facts: JsonObject) => Verdict | Promise<Verdict>;

/** Makes a table ready; null stands for a table without days. Fails when the table cannot be run there. */
export type EvaluatorOf = (table: DecisionTable, day: string | null) => Result<Evaluator>;

/** Our own evaluator. */
export const steward: EvaluatorOf = (table, day) => ({
  ok: true,
  value: (facts) => {
    const decided = decideTable(table, facts, itemIsFacts, day === null ? {} : { day });
    if (!decided.ok) return failed(decided.issues);
    const { outcome, decision } = decided.value;
    return { outcome, matched: decision.matched, error: null };
  },
});

/** The real json-rules-engine, with the exported rules. */
export const jsonRulesEngine: EvaluatorOf = (table, day) => {
  const { table: written, facts: rewrite } = inNumbers(table);
  const rules = exportJsonRules(written, { aggregation: 'read-back', ...(day !== null && { day }) });
  if (!rules.ok) {
    const isOutOfDate = rules.issues.every(({ code }) => code === 'table_not_valid_on_day');
    return isOutOfDate ? { ok: true, value: () => failed(rules.issues) } : rules;
  }
  const engine = new Engine(rules.value.rules as unknown as RuleProperties[], { allowUndefinedFacts: true });
  const evaluator: Evaluator = async (facts) => {
    const { events } = await engine.run(rewrite(facts));
    const read = outcomeFromEvents(table, events as RuleEvent[]);
    if (!read.ok) return failed(read.issues);
    return { outcome: read.value.outcome, matched: read.value.matched, error: null };
  };
  return { ok: true, value: evaluator };
};

function failed(issues: readonly { code: string }[]): Verdict {
  return { outcome: null, matched: [], error: issues[0]?.code ?? 'unknown' };
}

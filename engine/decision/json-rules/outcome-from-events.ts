import { errorIssue, type Result } from '../../issue.ts';
import { isJsonObject } from '../../json.ts';
import { applyHitPolicy } from '../evaluate/hit-policy.ts';
import { outcomeOf, outcomeWithoutMatch } from '../evaluate/outcome.ts';
import { readyChain } from '../evaluate/ready-table.ts';
import type { DecisionTable, Outcome, TableRow } from '../model.ts';
import type { RuleEvent } from './rule-set.ts';

/** What the events of a run say about the table that its rules were made of. */
export interface ReadEvents {
  outcome: Outcome;
  /** Id of the first row that counts; null when none matched. */
  ruleId: string | null;
  /** Ids of all rows that matched, in the order in which they count. */
  matched: string[];
}

/**
 * Reads the events of rules that `exportJsonRules` wrote back into what `decideTable` would say: hit policy, aggregation
 * and defaults included. Events of another type than the table's id are left out, so several tables may share an engine.
 * @param table the table that was exported
 * @param events of the run, from json-rules-engine or from `runRuleSet`
 * @returns the outcome; or `several_rows_match`, `rows_disagree`, `figure_too_large` as `decideTable` gives them,
 *   `unknown_event_row` for an event of a row that the table does not have, and the errors of `compileTable`
 * @example outcomeFromEvents(table, (await engine.run(item)).events)
 */
export function outcomeFromEvents(table: DecisionTable, events: readonly RuleEvent[]): Result<ReadEvents> {
  const chain = readyChain(table);
  if (!chain.ok) return chain;
  const matched = new Set<string>();
  for (const [index, { type, params }] of events.entries()) {
    if (type !== table.id) continue;
    const ruleId = isJsonObject(params) ? params['ruleId'] : undefined;
    if (typeof ruleId !== 'string' || !table.rows.some(({ id }) => id === ruleId)) {
      return { ok: false, issues: [errorIssue('unknown_event_row', [index], { found: ruleId ?? null })] };
    }
    matched.add(ruleId);
  }
  const rows = table.rows.filter(({ id }) => matched.has(id));
  if (rows.length === 0) {
    return { ok: true, value: { outcome: outcomeWithoutMatch(table), ruleId: null, matched: [] } };
  }
  const hits = applyHitPolicy(table, rows, chain.value.last.ranks);
  if (!hits.ok) return hits;
  const outcome = outcomeOf(table, hits.value.counting, rows.length);
  if (!outcome.ok) return outcome;
  const idsOf = (list: readonly TableRow[]) => list.map(({ id }) => id);
  const [ruleId = null] = idsOf(hits.value.counting);
  return { ok: true, value: { outcome: outcome.value, ruleId, matched: idsOf(hits.value.matched) } };
}

import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { Decision, Reason } from '../decision.ts';
import { checkDay } from '../facts/day.ts';
import type { FactMapping } from '../facts/fact-mapping.ts';
import type { DecisionTable, Outcome } from '../model.ts';
import { decideUsed } from './chain.ts';
import { applyHitPolicy, type Hits } from './hit-policy.ts';
import { hasDefaults, outcomeOf, outcomeWithoutMatch } from './outcome.ts';
import { chainReaders, readyChain, type ChainReaders, type ReadyChain, type ReadyTable } from './ready-table.ts';
import { reasonOf } from './reason.ts';

/** What a decision depends on besides table and facts. */
export interface DecideOptions {
  /** The day that rows with days of validity are held against, `YYYY-MM-DD`. */
  day?: string | undefined;
}

/** A decision with its outcome, which stands in the decision as well. */
export interface Decided {
  decision: Decision;
  outcome: Outcome;
}

/**
 * Decides one item by a table and by the tables that it uses, each of those once.
 *
 * | policy | no row matches | several rows match | `ruleId` |
 * | --- | --- | --- | --- |
 * | `unique` | defaults, else null | `several_rows_match` | the row |
 * | `any` | defaults, else null | their common results, else `rows_disagree` | the topmost |
 * | `priority` | defaults, else null | the results that rank first | that row |
 * | `first` | defaults, else null | the topmost row's | the topmost |
 * | `rule-order`, `output-order`, `collect` | a list of the defaults, else null | the list of their results | the first in the list |
 * | `collect` with sum, min, max | defaults, else null | the figure | the topmost that counts |
 * | `collect` with count | defaults, else 0 | their number | the topmost |
 * @param table the table; the same object on every call, since it is made ready once per object
 * @param item the item as it stands in n8n
 * @param mapping where the facts are in the item; the same object on every call
 * @param options the day of the decision, where the table or its rows have days of validity
 * @returns the decision and its outcome by output id (null for results that a row leaves out), or a list of those. No row
 *   matches: `ruleId` is null and `matched` empty; `reasons` is empty too, or names the row `default`. Issues: those of
 *   `compileTable` and of the mapping; `no_data_at_field`, `wrong_type`, `value_not_allowed`, `missing_input` for facts;
 *   `decision_day_missing`, `decision_day_invalid`, `table_not_valid_on_day`; `several_rows_match`, `rows_disagree`,
 *   `figure_too_large`. Issues of a used table name it in `params.used`
 * @example decideTable(table, { order: { amount: 1200 } }, { dataField: '', fields: [] })
 * @source DMN 1.5, 8.2.8 (hit policies) and 8.2.10 (default output values)
 */
export function decideTable(
  table: DecisionTable,
  item: JsonObject,
  mapping: FactMapping,
  options: DecideOptions = {},
): Result<Decided> {
  const chain = readyChain(table);
  if (!chain.ok) return chain;
  const readers = chainReaders(chain.value, mapping);
  if (!readers.ok) return readers;
  return decideChain(chain.value, readers.value, item, options.day);
}

/** Decides by a table that is ready, whose readers find the facts in `item`. */
export function decideChain(
  chain: ReadyChain,
  readers: ChainReaders,
  item: JsonObject,
  day: string | undefined,
): Result<Decided> {
  const { last, used } = chain;
  if (used.length === 0) {
    const values = readers.last.read(item);
    return values.ok ? decideValues(last, values.value, day) : values;
  }
  const upstream = decideUsed(chain, readers, item, (ready, values) => decideValues(ready, values, day));
  if (!upstream.ok) return upstream;
  const values = readers.last.read(item, upstream.value.outcomes);
  if (!values.ok) return values;
  const decided = decideValues(last, values.value, day);
  if (decided.ok) decided.value.decision.required = upstream.value.decisions;
  return decided;
}

/**
 * Decides by one table when the values of its inputs are known.
 * @param ready the table
 * @param values one per input, in order; null for absent; each of its column's type and among its allowed values
 * @param day of the decision
 */
export function decideValues(
  ready: ReadyTable,
  values: readonly JsonValue[],
  day: string | undefined,
): Result<Decided> {
  const { table } = ready;
  const ofDay = ready.needsDay ? checkDay(table, day) : null;
  if (ofDay !== null) return refused(ofDay);
  const rows = ready.search.rows(values, day);
  if (rows.length === 0) {
    const reasons = hasDefaults(table) ? [{ ...byDefault }] : [];
    return { ok: true, value: asDecided(ready, outcomeWithoutMatch(table), { matched: [], counting: [] }, reasons) };
  }
  const hits = applyHitPolicy(table, rows, ready.ranks);
  if (!hits.ok) return hits;
  const { counting } = hits.value;
  const outcome = outcomeOf(table, counting, rows.length);
  if (!outcome.ok) return outcome;
  const reasons = counting.map((row) => reasonOf(table, row));
  return { ok: true, value: asDecided(ready, outcome.value, hits.value, reasons) };
}

/** The reason of an outcome that is made of defaults. */
const byDefault: Reason = { row: 'default', text: 'No row matches, so the results for that case count.' };

function asDecided({ table, digest }: ReadyTable, outcome: Outcome, hits: Hits, reasons: Reason[]): Decided {
  const decision: Decision = {
    kind: 'table',
    outcome,
    reasons,
    ruleId: hits.counting[0]?.id ?? null,
    matched: hits.matched.map(({ id }) => id),
    tableId: table.id,
    tableVersion: table.version,
    tableDigest: digest,
  };
  return { decision, outcome };
}

function refused(issue: Issue): Result<never> {
  return { ok: false, issues: [issue] };
}

/** The issue of an item that no row matches, for callers that do not accept it. */
export function noMatchIssue(table: DecisionTable): Issue {
  return errorIssue('no_match', [], { table: table.name, version: table.version });
}

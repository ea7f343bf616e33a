import { Engine, type RuleProperties } from 'json-rules-engine';
import {
  decideTable,
  describeIssue,
  exportJsonRules,
  itemIsFacts,
  outcomeFromEvents,
  randomFacts,
  sameJson,
  type DecisionTable,
  type JsonObject,
  type JsonRuleSet,
  type JsonValue,
  type Result,
  type RuleEvent,
} from '../../../engine/index.ts';
import type { TableResult, Verdict } from './certificate.ts';
import { inNumbers } from './in-numbers.ts';

/** Differences that the report shows; the rest are counted. */
const shownDifferences = 5;
/** Cases between two calls of `onCase`. */
const casesPerCall = 50;

interface Comparison {
  cases: number;
  /** Days among which the cases fall; empty where none is needed. */
  days: readonly string[];
  random: () => number;
  onCase(done: number): void;
}

/** Decides random cases by both evaluators. The table uses no other. */
export async function compareWithJsonRulesEngine(
  table: DecisionTable,
  { cases, days, random, onCase }: Comparison,
): Promise<TableResult> {
  const makeFacts = randomFacts(table, random);
  const exported = inNumbers(table);
  const met = new Set<string>();
  const result: TableResult = {
    table: table.id,
    rows: table.rows.length,
    cases: 0,
    errors: 0,
    differences: 0,
    examples: [],
    rowsNotMet: [],
    refused: [],
    asNumbers: exported.columns,
  };
  const engines = new Map<string | null, Result<Engine>>();
  for (let done = 0; done < cases; done++) {
    if (done % casesPerCall === 0) onCase(done);
    const day = days.length === 0 ? null : (days[Math.floor(random() * days.length)] ?? null);
    let engine = engines.get(day);
    if (engine === undefined) engines.set(day, (engine = engineFor(exported.table, day)));
    // A table that is not valid on the day is refused on both sides.
    if (!engine.ok && engine.issues.every(({ code }) => code === 'table_not_valid_on_day')) continue;
    if (!engine.ok) {
      result.refused = engine.issues.map((issue) => ({ code: issue.code, message: describeIssue(issue) }));
      break;
    }
    const facts = makeFacts();
    const steward = decide(table, facts, day);
    // Facts that the table refuses before any row is asked are no matter of rules.
    if (steward.error !== null && !rowErrors.has(steward.error)) continue;
    const theirs = await run(table, engine.value, exported.facts(facts));
    result.cases += 1;
    if (steward.error !== null) result.errors += 1;
    for (const row of steward.matched) met.add(row);
    if (sameJson(steward as unknown as JsonValue, theirs as unknown as JsonValue)) continue;
    result.differences += 1;
    if (result.examples.length < shownDifferences)
      result.examples.push({ facts, day, steward, jsonRulesEngine: theirs });
  }
  result.rowsNotMet = table.rows.filter(({ id, disabled }) => disabled !== true && !met.has(id)).map(({ id }) => id);
  return result;
}

/** Errors that follow from which rows match. */
const rowErrors = new Set(['several_rows_match', 'rows_disagree', 'figure_too_large']);

function engineFor(table: DecisionTable, day: string | null): Result<Engine> {
  const rules: Result<JsonRuleSet> = exportJsonRules(table, {
    aggregation: 'read-back',
    ...(day !== null && { day }),
  });
  if (!rules.ok) return rules;
  const engine = new Engine(rules.value.rules as unknown as RuleProperties[], { allowUndefinedFacts: true });
  return { ok: true, value: engine };
}

function decide(table: DecisionTable, facts: JsonObject, day: string | null): Verdict {
  const decided = decideTable(table, facts, itemIsFacts, day === null ? {} : { day });
  if (!decided.ok) return { outcome: null, matched: [], error: decided.issues[0]?.code ?? 'unknown' };
  const { outcome, decision } = decided.value;
  return { outcome, matched: decision.matched, error: null };
}

async function run(table: DecisionTable, engine: Engine, facts: JsonObject): Promise<Verdict> {
  const { events } = await engine.run(facts);
  const read = outcomeFromEvents(table, events as RuleEvent[]);
  if (!read.ok) return { outcome: null, matched: [], error: read.issues[0]?.code ?? 'unknown' };
  return { outcome: read.value.outcome, matched: read.value.matched, error: null };
}

import { describeIssue, randomFacts, sameJson, type DecisionTable, type JsonValue } from '../../../engine/index.ts';
import type { TableResult } from './certificate.ts';
import { jsonRulesEngine, type Evaluator, type EvaluatorOf } from './evaluators.ts';
import { inNumbers } from './in-numbers.ts';

/** Differences that the report shows; the rest are counted. */
const shownDifferences = 5;
/** Cases between two calls of `onCase`. */
const casesPerCall = 50;
/** Errors that rules can show: of the rows that match, and of a table out of its days. */
const comparedErrors = new Set(['several_rows_match', 'rows_disagree', 'figure_too_large', 'table_not_valid_on_day']);

interface Comparison {
  cases: number;
  /** Days among which the cases fall; empty where none is needed. */
  days: readonly string[];
  random: () => number;
  /** The evaluator on trial. */
  evaluator: EvaluatorOf;
  onCase(done: number): void;
}

/** Decides random cases by an evaluator and by the real json-rules-engine. The table uses no other. */
export async function compareWithJsonRulesEngine(table: DecisionTable, comparison: Comparison): Promise<TableResult> {
  const { cases, days, random, evaluator, onCase } = comparison;
  const makeFacts = randomFacts(table, random);
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
    asNumbers: inNumbers(table).columns,
  };
  const pairs = new Map<string | null, readonly [Evaluator, Evaluator]>();
  for (let done = 0; done < cases; done++) {
    if (done % casesPerCall === 0) onCase(done);
    const day = days.length === 0 ? null : (days[Math.floor(random() * days.length)] ?? null);
    let pair = pairs.get(day);
    if (pair === undefined) {
      const [ours, theirs] = [evaluator(table, day), jsonRulesEngine(table, day)];
      if (!ours.ok || !theirs.ok) {
        const issues = [ours, theirs].flatMap((made) => (made.ok ? [] : made.issues));
        result.refused = issues.map((issue) => ({ code: issue.code, message: describeIssue(issue) }));
        break;
      }
      pairs.set(day, (pair = [ours.value, theirs.value]));
    }
    const facts = makeFacts();
    const steward = await pair[0](facts);
    // Facts that the table refuses before any row is asked are no matter of rules.
    if (steward.error !== null && !comparedErrors.has(steward.error)) continue;
    const theirs = await pair[1](facts);
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

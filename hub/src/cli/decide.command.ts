import {
  compileRuleSet,
  compileTable,
  decideTable,
  explainDecision,
  itemIsFacts,
  runRuleSet,
  type CompiledRuleSet,
  type DecisionTable,
  type Issue,
  type JsonObject,
} from '../../../engine/index.ts';
import type { Command } from './command.ts';
import { dayOf, dayOption } from './day-option.ts';
import { lineError } from './line-error.ts';
import { processLines, type LineResult } from './process-lines.ts';
import { readable } from './read-document.ts';
import { readRules, tellRemarks } from './read-rules.ts';

/** `steward decide TABLE`: a line of facts in, a line with the outcome out. */
export const decideCommand: Command = {
  words: ['decide'],
  operands: ['TABLE'],
  summary: 'decide lines of facts by a table or rules',
  help: [
    'Reads one JSON object of facts per line from standard input and writes one line for each: {"outcome": object, list or null, "matched": [row ids], "error": null or {"code", "message", "path"}}.',
    'TABLE is a decision table (*.table.json, *.dmn, *.csv, *.xlsx) or a rule set of json-rules-engine (*.rules.json: an array of rules, or {"rules", "conditions", …}). Rules give {"events": […], "failureEvents": […], "error"}.',
    'No row matches, and there is no default: the outcome is null, "matched" is empty, and that is no error.',
  ],
  options: {
    decision: { type: 'string', help: 'name or id of a decision of a DMN file (default: the one that no other needs)' },
    day: dayOption,
    explain: {
      type: 'boolean',
      help: 'add "explanation": every row and cell, or every condition, and whether it held',
    },
  },
  examples: [
    'steward decide refund-limits.table.json < requests.jsonl',
    'steward decide lending.dmn --decision Routing < applications.jsonl',
    'steward decide rules.rules.json --explain < facts.jsonl',
  ],
  async run({ operands, options, streams }) {
    const file = operands[0] ?? '';
    const decision = options['decision'] as string | undefined;
    const read = await readRules(file, streams, { decision, inputTaken: true });
    tellRemarks(file, read.remarks, streams);
    const explain = options['explain'] === true;
    if (read.kind === 'rules') {
      const compiled = compileRuleSet(read.ruleSet);
      return await processLines(
        streams,
        (facts) => runLine(compiled, facts, explain),
        (error) => ({ events: [], failureEvents: [], error }),
      );
    }
    // A table with errors would say the same of every line.
    readable(file, compileTable(read.table));
    const day = dayOf(options['day']);
    return await processLines(
      streams,
      (facts) => decideLine(read.table, facts, day, explain),
      (error) => ({ outcome: null, matched: [], error }),
    );
  },
};

function decideLine(table: DecisionTable, facts: JsonObject, day: string, explain: boolean): LineResult {
  const result = decideTable(table, facts, itemIsFacts, { day });
  const line = result.ok
    ? { outcome: result.value.outcome, matched: result.value.decision.matched, error: null }
    : { outcome: null, matched: [], error: firstError(result.issues) };
  if (!explain) return { output: line, failed: !result.ok };
  // Rows that must not match together are explained as well; facts that the table refuses leave nothing to explain.
  const explained = explainDecision(table, facts, itemIsFacts, { day });
  return { output: { ...line, explanation: explained.ok ? explained.value : null }, failed: !result.ok };
}

function runLine(compiled: CompiledRuleSet, facts: JsonObject, explain: boolean): LineResult {
  const run = runRuleSet(compiled, facts, { results: explain });
  if (!run.ok) return { output: { events: [], failureEvents: [], error: firstError(run.issues) }, failed: true };
  const { events, failureEvents, results, failureResults } = run.value;
  const line = { events, failureEvents, error: null };
  return { output: explain ? { ...line, explanation: { results, failureResults } } : line, failed: false };
}

function firstError(issues: readonly Issue[]) {
  const [issue] = issues;
  return issue === undefined ? null : lineError(issue);
}

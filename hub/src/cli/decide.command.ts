import {
  compileTable,
  decideTable,
  explainDecision,
  itemIsFacts,
  type DecisionTable,
  type JsonObject,
} from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';
import { UsageError, type Command } from './command.ts';
import { lineError } from './line-error.ts';
import { processLines, type LineResult } from './process-lines.ts';
import { readable, readJson } from './read-document.ts';

/** `steward decide TABLE`: a line of facts in, a line with the outcome out. */
export const decideCommand: Command = {
  words: ['decide'],
  operands: ['TABLE'],
  summary: 'decide lines of facts by a decision table',
  help: [
    'Reads one JSON object of facts per line from standard input and writes one line for each: {"outcome": object or null, "matched": [row ids], "error": null or {"code", "message", "path"}}.',
    'TABLE is a decision table, *.table.json. No row matches: the outcome is null, "matched" is empty, and that is no error.',
  ],
  options: {
    explain: { type: 'boolean', help: 'add "explanation": every row and cell, and whether it passed' },
  },
  examples: ['steward decide refund-limits.table.json < requests.jsonl'],
  async run({ operands, options, streams }) {
    const file = operands[0] ?? '';
    checkForm(file);
    const table = readable(file, parseTable(await readJson(file, streams)));
    // A table with errors would say the same of every line.
    readable(file, compileTable(table));
    return await processLines(
      streams,
      (facts) => decideLine(table, facts, options['explain'] === true),
      (error) => ({ outcome: null, matched: [], error }),
    );
  },
};

function checkForm(file: string): void {
  const name = file.toLowerCase();
  if (name.endsWith('.table.json')) return;
  throw new UsageError(`${file} is not a decision table: decide takes files that end in .table.json.`);
}

function decideLine(table: DecisionTable, facts: JsonObject, explain: boolean): LineResult {
  const result = decideTable(table, facts, itemIsFacts);
  if (!result.ok) {
    const [issue] = result.issues;
    const error = issue === undefined ? null : lineError(issue);
    return { output: { outcome: null, matched: [], error }, failed: true };
  }
  const { outcome, decision } = result.value;
  const matched = decision.ruleId === null ? [] : [decision.ruleId];
  if (!explain) return { output: { outcome, matched, error: null }, failed: false };
  const explained = explainDecision(table, facts);
  const explanation = explained.ok ? explained.value.rows : [];
  return { output: { outcome, matched, error: null, explanation }, failed: false };
}

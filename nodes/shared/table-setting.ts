import type { IExecuteFunctions } from 'n8n-workflow';
import { compileTable, errorIssue } from '../../engine/index.ts';
import type { DecisionTable, Result } from '../../engine/index.ts';
import { parseTable } from '../../rules/index.ts';
import { KeptByText } from './kept-by-text.ts';

const tables = new KeptByText<Result<DecisionTable>>();

/** Reads the setting *Table*, ready to run: JSON text, or an object when a workflow file holds it so. */
export function readTable(context: IExecuteFunctions): Result<DecisionTable> {
  const value: unknown = context.getNodeParameter('table', 0, '');
  if (typeof value !== 'string') return runnable(parseTable(value));
  return tables.get(value, (text) => runnable(fromText(text)));
}

function fromText(text: string): Result<DecisionTable> {
  try {
    return parseTable(JSON.parse(text));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, issues: [errorIssue('not_json', [], { detail })] };
  }
}

/** A table of the right shape may still have cells that cannot be read. */
function runnable(table: Result<DecisionTable>): Result<DecisionTable> {
  if (!table.ok) return table;
  const compiled = compileTable(table.value);
  return compiled.ok ? table : compiled;
}

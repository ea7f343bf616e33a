import type { IExecuteFunctions } from 'n8n-workflow';
import { compileTable, errorIssue } from '../../engine/index.ts';
import type { DecisionTable, Result } from '../../engine/index.ts';
import { parseTable } from '../../rules/index.ts';

/**
 * Tables by their text. A workflow behind a webhook reads the same setting on every call: parsing it again would cost
 * more than deciding. Chosen: 32, because a workflow rarely has more tables; the oldest one goes first.
 */
const keptTables = 32;
const tablesByText = new Map<string, Result<DecisionTable>>();

/** Reads the setting *Table*, ready to run: JSON text, or an object when a workflow file holds it so. */
export function readTable(context: IExecuteFunctions): Result<DecisionTable> {
  const value: unknown = context.getNodeParameter('table', 0, '');
  if (typeof value !== 'string') return runnable(parseTable(value));
  const known = tablesByText.get(value);
  if (known) return known;
  const table = runnable(fromText(value));
  const [oldest] = tablesByText.keys();
  if (tablesByText.size >= keptTables && oldest !== undefined) tablesByText.delete(oldest);
  tablesByText.set(value, table);
  return table;
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

import type { Decision } from '../../decision/decision.ts';
import type { FactMapping } from '../../decision/facts/fact-mapping.ts';
import type { DecisionTable, TableRow } from '../../decision/model.ts';
import type { FactEvidence } from '../model/conversation-facts.ts';
import { distressRule } from './decide-conversation.ts';

/** Of all evidence that behind the facts which the deciding row tests; of rows of a used table nothing is said. */
export function evidenceFor(
  decision: Decision,
  table: DecisionTable,
  mapping: FactMapping,
  evidence: readonly FactEvidence[],
): FactEvidence[] {
  if (decision.ruleId === distressRule) return evidence.filter(({ path }) => path === 'signals.distress');
  const row = table.rows.find(({ id }) => id === decision.ruleId);
  if (row === undefined) return [];
  const elsewhere = new Set(mapping.fields.map(({ input }) => input));
  const tested = new Set(
    table.inputs
      .filter(({ id, from }) => from === undefined && !elsewhere.has(id) && asksFor(row, id))
      .map(({ path }) => path),
  );
  return evidence.filter(({ path }) => tested.has(path));
}

/** True for a cell that only a known value passes; `null, false` says what must not be. */
function asksFor(row: TableRow, input: string): boolean {
  const cell = row.when[input]?.trim() ?? '';
  return cell !== '' && cell !== '-' && !/^null\b/.test(cell);
}

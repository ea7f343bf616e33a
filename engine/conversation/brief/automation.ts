import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { AutomationEntry } from '../model/handoff-brief.ts';

/**
 * What automation decided, as the items carry it in `steward.decisions`: step, table, outcome, rows with their reasons, and where it stands
 * in the ledger.
 * @param decisions whatever stands there; what is no object is left out, and what a decision does not say is null or empty
 */
export function automationOf(decisions: readonly JsonValue[]): AutomationEntry[] {
  return decisions.filter(isJsonObject).map((decision) => ({
    step: textOf(decision['step']),
    by: [decision['tableId'], decision['tableVersion']].map(textOf).filter(Boolean).join(' '),
    outcome: decision['outcome'] ?? null,
    reasons: listOf(decision['reasons']).map((reason) => ({
      row: textOf(reason['row']) ?? '',
      text: textOf(reason['text']) ?? '',
    })),
    ledger: ledgerOf(decision['ledger']),
  }));
}

function ledgerOf(value: JsonValue | undefined): AutomationEntry['ledger'] {
  if (!isJsonObject(value)) return null;
  const { stream, sequence } = value;
  return typeof stream === 'string' && typeof sequence === 'number' ? { stream, sequence } : null;
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function listOf(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

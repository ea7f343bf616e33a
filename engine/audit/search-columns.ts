import type { LedgerEntry } from './entry.ts';
import { outcomeInWords } from '../decision/outcome-words.ts';

/** What of an entry is searched by: the columns beside its text. */
export interface SearchColumns {
  kind: string;
  /** The record's idempotency key. */
  recordKey: string;
  /** As the ledger names them. */
  subject: string | null;
  /** Id. */
  journey: string | null;
  step: string | null;
  tableId: string | null;
  ruleId: string | null;
  /** In words, at most 200 characters. */
  outcome: string | null;
  decidedAt: string;
}

/**
 * The search columns of an entry: the one place that says them, for the hub that writes them and for the verification
 * that holds them against the text.
 * @example searchColumns(entry).outcome // 'pay: yes'
 */
export function searchColumns({ record }: Pick<LedgerEntry, 'record'>): SearchColumns {
  const { kind, key: recordKey, subject, decidedAt } = record;
  if (record.kind !== 'decision') {
    const none = { journey: null, step: null, tableId: null, ruleId: null, outcome: null };
    return { kind, recordKey, subject, ...none, decidedAt };
  }
  const { tableId, ruleId, outcome } = record.decision;
  return {
    kind,
    recordKey,
    subject,
    journey: record.journey && searchable(record.journey.id),
    step: searchable(record.step),
    tableId: searchable(tableId),
    ruleId: ruleId && searchable(ruleId),
    outcome: searchable(outcomeInWords(outcome)),
    decidedAt,
  };
}

/** Databases hold no U+0000 in text; the entry itself writes it as six characters. */
function searchable(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}

import type { LedgerEntry } from './entry.ts';
import { shortened } from '../decision/outcome-words.ts';
import { searchColumns } from './search-columns.ts';

/** One line of a list of entries; nothing personal. */
export interface LedgerLine {
  stream: string;
  sequence: number;
  kind: string;
  decidedAt: string;
  subjectRef: string | null;
  journey: { id: string; name: string } | null;
  step: string | null;
  /** In words, at most 200 characters. */
  outcome: string | null;
  tableId: string | null;
  ruleId: string | null;
  /** The first reason, in words, at most 200 characters; of an event the reason that was given for it. */
  reason: string | null;
}

/**
 * An entry as one line of a list.
 * @example ledgerLine(entry).outcome // 'pay: yes'
 */
export function ledgerLine(entry: LedgerEntry): LedgerLine {
  const { record, stream, sequence } = entry;
  const { kind, subject, step, tableId, ruleId, outcome, decidedAt } = searchColumns(entry);
  const isDecision = record.kind === 'decision';
  const reason = isDecision ? (record.decision.reasons[0]?.text ?? null) : record.reason;
  return {
    stream,
    sequence,
    kind,
    decidedAt,
    subjectRef: subject,
    journey: isDecision && record.journey !== null ? { id: record.journey.id, name: record.journey.name } : null,
    step,
    outcome,
    tableId,
    ruleId,
    reason: reason === null ? null : shortened(reason),
  };
}

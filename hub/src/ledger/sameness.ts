import {
  canonicalJson,
  type Decision,
  type JsonValue,
  type LedgerEntry,
  type RecordSource,
} from '../../../engine/index.ts';
import type { EntryRow, SubjectRow } from './ledger.store.ts';
import type { PendingRecord, PendingSubject } from './pending.ts';

/**
 * Whether a record that comes under a known key is the one that is kept. The moment, the inputs and the words may differ: a
 * node that is run again decides again. What was decided about whom, where and by which row may not.
 */
export function isSameRecord(record: PendingRecord, kept: EntryRow, subject: SubjectRow | undefined): boolean {
  // The hub names what it records itself after what happened.
  if (record.decided === null) return record.columns.kind === kept.kind;
  return isSameDecision(record, keptDecision(kept)) && isSameSubject(record, subject);
}

export function isSameDecision(record: PendingRecord, kept: PendingRecord['decided']): boolean {
  if (record.decided === null || kept === null) return false;
  return record.decided === kept || identityOf(record.decided) === identityOf(kept);
}

function keptDecision(row: EntryRow): PendingRecord['decided'] {
  const { record } = JSON.parse(row.entry) as LedgerEntry;
  return record.kind === 'decision' ? { source: record, decision: record.decision } : null;
}

function identityOf({ source, decision }: { source: RecordSource; decision: Decision }): string {
  const { journey, step, execution, by } = source;
  const { outcome, ruleId, tableDigest } = decision;
  const text = canonicalJson({ journey, step, execution, by, outcome, ruleId, tableDigest } as unknown as JsonValue);
  return text.ok ? text.value : '';
}

/** Of an erased subject nobody can tell any more who it was, so that a record sent once more is still the same. */
function isSameSubject({ subject }: PendingRecord, kept: SubjectRow | undefined): boolean {
  if (kept === undefined) return false;
  if (kept.erasedAt !== null) return true;
  return subject.kind === 'person' ? kept.lookup === subject.lookup : subject.kind === 'nobody' && kept.lookup === null;
}

/** Of two records of one commit. */
export function isSamePerson(one: PendingSubject, other: PendingSubject): boolean {
  if (one.kind === 'person') return other.kind === 'person' && one.lookup === other.lookup;
  return one.kind === other.kind;
}

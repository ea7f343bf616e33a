import type { Selectable } from 'kysely';
import type { EntryRow } from '../../ledger/ledger.store.ts';
import type { BulkColumn } from '../bulk-insert.ts';
import type { LedgerEntriesTable } from '../schema.ledger.ts';

export const entryColumns = [
  ['stream', 'text'],
  ['sequence', 'bigint'],
  ['entry', 'text'],
  ['hash', 'text'],
  ['kind', 'text'],
  ['record_key', 'text'],
  ['subject', 'text'],
  ['journey', 'text'],
  ['step', 'text'],
  ['table_id', 'text'],
  ['rule_id', 'text'],
  ['outcome', 'text'],
  ['decided_at', 'text'],
] as const satisfies readonly BulkColumn[];

/** In the order of `entryColumns`. */
export function toEntryColumns(stream: string, row: EntryRow): unknown[] {
  return [
    stream,
    row.sequence,
    row.entry,
    row.hash,
    row.kind,
    row.recordKey,
    row.subject,
    row.journey,
    row.step,
    row.tableId,
    row.ruleId,
    row.outcome,
    row.decidedAt,
  ];
}

export function toEntryRow(row: Selectable<LedgerEntriesTable>): EntryRow {
  return {
    sequence: row.sequence,
    entry: row.entry,
    hash: row.hash,
    kind: row.kind,
    recordKey: row.record_key,
    subject: row.subject,
    journey: row.journey,
    step: row.step,
    tableId: row.table_id,
    ruleId: row.rule_id,
    outcome: row.outcome,
    decidedAt: row.decided_at,
  };
}

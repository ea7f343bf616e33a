import { DatabaseSync } from 'node:sqlite';
import type { EntryRow } from '../../hub/src/ledger/ledger.store.ts';

/** Chosen: the batch that the hub's goal is stated for. */
const rowsPerCommit = 100;

/**
 * Rows per second that node:sqlite writes when nothing else is done: WAL, `synchronous = FULL`, 100 rows per commit, one
 * table with its primary key, one statement.
 */
export function bareInserts(file: string, rows: readonly EntryRow[]): number {
  const database = new DatabaseSync(file);
  try {
    database.exec(`pragma journal_mode = wal; pragma synchronous = full;
      create table entries (sequence integer primary key, entry text, hash text, kind text, record_key text, subject text,
        journey text, step text, table_id text, rule_id text, outcome text, decided_at text)`);
    const insert = database.prepare('insert into entries values (?,?,?,?,?,?,?,?,?,?,?,?)');
    const begunAt = performance.now();
    for (let start = 0; start < rows.length; start += rowsPerCommit) {
      database.exec('begin immediate');
      for (const row of rows.slice(start, start + rowsPerCommit)) {
        const { sequence, entry, hash, kind, recordKey, subject, journey, step } = row;
        const { tableId, ruleId, outcome, decidedAt } = row;
        insert.run(sequence, entry, hash, kind, recordKey, subject, journey, step, tableId, ruleId, outcome, decidedAt);
      }
      database.exec('commit');
    }
    return (rows.length / (performance.now() - begunAt)) * 1000;
  } finally {
    database.close();
  }
}

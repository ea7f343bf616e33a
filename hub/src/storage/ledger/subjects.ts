import { sql, type Selectable } from 'kysely';
import type { LedgerStore, SubjectRow } from '../../ledger/ledger.store.ts';
import type { Database } from '../database.ts';
import { isPostgres } from '../dialect-of.ts';
import type { LedgerSubjectsTable } from '../schema.ledger.ts';

type Subjects = Pick<
  LedgerStore,
  'subject' | 'subjectByLookup' | 'eraseSubject' | 'subjectsNotWrappedBy' | 'rewrapSubjects'
>;

export function kyselySubjects(db: Database): Subjects {
  return {
    async subject(ref) {
      const row = await db.selectFrom('ledger_subjects').selectAll().where('ref', '=', ref).executeTakeFirst();
      return row ? toSubject(row) : null;
    },

    async subjectByLookup(lookup) {
      const row = await db.selectFrom('ledger_subjects').selectAll().where('lookup', '=', lookup).executeTakeFirst();
      return row ? toSubject(row) : null;
    },

    async eraseSubject(ref, at) {
      const { numUpdatedRows } = await db
        .updateTable('ledger_subjects')
        .set({ lookup: null, wrapped_key: null, master_key_id: null, erased_at: at })
        .where('ref', '=', ref)
        .where('erased_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await clearTraces(db);
      return true;
    },

    async subjectsNotWrappedBy(masterKeyId, limit) {
      const rows = await db
        .selectFrom('ledger_subjects')
        .selectAll()
        .where('wrapped_key', 'is not', null)
        .where('master_key_id', '!=', masterKeyId)
        .orderBy('ref')
        .limit(limit)
        .execute();
      return rows.map(toSubject);
    },

    async rewrapSubjects(rows) {
      await db.transaction().execute(async (transaction) => {
        for (const { ref, wrappedKey, masterKeyId } of rows)
          await transaction
            .updateTable('ledger_subjects')
            .set({ wrapped_key: wrappedKey, master_key_id: masterKeyId })
            .where('ref', '=', ref)
            .where('erased_at', 'is', null)
            .execute();
      });
      await clearTraces(db);
    },
  };
}

/** Takes what was overwritten out of the files: a key that lies in a log or a dead row could still be used. */
async function clearTraces(db: Database): Promise<void> {
  if (isPostgres(db)) await sql`vacuum ledger_subjects`.execute(db);
  else await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

export function toSubject(row: Selectable<LedgerSubjectsTable>): SubjectRow {
  return {
    ref: row.ref,
    lookup: row.lookup,
    wrappedKey: row.wrapped_key && new Uint8Array(row.wrapped_key),
    masterKeyId: row.master_key_id,
    createdAt: row.created_at,
    erasedAt: row.erased_at,
  };
}

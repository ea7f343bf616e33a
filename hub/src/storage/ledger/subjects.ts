import type { Transaction } from 'kysely';
import type { LedgerStore, SubjectRow } from '../../ledger/ledger.store.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../schema.ts';
import { clearTraces, currentTransaction, partOf } from './clear-traces.ts';

type Subjects = Pick<
  LedgerStore,
  'subject' | 'subjectByLookup' | 'eraseSubject' | 'subjectsNotWrappedBy' | 'rewrapSubjects'
>;

export function kyselySubjects(db: Database, reads: Database): Subjects {
  return {
    async subject(ref) {
      const row = await selectSubjects(reads).where('ledger_subjects.ref', '=', ref).executeTakeFirst();
      return row ? toSubject(row) : null;
    },

    async subjectByLookup(lookup) {
      const row = await selectSubjects(reads).where('ledger_lookups.lookup', '=', lookup).executeTakeFirst();
      return row ? toSubject(row) : null;
    },

    async eraseSubject(ref, at) {
      const traces = await db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('ledger_subjects')
          .set({ wrapped_key: null, master_key_id: null, erased_at: at })
          .where('ref', '=', ref)
          .where('erased_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return null;
        const parts = [
          ...(await partOf(transaction, 'ledger_subjects', 'ref', ref)),
          ...(await partOf(transaction, 'ledger_lookups', 'ref', ref)),
        ];
        await transaction.deleteFrom('ledger_lookups').where('ref', '=', ref).execute();
        return { parts, after: await currentTransaction(transaction) };
      });
      if (traces) await clearTraces(db, traces);
      return traces !== null;
    },

    async subjectsNotWrappedBy(masterKeyId, limit) {
      const rows = await selectSubjects(reads)
        .where('wrapped_key', 'is not', null)
        .where('master_key_id', '!=', masterKeyId)
        .orderBy('ledger_subjects.ref')
        .limit(limit)
        .execute();
      return rows.map(toSubject);
    },

    rewrapSubjects: (rows) =>
      db.transaction().execute(async (transaction) => {
        // In the order in which a writer locks them, so that neither waits for the other for ever.
        for (const { ref, wrappedKey, masterKeyId } of [...rows].sort((one, other) => (one.ref < other.ref ? -1 : 1)))
          await transaction
            .updateTable('ledger_subjects')
            .set({ wrapped_key: wrappedKey, master_key_id: masterKeyId })
            .where('ref', '=', ref)
            .where('erased_at', 'is', null)
            .execute();
      }),
  };
}

/** Subjects with their lookups, which stand apart because each is found by a key of its own. */
export function selectSubjects(db: Database | Transaction<Tables>) {
  return db
    .selectFrom('ledger_subjects')
    .leftJoin('ledger_lookups', 'ledger_lookups.ref', 'ledger_subjects.ref')
    .select(['ledger_subjects.ref', 'lookup', 'wrapped_key', 'master_key_id', 'created_at', 'erased_at']);
}

interface SelectedSubject {
  ref: string;
  lookup: string | null;
  wrapped_key: Uint8Array | null;
  master_key_id: string | null;
  created_at: string;
  erased_at: string | null;
}

export function toSubject(row: SelectedSubject): SubjectRow {
  return {
    ref: row.ref,
    lookup: row.lookup,
    wrappedKey: row.wrapped_key && new Uint8Array(row.wrapped_key),
    masterKeyId: row.master_key_id,
    createdAt: row.created_at,
    erasedAt: row.erased_at,
  };
}

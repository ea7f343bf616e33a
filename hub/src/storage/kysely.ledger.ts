import type { LedgerStore } from '../ledger/ledger.store.ts';
import type { Database } from './database.ts';
import { appendView, lockHead, writeCommit } from './ledger/append.ts';
import { kyselyCheckpoints } from './ledger/checkpoints.ts';
import { againWhenCrossed } from './ledger/again-when-crossed.ts';
import { countOfSubject } from './ledger/count-of-subject.ts';
import { toEntryRow } from './ledger/entry-columns.ts';
import { facetBook } from './ledger/facets.ts';
import { toHead } from './ledger/heads.ts';
import { searchEntries } from './ledger/search.ts';
import { kyselySubjects } from './ledger/subjects.ts';
import { kyselyTables } from './ledger/tables.ts';
import { writeBlocks } from './ledger/write-blocks.ts';

/** Rows per page of `entries`: enough that asking costs little, few enough that a page is nothing to hold. */
const rowsPerPage = 1_000;

/** The ledger over either database; `reads` may be another connection, so that a search does not wait for a writer. */
export function kyselyLedger(db: Database, reads: Database = db): LedgerStore {
  const facets = facetBook();
  return {
    async append(stream, plan) {
      const seen = await againWhenCrossed(() =>
        db.transaction().execute(async (transaction) => {
          const head = await lockHead(transaction, stream);
          const commit = await plan(appendView(transaction, stream, head));
          if (!commit) return [];
          await writeCommit(transaction, stream, head, commit);
          await writeBlocks(transaction, stream, commit.rows);
          return facets.add(transaction, stream, commit.rows);
        }),
      );
      facets.keep(stream, seen);
    },

    async heads() {
      return (await reads.selectFrom('ledger_streams').selectAll().orderBy('stream').execute()).map(toHead);
    },

    async head(stream) {
      const row = await reads.selectFrom('ledger_streams').selectAll().where('stream', '=', stream).executeTakeFirst();
      return row ? toHead(row) : null;
    },

    async entry(stream, sequence) {
      const row = await reads
        .selectFrom('ledger_entries')
        .selectAll()
        .where('stream', '=', stream)
        .where('sequence', '=', sequence)
        .executeTakeFirst();
      return row ? toEntryRow(row) : null;
    },

    async *entries(stream, from, until) {
      for (let next = from; next < until;) {
        const rows = await reads
          .selectFrom('ledger_entries')
          .selectAll()
          .where('stream', '=', stream)
          .where('sequence', '>=', next)
          .where('sequence', '<', until)
          .orderBy('sequence')
          .limit(rowsPerPage)
          .execute();
        const last = rows.at(-1);
        if (!last) return;
        yield rows.map(toEntryRow);
        next = last.sequence + 1;
      }
    },

    search: (stream, filter, page) => searchEntries(reads, stream, filter, page),
    facets: (stream) => facets.list(reads, stream),
    countBySubject: (ref) => countOfSubject(reads, ref),

    async leafHashes(stream, from, until) {
      const rows = await reads
        .selectFrom('ledger_entries')
        .select('hash')
        .where('stream', '=', stream)
        .where('sequence', '>', from)
        .where('sequence', '<=', until)
        .orderBy('sequence')
        .execute();
      return rows.map(({ hash }) => hash);
    },

    async tileHashes(stream, level, from, until) {
      const rows = await reads
        .selectFrom('ledger_tiles')
        .select('hash')
        .where('stream', '=', stream)
        .where('level', '=', level)
        .where('tile', '>=', from)
        .where('tile', '<', until)
        .orderBy('tile')
        .execute();
      return rows.map(({ hash }) => hash);
    },

    ...kyselyCheckpoints(db, reads),
    ...kyselyTables(db, reads),
    ...kyselySubjects(db, reads),
  };
}

import type { IdentityReader, IdentityStore } from '../identity/identity.store.ts';
import type { Database } from './database.ts';
import { kyselyChanges } from './identity/changes.ts';
import { kyselyErase } from './identity/erase.ts';
import { kyselyProfiles } from './identity/profiles.ts';
import { kyselyRecords } from './identity/records.ts';
import { kyselyReviews } from './identity/reviews.ts';
import { lockGraph, writeGraph } from './identity/write.ts';

/** The identity graph over either database; `reads` may be another connection, so that a search does not wait for a writer. */
export function kyselyIdentity(db: Database, reads: Database = db): IdentityStore {
  return {
    ...readerOver(reads),

    exclusively: (work) =>
      db.transaction().execute(async (transaction) => {
        await lockGraph(transaction);
        return work({ ...readerOver(transaction), write: (write) => writeGraph(transaction, write) });
      }),

    writeAt: (version, write) =>
      db.transaction().execute(async (transaction) => {
        const now = await lockGraph(transaction);
        return now.version === version ? writeGraph(transaction, write) : null;
      }),

    async noteRecorded(sequence, recorded) {
      await db.updateTable('identity_changes').set({ recorded }).where('sequence', '=', sequence).execute();
    },

    erase: kyselyErase(db),
  };
}

function readerOver(db: Database): IdentityReader {
  return {
    async version() {
      const row = await db.selectFrom('identity_graph').select('version').executeTakeFirst();
      return row?.version ?? 0;
    },
    ...kyselyRecords(db),
    ...kyselyProfiles(db),
    ...kyselyReviews(db),
    ...kyselyChanges(db),
  };
}

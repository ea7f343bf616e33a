import type { DecisionTable } from '../../../../engine/index.ts';
import type { LedgerStore } from '../../ledger/ledger.store.ts';
import type { Database } from '../database.ts';

type KeptTables = Pick<LedgerStore, 'putTables' | 'table' | 'knownTables'>;

export function kyselyTables(db: Database, reads: Database): KeptTables {
  return {
    async putTables(tables, at) {
      const added: string[] = [];
      for (const { digest, table } of tables) {
        const row = await db
          .insertInto('ledger_tables')
          .values({ digest, document: JSON.stringify(table), added_at: at })
          .onConflict((conflict) => conflict.column('digest').doNothing())
          .returning('digest')
          .executeTakeFirst();
        if (row) added.push(row.digest);
      }
      return added;
    },

    async table(digest) {
      const row = await reads
        .selectFrom('ledger_tables')
        .select('document')
        .where('digest', '=', digest)
        .executeTakeFirst();
      return row ? (JSON.parse(row.document) as DecisionTable) : null;
    },

    async knownTables(digests) {
      if (digests.length === 0) return [];
      const rows = await reads
        .selectFrom('ledger_tables')
        .select('digest')
        .where('digest', 'in', digests)
        .orderBy('digest')
        .execute();
      return rows.map(({ digest }) => digest);
    },
  };
}

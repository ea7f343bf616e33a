import type { Selectable } from 'kysely';
import type { Checkpoint } from '../../../../engine/index.ts';
import type { LedgerStore } from '../../ledger/ledger.store.ts';
import type { Database } from '../database.ts';
import type { LedgerCheckpointsTable } from '../schema.ledger.ts';

type Checkpoints = Pick<LedgerStore, 'checkpoints' | 'checkpointFrom' | 'newestCheckpoint' | 'addCheckpoint'>;

export function kyselyCheckpoints(db: Database, reads: Database): Checkpoints {
  const of = (stream: string) => reads.selectFrom('ledger_checkpoints').selectAll().where('stream', '=', stream);
  return {
    async checkpoints(stream) {
      return (await of(stream).orderBy('size').execute()).map(toCheckpoint);
    },

    async checkpointFrom(stream, size) {
      const row = await of(stream).where('size', '>=', size).orderBy('size').limit(1).executeTakeFirst();
      return row ? toCheckpoint(row) : null;
    },

    async newestCheckpoint(stream) {
      const row = await of(stream).orderBy('size', 'desc').limit(1).executeTakeFirst();
      return row ? toCheckpoint(row) : null;
    },

    async addCheckpoint({ stream, size, root, at, keyId, signature }) {
      await db
        .insertInto('ledger_checkpoints')
        .values({ stream, size, root, made_at: at, key_id: keyId, signature })
        .onConflict((conflict) => conflict.columns(['stream', 'size']).doNothing())
        .execute();
    },
  };
}

function toCheckpoint(row: Selectable<LedgerCheckpointsTable>): Checkpoint {
  return {
    stream: row.stream,
    size: row.size,
    root: row.root,
    at: row.made_at,
    keyId: row.key_id,
    signature: row.signature,
  };
}

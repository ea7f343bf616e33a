import type { Selectable } from 'kysely';
import type { StreamHead } from '../../ledger/ledger.store.ts';
import type { LedgerStreamsTable } from '../schema.ledger.ts';

export function toHead(row: Selectable<LedgerStreamsTable>): StreamHead {
  return {
    stream: row.stream,
    size: row.size,
    lastHash: row.last_hash,
    recordedAt: row.recorded_at,
    keyId: row.key_id,
    signature: row.signature,
  };
}

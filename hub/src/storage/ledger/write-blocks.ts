import type { Transaction } from 'kysely';
import type { EntryRow } from '../../ledger/ledger.store.ts';
import { bulkInsert } from '../bulk-insert.ts';
import type { Tables } from '../schema.ts';
import { blockOf, blockSize, indexBlock, spanOf, type IndexedBlock, type SearchedValues } from './search-blocks.ts';

/** Writes the sets of the blocks that the new rows complete. */
export async function writeBlocks(db: Transaction<Tables>, stream: string, rows: readonly EntryRow[]): Promise<void> {
  const first = rows[0]?.sequence;
  const last = rows.at(-1)?.sequence;
  if (first === undefined || last === undefined) return;
  const open = blockOf(first);
  const next = blockOf(last + 1);
  if (open === next) return;
  const start = open * blockSize + 1;
  const entries: SearchedValues[] = [...(await entriesBetween(db, stream, start, first)), ...rows];
  const blocks: IndexedBlock[] = [];
  for (let block = open; block < next; block += 1)
    blocks.push(indexBlock(block, entries.slice((block - open) * blockSize, (block - open + 1) * blockSize)));

  const terms = blocks.flatMap(({ block, terms: sets }) =>
    Array.from(sets, ([term, members]) => [stream, spanOf(block), term, block, members] as const),
  );
  // In the order of the key: neighbours fall on the same page.
  terms.sort((one, other) => one[1] - other[1] || one[2] - other[2] || one[3] - other[3]);
  await bulkInsert(
    db,
    'ledger_terms',
    [
      ['stream', 'text'],
      ['span', 'bigint'],
      ['term', 'bigint'],
      ['block', 'bigint'],
      ['members', 'bytea'],
    ],
    terms,
  );
  await bulkInsert(
    db,
    'ledger_times',
    [
      ['stream', 'text'],
      ['block', 'bigint'],
      ['earliest', 'bigint'],
      ['latest', 'bigint'],
      ['times', 'bytea'],
    ],
    blocks.map(({ block, earliest, latest, times }) => [stream, block, earliest, latest, times]),
  );
}

async function entriesBetween(
  db: Transaction<Tables>,
  stream: string,
  from: number,
  until: number,
): Promise<SearchedValues[]> {
  if (from === until) return [];
  return db
    .selectFrom('ledger_entries')
    .select(['sequence', 'kind', 'subject', 'journey', 'step', 'outcome'])
    .select(['table_id as tableId', 'rule_id as ruleId', 'decided_at as decidedAt'])
    .where('stream', '=', stream)
    .where('sequence', '>=', from)
    .where('sequence', '<', until)
    .orderBy('sequence')
    .execute();
}

import type { Database } from '../database.ts';
import { blockOf, blockSize, countMembers, spanOf, termOf } from './search-blocks.ts';

/** How many entries a subject has, by stream; streams without one are left out. */
export async function countOfSubject(db: Database, ref: string): Promise<Record<string, number>> {
  const streams = await db.selectFrom('ledger_streams').select(['stream', 'size']).orderBy('stream').execute();
  const term = termOf('subject', ref);
  const counts: Record<string, number> = {};
  for (const { stream, size } of streams) {
    const open = blockOf(size + 1);
    const inOpen = await db
      .selectFrom('ledger_entries')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('stream', '=', stream)
      .where('sequence', '>', open * blockSize)
      .where('subject', '=', ref)
      .executeTakeFirstOrThrow();
    let count = inOpen.count;
    for (let span = 0; span <= spanOf(open); span += 1) {
      const sets = await db
        .selectFrom('ledger_terms')
        .select('members')
        .where('stream', '=', stream)
        .where('span', '=', span)
        .where('term', '=', term)
        .execute();
      for (const { members } of sets) count += countMembers(members);
    }
    if (count > 0) counts[stream] = count;
  }
  return counts;
}

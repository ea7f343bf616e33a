import { maxRecordsPerAppend } from '../../../engine/index.ts';
import type { AppendAnswer, QueuedRecord } from '../../../engine/index.ts';
import { appendRequest } from './append-request.ts';
import type { Hub, HubAnswer, HubProblem } from './hub.ts';
import { KnownTables } from './known-tables.ts';
import { digestsOf, type Tables } from './tables-of-records.ts';

/** Where a record stands in the ledger. */
export interface LedgerPlace {
  stream: string;
  sequence: number;
}

/** What became of records: the place of each that the hub has acknowledged, in order; and what kept it from the others. */
export interface Sending {
  places: LedgerPlace[];
  /** Null when all are recorded. */
  problem: HubProblem | null;
}

/** Makes a record when its turn comes, so that only those of one call are in memory. */
export type MakeRecord = () => QueuedRecord;

/** Tables of one request, as the hub takes them. */
const mostTables = 100;

/** Of this process; tables are sent to a hub once. */
const knownTables = new KnownTables();

/**
 * Sends records to the hub, at most 1,000 in a call, one call after the other: the first that fails is the last one, so that
 * a hub which is away costs one time-out.
 * @param tables the tables that decided; sent along as far as this process does not know that the hub holds them
 */
export async function sendRecords(
  hub: Hub,
  records: readonly MakeRecord[],
  tables: Tables,
  known: KnownTables = knownTables,
): Promise<Sending> {
  const places: LedgerPlace[] = [];
  let batchSize = maxRecordsPerAppend;
  while (places.length < records.length) {
    const batch = records.slice(places.length, places.length + batchSize).map((make) => make());
    const answer = await sendBatch(hub, batch, tables, known);
    if (answer.ok) {
      const { stream } = answer.value;
      for (const { sequence } of answer.value.records) places.push({ stream, sequence });
    } else if (isTooLarge(answer.problem) && batch.length > 1) {
      // The hub limits the bytes of a request, too.
      batchSize = Math.ceil(batch.length / 2);
    } else {
      return { places, problem: answer.problem };
    }
  }
  return { places, problem: null };
}

function isTooLarge(problem: HubProblem): boolean {
  return problem.kind === 'refused' && problem.status === 413;
}

async function sendBatch(
  hub: Hub,
  batch: readonly QueuedRecord[],
  tables: Tables,
  known: KnownTables,
): Promise<HubAnswer<AppendAnswer>> {
  const digests = new Set([...new Set(batch.map(({ decision }) => decision))].flatMap(digestsOf));
  // A table goes along with those that it uses, which decided, too.
  const atHand = new Map([...tables].filter(([digest]) => digests.has(digest)).slice(0, mostTables));
  const answer = await hub.append(appendRequest(batch, known.missing(hub.address, atHand)));
  if (!answer.ok) return answer;
  const unknown = new Set(answer.value.unknownTables);
  known.remove(hub.address, unknown);
  known.add(
    hub.address,
    [...digests].filter((digest) => !unknown.has(digest)),
  );
  // The records are in the ledger whatever becomes of this: a table that does not get there is sent along next time.
  if (unknown.size > 0 && atHand.size > 0 && (await hub.putTables([...atHand.values()])).ok) {
    known.add(hub.address, digests);
  }
  return answer;
}

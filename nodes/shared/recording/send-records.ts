import { maxRecordsPerAppend } from '../../../engine/index.ts';
import type { AppendAnswer } from '../../../engine/index.ts';
import { RequestBuilder } from './append-request.ts';
import type { Draft } from './draft.ts';
import type { Hub, HubAnswer, HubProblem } from './hub.ts';
import { KnownTables } from './known-tables.ts';
import type { RecordMaker } from './record-of.ts';
import { digestsOf, type Tables } from './tables-of-records.ts';

/** What became of records, by their index: each has its sequence in the ledger, or what kept it out. */
export interface Sending {
  stream: string;
  sequences: readonly (number | undefined)[];
  problems: ReadonlyMap<number, HubProblem>;
}

/** Tables of one request, as the hub takes them. */
const mostTables = 100;

/** Of this process; tables are sent to a hub once. */
const knownTables = new KnownTables();

/** Records that may be refused one by one. Chosen: 20, because each costs a call, and more of them have a common cause. */
const mostRefused = 20;

/**
 * Sends records to the hub, at most 1,000 in a call, one call after the other. A call that finds the hub away, or that is
 * refused as a whole, is the last one, so that a hub which is away costs one time-out.
 * @param maker makes a record when its turn comes, so that only those of one call are in memory
 * @param tables the tables that decided; sent along as far as this process does not know that the hub holds them
 * @param goesOn a record that the hub finds wrong is left out, and the others are sent without it
 */
export async function sendRecords(
  hub: Hub,
  drafts: readonly Draft[],
  maker: RecordMaker,
  tables: Tables,
  goesOn: boolean,
  known: KnownTables = knownTables,
): Promise<Sending> {
  const sequences = new Array<number | undefined>(drafts.length).fill(undefined);
  const problems = new Map<number, HubProblem>();
  let stream = '';
  let waiting = [...drafts.keys()];
  let batchSize = maxRecordsPerAppend;
  while (waiting.length > 0) {
    const batch = waiting.slice(0, batchSize);
    const request = new RequestBuilder();
    for (const index of batch) request.add(maker.make(drafts[index] as Draft));
    const answer = await sendBatch(hub, request, tables, known);
    if (answer.ok) {
      stream = answer.value.stream;
      const { records } = answer.value;
      for (let at = 0; at < batch.length; at++) sequences[batch[at] as number] = records[at]?.sequence;
      waiting = waiting.slice(batch.length);
      continue;
    }
    const { problem } = answer;
    if (isTooLarge(problem) && batch.length > 1) {
      // The hub limits the bytes of a request, too.
      batchSize = Math.ceil(batch.length / 2);
      continue;
    }
    const alone = wrongAmong(problem, batch.length);
    const isOfFew = alone.length > 0 && problems.size + alone.length <= mostRefused;
    const refused = isOfFew ? alone.map((at) => batch[at] as number) : waiting;
    for (const index of refused) problems.set(index, problem);
    // One that is refused ends the workflow: what becomes of the others no longer matters.
    if (!goesOn) break;
    waiting = waiting.filter((index) => !problems.has(index));
  }
  return { stream, sequences, problems };
}

function isTooLarge(problem: HubProblem): boolean {
  return problem.kind === 'refused' && problem.status === 413;
}

/** Places in a batch of the records that it was refused for; none when it was refused as a whole. */
function wrongAmong(problem: HubProblem, batchLength: number): number[] {
  if (problem.kind === 'away') return [];
  if (isTooLarge(problem)) return [0];
  return (problem.records ?? []).filter((at) => at >= 0 && at < batchLength);
}

async function sendBatch(
  hub: Hub,
  request: RequestBuilder,
  tables: Tables,
  known: KnownTables,
): Promise<HubAnswer<AppendAnswer>> {
  const digests = new Set(request.distinctDecisions.flatMap(digestsOf));
  // A table goes along with those that it uses, which decided, too.
  const atHand = new Map([...tables].filter(([digest]) => digests.has(digest)).slice(0, mostTables));
  const answer = await hub.append(request.finish(known.missing(hub.address, atHand)));
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

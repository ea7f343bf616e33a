import { maxRecordsPerAppend } from '../../../engine/index.ts';
import type { AppendAnswer } from '../../../engine/index.ts';
import type { WrittenRecords } from './append-request.ts';
import type { DraftList } from './draft-list.ts';
import type { Hub, HubAnswer, HubProblem } from './hub.ts';
import { KnownTables } from './known-tables.ts';
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

/** Chosen: 4, because the node then writes requests while the hub works on others, which it takes into one commit. */
const callsAtOnce = 4;

/**
 * Sends records to the hub, at most 1,000 in a call and four calls at a time; where tables have to go along, the first call
 * goes alone. A call that finds the hub away, or that is refused as a whole, is followed by no other, so that a hub which is
 * away costs one time-out.
 * @param tables the tables that decided; sent along as far as this process does not know that the hub holds them
 * @param goesOn a record that the hub finds wrong is left out, and the others are sent without it
 */
export async function sendRecords(
  hub: Hub,
  records: DraftList,
  tables: Tables,
  goesOn: boolean,
  known: KnownTables = knownTables,
): Promise<Sending> {
  const queue = new SendingQueue(records.drafts.length, goesOn);
  const call = async () => {
    const batch = queue.take();
    const answer = sendBatch(hub, records.take(batch), tables, known);
    records.writeAhead();
    queue.settle(batch, await answer);
  };
  const callOn = async () => {
    while (queue.goesOn) await call();
  };
  if (known.missing(hub.address, tables).length > 0) await call();
  await Promise.all(Array.from({ length: callsAtOnce }, callOn));
  return queue.finish();
}

/** Which records wait for their call, and what became of the others. */
class SendingQueue {
  private readonly skipsWrong: boolean;
  private readonly sequences: (number | undefined)[];
  private readonly problems = new Map<number, HubProblem>();
  private stream = '';
  private waiting: number[];
  private batchSize = maxRecordsPerAppend;
  private isOver = false;

  constructor(count: number, skipsWrong: boolean) {
    this.skipsWrong = skipsWrong;
    this.sequences = new Array<number | undefined>(count).fill(undefined);
    this.waiting = [...this.sequences.keys()];
  }

  get goesOn(): boolean {
    return !this.isOver && this.waiting.length > 0;
  }

  /** The indexes of the next batch. */
  take(): number[] {
    return this.waiting.splice(0, this.batchSize);
  }

  settle(batch: readonly number[], answer: HubAnswer<AppendAnswer>): void {
    if (answer.ok) {
      const { stream, sequences } = answer.value;
      this.stream = stream;
      for (let at = 0; at < batch.length; at++) this.sequences[batch[at] as number] = sequences[at];
      return;
    }
    const { problem } = answer;
    if (isTooLarge(problem) && batch.length > 1) {
      // The hub limits the bytes of a request, too.
      this.batchSize = Math.min(this.batchSize, Math.ceil(batch.length / 2));
      this.wait(batch);
      return;
    }
    const alone = wrongAmong(problem, batch.length);
    const isOfFew = alone.length > 0 && this.problems.size + alone.length <= mostRefused;
    const refused = isOfFew ? alone.map((at) => batch[at] as number) : [...batch, ...this.waiting];
    for (const index of refused) this.problems.set(index, problem);
    // One that is refused ends the workflow, unless it may be left out: what becomes of the others no longer matters.
    this.isOver ||= !isOfFew || !this.skipsWrong;
    if (!this.isOver) this.wait(batch.filter((index) => !this.problems.has(index)));
  }

  /** In order again, since another batch may have come back before. */
  private wait(batch: readonly number[]): void {
    this.waiting = [...batch, ...this.waiting].sort((a, b) => a - b);
  }

  finish(): Sending {
    const { stream, sequences, problems } = this;
    return { stream, sequences, problems };
  }
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
  records: WrittenRecords,
  tables: Tables,
  known: KnownTables,
): Promise<HubAnswer<AppendAnswer>> {
  const digests = new Set(records.decisions.flatMap(digestsOf));
  // A table goes along with those that it uses, which decided, too.
  const atHand = new Map([...tables].filter(([digest]) => digests.has(digest)).slice(0, mostTables));
  const answer = await hub.append(records.count, () => records.bodyWith(known.missing(hub.address, atHand)));
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

import { setTimeout as sleep } from 'node:timers/promises';
import type { AppendAnswer, AppendRequest } from '../../engine/index.ts';
import { appendRequest } from '../load/decision-records.ts';
import { acknowledged, ledgerClient, type LedgerClient } from '../load/ledger-client.ts';

/** What the hub said of a record when it acknowledged it. */
export interface Acknowledgement {
  sequence: number;
  hash: string;
}

export interface Writers {
  /** By the record's key. */
  acknowledged: ReadonlyMap<string, Acknowledgement>;
  /** Requests that got no answer, or one that says to come again, and were sent once more. */
  readonly retried: number;
  /** Rejects as soon as a writer gets an answer that it may not get. */
  check(): Promise<void>;
  /** Waits until every record that was ever sent is acknowledged. */
  stop(): Promise<void>;
  /** Ends them where they stand, after a failure. */
  abandon(): void;
}

export interface WritersOptions {
  baseUrl: string;
  apiKey: string;
  writers: number;
  /** A writer waits up to so long between two requests. */
  mostPauseMs: number;
}

/** The largest batch of a writer. */
const largestBatch = 40;
/** How often a writer sends a batch again that was acknowledged before, as a node does whose answer got lost. */
const sentAgain = 0.15;

/**
 * Several writers that send batches of records and, as nodes do, send a batch again under the same keys until it is
 * acknowledged. An acknowledgement that says other than an earlier one of the same record ends the run.
 */
export function startWriters({ baseUrl, apiKey, writers, mostPauseMs }: WritersOptions): Writers {
  const client = ledgerClient({ baseUrl, apiKey, timeoutMs: 10_000 });
  const journal = new Journal();
  let stopping = false;
  let isAbandoned = false;
  let retried = 0;
  const write = async (writer: number): Promise<void> => {
    let last: AppendRequest | null = null;
    for (let from = 0; !stopping;) {
      const isAgain: boolean = last !== null && Math.random() < sentAgain;
      const count = 1 + Math.floor(Math.random() * largestBatch);
      const batch: AppendRequest =
        isAgain && last !== null
          ? last
          : appendRequest({ from, count, prefix: `w${writer}`, people: 500, hashes: true });
      retried += await sendUntilAcknowledged(client, batch, journal, () => isAbandoned);
      if (!isAgain) from += count;
      last = batch;
      await sleep(Math.random() * mostPauseMs);
    }
  };
  const running = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer + 1)));
  let failure: Error | null = null;
  running.catch((error: unknown) => {
    failure = error instanceof Error ? error : new Error(String(error));
    stopping = true;
  });
  return {
    acknowledged: journal.records,
    get retried() {
      return retried;
    },
    check: () => (failure === null ? Promise.resolve() : Promise.reject(failure)),
    abandon() {
      isAbandoned = true;
      client.close();
    },
    async stop() {
      stopping = true;
      await running.finally(() => client.close());
    },
  };
}

/** Answers by which a hub says to come again: it is busy, it stops, or it cannot reach its store. */
const comeAgain: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** On a busy machine a batch may meet several kills; a hub that never acknowledges ends the run. */
const patienceMs = 300_000;

async function sendUntilAcknowledged(
  client: LedgerClient,
  batch: AppendRequest,
  journal: Journal,
  isAbandoned: () => boolean,
): Promise<number> {
  const deadline = Date.now() + patienceMs;
  for (let attempt = 0; ; attempt++) {
    const answer = await client.append(batch);
    const taken = acknowledged(answer);
    if (taken !== null) {
      journal.take(batch, taken);
      return attempt;
    }
    const mayComeAgain = answer === null || comeAgain.has(answer.status);
    if (!mayComeAgain || Date.now() > deadline || isAbandoned())
      throw new Error(`the hub answered ${answer?.status ?? 'nothing'}: ${JSON.stringify(answer?.body)}`);
    await sleep(20 + Math.random() * 60);
  }
}

class Journal {
  readonly records = new Map<string, Acknowledgement>();

  take({ records: { keyPrefix = '', keys } }: AppendRequest, { sequences, hashes = [] }: AppendAnswer): void {
    if (sequences.length !== keys.length || hashes.length !== keys.length)
      throw new Error('an answer leaves records out');
    for (const [index, rest] of keys.entries()) {
      const key = keyPrefix + rest;
      const [sequence, hash] = [sequences[index] as number, hashes[index] as string];
      const before = this.records.get(key);
      if (before !== undefined && (before.sequence !== sequence || before.hash !== hash))
        throw new Error(`the record ${key} was acknowledged as ${before.sequence}, and then as ${sequence}`);
      this.records.set(key, { sequence, hash });
    }
  }
}

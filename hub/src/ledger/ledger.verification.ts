import { setImmediate as nextTurn } from 'node:timers/promises';
import { streamVerifier, type StoredRow, type VerificationReport } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { Secrets } from '../secrets/secrets.service.ts';
import type { EntryRow, LedgerStore } from './ledger.store.ts';
import { nodeCrypto } from './node-crypto.ts';

export type VerificationProgress = { checked: number; of: number } | { report: VerificationReport };

export interface VerificationPorts {
  store: LedgerStore;
  secrets: Secrets;
}

export interface LedgerVerification {
  /**
   * Progress, and at last the report.
   * @throws ProblemError `stream_not_found`
   */
  verify(stream: string): Promise<AsyncGenerator<VerificationProgress>>;
}

/** Rows between two looks at what else there is to do. chosen: 200, two milliseconds; n8n and its workflows may run in here. */
const rowsAtOnce = 200;

/** Verifies streams for the explorer, one after the other. Hubs may go on writing: what is added meanwhile is not looked at. */
export function ledgerVerification({ store, secrets }: VerificationPorts): LedgerVerification {
  let last: Promise<unknown> = Promise.resolve();

  async function* verified(stream: string): AsyncGenerator<VerificationProgress> {
    await secrets.refresh();
    // In this order: a checkpoint never covers more than a head that is read later.
    const checkpoints = await store.checkpoints(stream);
    const head = await store.head(stream);
    const of = head?.size ?? 0;
    const verifier = streamVerifier(stream, { keys: secrets.signingKeys(), head, checkpoints, crypto: nodeCrypto });
    let checked = 0;
    for await (const rows of store.entries(stream, 1, of + 1)) {
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        const some = rows.slice(from, from + rowsAtOnce);
        verifier.add(some.map(storedRow));
        checked += some.length;
        await nextTurn();
      }
      yield { checked, of };
    }
    verifier.add((await rowsBeyond(store, stream, of)).map(storedRow));
    yield { report: verifier.finish() };
  }

  return {
    async verify(stream) {
      const [head, entry] = await Promise.all([store.head(stream), store.entry(stream, 1)]);
      if (head === null && entry === null) throw new ProblemError('stream_not_found');
      return oneAfterAnother(verified(stream));
    },
  };

  /** A verification takes what a core gives: several at once would only take longer, and more of the memory. */
  async function* oneAfterAnother(run: AsyncGenerator<VerificationProgress>): AsyncGenerator<VerificationProgress> {
    const before = last;
    let finished = (): void => undefined;
    last = new Promise<void>((resolve) => (finished = resolve));
    try {
      await before;
      yield* run;
    } finally {
      finished();
    }
  }
}

/** The entry behind the signed end, where there is one that nobody has signed. */
async function rowsBeyond(store: LedgerStore, stream: string, size: number): Promise<EntryRow[]> {
  const row = await store.entry(stream, size + 1);
  // An entry that was added meanwhile has a head that counts it.
  if (row === null || ((await store.head(stream))?.size ?? 0) > size) return [];
  return [row];
}

function storedRow({ entry, hash, ...columns }: EntryRow): StoredRow {
  return { entry, hash, columns };
}

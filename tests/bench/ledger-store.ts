import { randomBytes, randomUUID } from 'node:crypto';
import { openLedger, type Ledger } from '../../hub/src/ledger/ledger.service.ts';
import type { KeyRing } from '../../hub/src/secrets/key-ring.ts';
import type { Storage } from '../../hub/src/hub.ports.ts';
import { appendRequest } from '../load/decision-records.ts';

/** People that the records of a store are about. */
export const people = 20_000;

const recordsPerAppend = 1_000;
/** Appends that are under way at the same time, so that a commit holds several. */
const appendsAtOnce = 4;

export async function benchLedger(storage: Storage, ring: KeyRing): Promise<Ledger> {
  const fail = (fields: object, message: string): void => {
    throw new Error(`${message}: ${JSON.stringify(fields)}`);
  };
  return openLedger({
    storage,
    ring,
    clock: { now: () => Date.now() },
    random: (bytes) => randomBytes(bytes),
    newId: randomUUID,
    log: { info: () => undefined, warn: () => undefined, error: fail },
  });
}

/**
 * Fills a store with so many decisions, through the ledger itself.
 * @returns records per second
 */
export async function fillLedger(ledger: Ledger, rows: number, progress: (done: number) => void): Promise<number> {
  const begunAt = performance.now();
  let next = 0;
  let done = 0;
  const appender = async (): Promise<void> => {
    while (next < rows) {
      const from = next;
      const count = Math.min(recordsPerAppend, rows - from);
      next += count;
      await ledger.append(appendRequest({ from, count, prefix: 'fill', people }), 'key:bench');
      progress((done += count));
    }
  };
  await Promise.all(Array.from({ length: appendsAtOnce }, appender));
  await ledger.checkpoint();
  return (rows / (performance.now() - begunAt)) * 1000;
}

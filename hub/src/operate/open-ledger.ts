import { randomBytes, randomUUID } from 'node:crypto';
import { openLedger, type Ledger } from '../ledger/ledger.service.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import type { OpenStore } from './open-store.ts';
import { UsageError } from '../cli/command.ts';

/**
 * The ledger of a store, for a command that adds to it.
 * @param say what an administrator should see
 * @throws UsageError when its keys lie under another master key
 */
export async function openLedgerOf(store: OpenStore, ring: KeyRing, say: (line: string) => void): Promise<Ledger> {
  const told = (fields: object, message: string): void => {
    const { err } = fields as { err?: unknown };
    say(`${message}${err instanceof Error ? `: ${err.message}` : ''}`);
  };
  try {
    return await openLedger({
      storage: store.storage,
      ring,
      clock: { now: () => Date.now() },
      random: (bytes) => randomBytes(bytes),
      newId: randomUUID,
      log: { info: () => undefined, warn: told, error: told },
      checkpointEveryMs: 0,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

import type { CliStreams } from '../cli/streams.ts';
import type { Ledger } from '../ledger/ledger.service.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { configuredKeys } from './configured-keys.ts';
import { openLedgerOf } from './open-ledger.ts';
import { openOrMakeStore, type OpenStore } from './open-store.ts';
import { chosenLocation } from './store-option.ts';

/** A store that a command changes, with the ledger that the change is recorded in. */
export interface WithLedger {
  store: OpenStore;
  ledger: Ledger;
  ring: KeyRing;
}

/**
 * Opens the store that the options name, makes it when there is none, and closes it after the work.
 * @throws UsageError when its keys lie under another master key
 */
export async function withLedger<T>(
  options: Record<string, string | boolean | undefined>,
  { note }: CliStreams,
  work: (open: WithLedger) => Promise<T>,
): Promise<T> {
  const location = chosenLocation(options, process.env);
  const ring = configuredKeys(location, process.env);
  const store = await openOrMakeStore(location);
  try {
    const ledger = await openLedgerOf(store, ring, (line) => note(`${line}\n`));
    try {
      return await work({ store, ledger, ring });
    } finally {
      await ledger.close();
    }
  } finally {
    await store.close();
  }
}

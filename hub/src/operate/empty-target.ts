import { existsSync } from 'node:fs';
import { UsageError } from '../cli/command.ts';
import { tablesInUse } from './copy/copy-store.ts';
import type { StoreTable } from './copy/store-tables.ts';
import { openOrMakeStore, type OpenStore } from './open-store.ts';
import { nameOfLocation, type StoreLocation } from './store-location.ts';

/** Opens a store that nothing is in: nothing is ever overwritten. */
export async function openEmptyStore(location: StoreLocation, tables: readonly StoreTable[]): Promise<OpenStore> {
  if (location.kind === 'sqlite' && existsSync(location.file))
    throw new UsageError(`${location.file} exists already; name a file that does not, or move that one away.`);
  const store = await openOrMakeStore(location);
  const used = await tablesInUse(store.database, tables);
  if (used.length === 0) return store;
  await store.close();
  throw new UsageError(`${nameOfLocation(location)} is not empty (${used.slice(0, 3).join(', ')}); name an empty one.`);
}

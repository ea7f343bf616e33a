import type { Storage } from '../hub.ports.ts';
import type { Settings } from '../settings/settings.ts';
import { openSqliteStorage } from '../storage/storage.ts';

/** Opens the store that the settings name, brought to the newest migration. */
export async function openStorage({ databaseFile }: Pick<Settings, 'databaseFile'>): Promise<Storage> {
  if (databaseFile === null) throw new Error('no database is named');
  return openSqliteStorage(databaseFile);
}

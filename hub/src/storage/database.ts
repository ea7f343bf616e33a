import { Kysely, Migrator, type Dialect } from 'kysely';
import { migrations } from './migrations/index.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

/**
 * Opens a store and brings it to the newest migration, under a lock, so that two hubs may start at once.
 * @throws Error with a message for the administrator when the store was written by a newer Steward, or cannot be read
 */
export async function openDatabase(dialect: Dialect): Promise<Database> {
  const database = new Kysely<Tables>({ dialect });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

async function migrate(database: Database): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error === undefined) return;
  const unknown = /previously executed migration (\S+) is missing/.exec(String(error))?.[1];
  if (unknown === undefined) throw error;
  throw new Error(
    `The database was written by a newer Steward (it holds the migration ${unknown}). Start that version, or restore a backup.`,
    { cause: error },
  );
}

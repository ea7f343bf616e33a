import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import type { Dialect } from 'kysely';
import { UsageError } from '../cli/command.ts';
import type { Storage } from '../hub.ports.ts';
import { openDatabase, type Database } from '../storage/database.ts';
import { NodeSqliteDialect } from '../storage/node-sqlite.dialect.ts';
import { postgresDialect } from '../storage/postgres.dialect.ts';
import { storageOver } from '../storage/storage.ts';
import { nameOfLocation, type StoreLocation } from './store-location.ts';

/** A store at the command line: its tables for copying, and what the hub sees of it. */
export interface OpenStore {
  location: StoreLocation;
  database: Database;
  storage: Storage;
  close(): Promise<void>;
}

/** Opens a store that exists; a SQLite file is never made by accident. */
export async function openStore(location: StoreLocation): Promise<OpenStore> {
  if (location.kind === 'sqlite' && !existsSync(location.file))
    throw new UsageError(`there is no database ${location.file}.`);
  return openOrMakeStore(location);
}

/** Opens a store; a SQLite file is made when missing, for its owner alone, and the tables are brought to the newest form. */
export async function openOrMakeStore(location: StoreLocation): Promise<OpenStore> {
  try {
    if (location.kind === 'sqlite') makeFile(location.file);
    const database = await openDatabase(dialectOf(location));
    const storage = storageOver(database);
    return { location, database, storage, close: () => storage.close() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${nameOfLocation(location)} cannot be opened: ${reason}`);
  }
}

function makeFile(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

function dialectOf(location: StoreLocation): Dialect {
  if (location.kind === 'sqlite') return new NodeSqliteDialect({ file: location.file });
  // What a command does may take as long as the store is large.
  return postgresDialect({ url: location.url, maxConnections: 4, statementTimeoutMs: 0 });
}

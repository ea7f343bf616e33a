import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { Kysely, type Dialect } from 'kysely';
import { UsageError } from '../cli/command.ts';
import type { Storage } from '../hub.ports.ts';
import { openDatabase, type Database } from '../storage/database.ts';
import { NodeSqliteDialect } from '../storage/node-sqlite.dialect.ts';
import { postgresDialect } from '../storage/postgres.dialect.ts';
import type { Tables } from '../storage/schema.ts';
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

/**
 * Opens a store to look at it: nothing is made, brought to a newer form, or written, so that what is kept as evidence stays
 * as it is, byte for byte.
 */
export async function openToRead(location: StoreLocation): Promise<OpenStore> {
  if (location.kind === 'sqlite' && !existsSync(location.file))
    throw new UsageError(`there is no database ${location.file}.`);
  const database: Database = new Kysely<Tables>({ dialect: dialectOf(location, true) });
  const storage = storageOver(database);
  try {
    await storage.ledger.heads();
  } catch (error) {
    await storage.close();
    throw new UsageError(`${nameOfLocation(location)} holds no ledger that can be read: ${reasonOf(error)}`);
  }
  return { location, database, storage, close: () => storage.close() };
}

/** Opens a store; a SQLite file is made when missing, for its owner alone, and the tables are brought to the newest form. */
export async function openOrMakeStore(location: StoreLocation): Promise<OpenStore> {
  try {
    if (location.kind === 'sqlite') makeFile(location.file);
    const database = await openDatabase(dialectOf(location));
    const storage = storageOver(database);
    return { location, database, storage, close: () => storage.close() };
  } catch (error) {
    throw new UsageError(`${nameOfLocation(location)} cannot be opened: ${reasonOf(error)}`);
  }
}

function makeFile(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

/** The fault itself, where the store only says that it is away. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message : message;
}

function dialectOf(location: StoreLocation, readOnly = false): Dialect {
  if (location.kind === 'sqlite') return new NodeSqliteDialect({ file: location.file, readOnly });
  // What a command does may take as long as the store is large.
  return postgresDialect({ url: location.url, maxConnections: 4, statementTimeoutMs: 0 });
}
